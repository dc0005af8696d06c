"""A client of the language server over its standard input and output, for one conversation."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

Result = TypeVar("Result")
_PATIENCE = 60.0


class Editor:
    """An editor with a server that runs in a folder. It keeps what the server published last, by file."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._folder = folder
        self._arguments = arguments
        self._client = LanguageClient("editor", "1")
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()
        self._versions: dict[str, int] = {}

        def published(params: types.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        def shown(params: types.ShowMessageParams) -> None:
            self.messages.put_nowait(params.message)

        self._client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self._client.feature(types.WINDOW_SHOW_MESSAGE)(shown)

    async def start(self, encodings: list[types.PositionEncodingKind | str] | None = None) -> types.InitializeResult:
        code = f"import os, sys; os.chdir({str(self._folder)!r}); from factcheck.cli import main; main()"
        await self._client.start_io(sys.executable, "-c", code, "lsp", *self._arguments)
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        wanted = types.InitializeParams(
            capabilities=types.ClientCapabilities(general=general), root_uri=self._folder.as_uri()
        )
        result = await self._client.initialize_async(wanted)
        self._client.initialized(types.InitializedParams())
        return result

    async def stop(self) -> None:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()  # type: ignore[no-untyped-call]

    def uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def show(self, name: str, text: str) -> None:
        """Open a file whose text the editor holds."""
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        self._versions[name] = 1

    async def open(self, name: str, text: str) -> list[types.Diagnostic]:
        self.show(name, text)
        return await self.diagnostics()

    def type(self, name: str, text: str) -> None:
        """The whole text anew, as after a keystroke."""
        self._versions[name] += 1
        known = types.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self._client.text_document_did_change(types.DidChangeTextDocumentParams(known, [change]))

    def save(self, name: str) -> None:
        known = types.TextDocumentIdentifier(self.uri(name))
        self._client.text_document_did_save(types.DidSaveTextDocumentParams(known))

    async def close(self, name: str) -> list[types.Diagnostic]:
        known = types.TextDocumentIdentifier(self.uri(name))
        self._client.text_document_did_close(types.DidCloseTextDocumentParams(known))
        return await self.diagnostics()

    async def diagnostics(self) -> list[types.Diagnostic]:
        """What is published next."""
        return list((await asyncio.wait_for(self._published.get(), _PATIENCE)).diagnostics)

    async def message(self) -> str:
        return await asyncio.wait_for(self.messages.get(), _PATIENCE)

    @property
    def waiting(self) -> int:
        """How much was published that nobody asked for yet."""
        return self._published.qsize()

    async def hover(self, name: str, line: int, character: int) -> str | None:
        where = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        found = await self._client.text_document_hover_async(where)
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else None

    async def actions(self, name: str, at: types.Range) -> list[types.CodeAction]:
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)), at, types.CodeActionContext(diagnostics=[])
        )
        found = await self._client.text_document_code_action_async(asked)
        return [action for action in found or () if isinstance(action, types.CodeAction)]


def talk(
    folder: Path,
    conversation: Callable[[Editor], Awaitable[Result]],
    *arguments: str,
    encodings: list[types.PositionEncodingKind | str] | None = None,
) -> Result:
    """The result of a conversation with a server of its own."""

    async def whole() -> Result:
        editor = Editor(folder, *arguments)
        await editor.start(encodings)
        try:
            return await conversation(editor)
        finally:
            await editor.stop()

    return asyncio.run(whole())


def applied(text: str, action: types.CodeAction, lines: Callable[[types.Range], tuple[int, int]]) -> str:
    """The text after an action's only edit; `lines` gives the offsets of a range."""
    assert action.edit is not None
    assert action.edit.changes is not None
    ((edit,),) = action.edit.changes.values()
    assert isinstance(edit, types.TextEdit)
    start, end = lines(edit.range)
    return text[:start] + edit.new_text + text[end:]
