"""`factcheck lsp`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from factcheck.errors import UsageError


def lsp(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="The sources, files and folders; the setting sources where unset."),
    ] = None,
) -> None:
    """Check drafts in an editor while they are written: a language server on standard input and output."""
    if importlib.util.find_spec("pygls") is None:
        raise UsageError("lsp needs pygls; install it: pip install 'factcheck-figures[lsp]'")
    from factcheck.cli.editor.serving import server

    server(sources or (), Path.cwd()).start_io()
