"""`factcheck review`: decide findings, in the browser or in the terminal."""

from __future__ import annotations

import getpass
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import decided, gating
from factcheck.cli.arguments import only
from factcheck.cli.checking import asked_for
from factcheck.cli.options import Drafts, Folders, Ignore, Quiet, Select
from factcheck.cli.outputs import say, show
from factcheck.cli.progress import watched
from factcheck.errors import UsageError
from factcheck.paths import is_file, is_folder

if TYPE_CHECKING:
    from factcheck.review import Desk

_Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders, or one folder that holds sources/ and a draft.*. [default: this folder]",
    ),
]
_Decisions = Annotated[
    list[str] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Where decisions are kept. [default: .factcheck/decisions.sqlite beside the draft or the sources]",
    ),
]
_Editor = Annotated[
    str | None, typer.Option("--editor", metavar="NAME", help="Who decides. [default: the name of this login]")
]
_Host = Annotated[
    str,
    typer.Option("--host", metavar="NAME", help="Where the page listens; others reach it at another than the default."),
]
_Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="The page's port; 0 is any that is free.")
]
_NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the page's address, and open no browser.")]
_Terminal = Annotated[bool, typer.Option("--terminal", help="Decide here, not in the browser.")]


def review(
    paths: _Paths = None,
    drafts: Drafts = None,
    select: Select = None,
    ignore: Ignore = None,
    folders: Folders = None,
    decisions: _Decisions = None,
    editor: _Editor = None,
    terminal: _Terminal = False,
    host: _Host = "127.0.0.1",
    port: _Port = 0,
    no_browser: _NoBrowser = False,
    quiet: Quiet = False,
) -> None:
    """Go through the findings of a check and decide each, once, with a reason; later checks remember it."""
    from factcheck import pipeline

    if not terminal:
        _refuse_unservable(host, port)
    settings = gating.settings_of(select=select, ignore=ignore, folders=folders)
    sources, draft = asked_for(*laid_out(paths or (() if settings.sources else (".",)), drafts), settings)
    file = only("--decisions", decisions) or settings.decisions or str(decided.home(sources, draft))
    with watched(quiet=quiet) as told:
        desk = pipeline.desk(sources, draft, file, settings=settings, told=told)
    say(*gating.skipped(desk.report.skipped))
    who = " ".join((editor or login()).split())
    if not who:
        raise UsageError("who decides? give a name with --editor NAME")
    if terminal:
        _in_terminal(desk, who, file, quiet=quiet)
    else:
        _on_a_page(desk, who, host, port, browser=not no_browser, quiet=quiet)


def _in_terminal(desk: Desk, editor: str, file: str, *, quiet: bool) -> None:
    from factcheck.cli import terminal_review
    from factcheck.lexicon import lexicon
    from factcheck.review import Loop

    loop = Loop(desk, editor, [str(reason) for reason in lexicon("reasons")])
    terminal_review.run(loop)
    if not quiet:
        done, of = desk.progress()
        say(f"{done} of {of} decided; the decisions are in {file}")


def _refuse_unservable(host: str, port: int) -> None:
    """UsageError where no page could be served: told before the check, which may take a while."""
    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        todo = "install them: pip install 'factcheck-figures[review]', or decide here: --terminal"
        raise UsageError(f"the page of a review needs {' and '.join(missing)}; {todo}")
    from factcheck.review.page.serving import Place, listening

    listening(Place(host, port)).close()


def _on_a_page(desk: Desk, editor: str, host: str, port: int, *, browser: bool, quiet: bool) -> None:
    """Serve the page until it is interrupted."""
    from factcheck.reporting import pieces
    from factcheck.review.page.look import Look
    from factcheck.review.page.serving import Place, Server

    look = Look(pieces.style(), pieces.marks(), pieces.Pieces)
    server = Server(desk, look, Place(host, port), editor=editor, said=say)
    if not server.names.local:
        say(f"{host}: other machines reach this page, and nothing is encrypted; whoever has its address can decide")
    show(f"{server.address}\n")
    if not quiet:
        say("the page is there as long as this runs; Ctrl-C ends it")
    if browser:
        server.open()
    server.serve_until_ended()


def laid_out(paths: Sequence[str], drafts: Sequence[str] | None) -> tuple[Sequence[str], Sequence[str] | None]:
    """The sources and drafts of one folder that holds `sources/`, and perhaps a `draft.*`; else what was given."""
    if len(paths) != 1 or not is_folder(Path(paths[0]) / "sources"):
        return paths, drafts
    folder = Path(paths[0])
    found = sorted(str(path) for path in folder.glob("draft.*") if is_file(path))
    if not drafts and len(found) > 1:
        raise UsageError(f"{folder}: holds {' and '.join(found)}; name one with --draft")
    return [str(folder / "sources")], drafts or found or None


def login() -> str:
    """The name of whoever is logged in; "" where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
