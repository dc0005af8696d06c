"""The server: `factcheck lsp` over standard input and output."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.cli.editor.actions import actions
from factcheck.cli.editor.desk import Checked, Desk
from factcheck.cli.editor.diagnostics import diagnostics
from factcheck.cli.editor.hovers import hover
from factcheck.errors import FactcheckError

_PAUSE = 0.3
"""Seconds without a keystroke after which a draft is checked."""


class Server(LanguageServer):
    """Keeps what was last found in each open draft."""

    def __init__(self, sources: Sequence[str], folder: Path) -> None:
        super().__init__("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = Desk(folder, sources)
        self.checked: dict[str, Checked] = {}

    def units(self, words: str) -> int:
        """The units of the editor for some characters."""
        found: int = self.workspace.position_codec.client_num_units(words)
        return found

    async def check(self, uri: str, pause: float = 0.0) -> None:
        """Check a draft once it rests, and publish what is found."""
        version = self._version(uri)
        await asyncio.sleep(pause)
        if version is None or self._version(uri) != version:
            return  # closed, or changed since: the check that the change started will tell
        text, path = self.workspace.get_text_document(uri).source, uris.to_fs_path(uri) or uri
        try:
            found = await asyncio.to_thread(self.desk.check, text, path)
        except FactcheckError as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factcheck: {error}"))
            return
        if self._version(uri) == version:
            self.checked[uri] = found
            self._publish(uri, diagnostics(found, self.units), version)

    def forget(self, uri: str) -> None:
        """A draft was closed: nothing of it is shown any longer."""
        self.checked.pop(uri, None)
        self._publish(uri, [], None)

    def current(self, uri: str) -> Checked | None:
        """What was found in a draft, unless its text has changed since."""
        found = self.checked.get(uri)
        return found if found and found.text == self.workspace.get_text_document(uri).source else None

    def _version(self, uri: str) -> int | None:
        known = self.workspace.text_documents.get(unquote(uri))  # pygls keeps them so
        return known.version if known else None

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def server(sources: Sequence[str], folder: Path) -> Server:
    """A server with its features; it reads nothing until a draft is opened."""
    made = Server(sources, folder)

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await made.check(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await made.check(params.text_document.uri, _PAUSE)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await made.check(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        made.forget(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = made.current(params.text_document.uri)
        return hover(found, params.position, made.units) if found else None

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = made.current(params.text_document.uri)
        return actions(found, params.text_document.uri, params.range, made.units) if found else []

    return made
