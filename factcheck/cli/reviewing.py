"""`factcheck review`: decide findings, in the browser or in the terminal."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import decided, gating
from factcheck.cli.arguments import only
from factcheck.cli.checking import asked_for
from factcheck.cli.options import Drafts, Folders, Ignore, Quiet, Select
from factcheck.cli.outputs import say
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
    quiet: Quiet = False,
) -> None:
    """Go through the findings of a check and decide each, once, with a reason; later checks remember it."""
    from factcheck import pipeline

    settings = gating.settings_of(select=select, ignore=ignore, folders=folders)
    sources, draft = asked_for(*laid_out(paths or (() if settings.sources else (".",)), drafts), settings)
    file = only("--decisions", decisions) or settings.decisions or str(decided.home(sources, draft))
    with watched(quiet=quiet) as told:
        desk = pipeline.desk(sources, draft, file, settings=settings, told=told)
    gating.say_skipped(desk.report.skipped)
    who = " ".join((editor or _login()).split())
    if not who:
        raise UsageError("who decides? give a name with --editor NAME")
    if terminal:
        _in_terminal(desk, who, file, quiet=quiet)
        return
    raise NotImplementedError(who)


def _in_terminal(desk: Desk, editor: str, file: str, *, quiet: bool) -> None:
    from factcheck.cli import terminal_review
    from factcheck.lexicon import lexicon
    from factcheck.review import Loop

    loop = Loop(desk, editor, [str(reason) for reason in lexicon("reasons")])
    terminal_review.run(loop)
    if not quiet:
        done, of = desk.progress()
        say(f"{done} of {of} decided; the decisions are in {file}")


def laid_out(paths: Sequence[str], drafts: Sequence[str] | None) -> tuple[Sequence[str], Sequence[str] | None]:
    """The sources and drafts of one folder that holds `sources/`, and perhaps a `draft.*`; else what was given."""
    if len(paths) != 1 or not is_folder(Path(paths[0]) / "sources"):
        return paths, drafts
    folder = Path(paths[0])
    found = sorted(str(path) for path in folder.glob("draft.*") if is_file(path))
    if not drafts and len(found) > 1:
        raise UsageError(f"{folder}: holds {' and '.join(found)}; name one with --draft")
    return [str(folder / "sources")], drafts or found or None


def _login() -> str:
    """The name of whoever is logged in; "" where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
