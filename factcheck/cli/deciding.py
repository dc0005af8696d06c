"""`factcheck decisions`: list what was decided, hand it on as a file, take in another's, take one back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import reviewing
from factcheck.cli.arguments import are_there, known_settings, only, refuse_empty
from factcheck.cli.checking import asked_for
from factcheck.cli.decided import home
from factcheck.cli.options import Quiet
from factcheck.cli.outputs import STREAM, columns, save, say, show
from factcheck.errors import UsageError
from factcheck.model import EXPORTED
from factcheck.paths import is_file, is_folder, real

if TYPE_CHECKING:
    from factcheck.review import Entry

_FORMATS = {".csv": "csv", ".html": "html", ".htm": "html"}

app = typer.Typer(help="List, hand on and take in what editors decided.", rich_markup_mode=None)

_Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="The sources, or the folder, that were reviewed. [default: this folder]"),
]
_Of = Annotated[
    list[str] | None,
    typer.Option("--of", metavar="PATH", help="The sources, or the folder, that were reviewed. [default: this folder]"),
]
_Database = Annotated[
    list[str] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="The database. [default: .factcheck/decisions.sqlite beside the draft or the sources]",
    ),
]
_Draft = Annotated[list[str] | None, typer.Option("--draft", metavar="FILE", help="The draft that was reviewed.")]


@app.command("list")
def list_decisions(
    paths: _Paths = None,
    drafts: _Draft = None,
    decisions: _Database = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Those too that were replaced or taken back, and who took them back.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """List the decisions that stand: when (UTC), who, what, why, of which finding."""
    from factcheck.cli.register import listed
    from factcheck.review.listing import rows

    file, entries = _known(paths, drafts, decisions)
    found = [row for row in rows(entries) if everything or row.stands]
    if not found and not quiet:
        say(f"{file}: no decision stands{'; --all lists those that did' if entries else ''}")
    show(listed(found, {entry.id for entry in entries}, columns()))


@app.command("export")
def export_decisions(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="Where to write them. [default: standard output]")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="jsonl, csv or html. [default: what FILE ends with, else jsonl]",
            autocompletion=lambda: list(_renderers()),
        ),
    ] = None,
    of: _Of = None,
    drafts: _Draft = None,
    decisions: _Database = None,
    quiet: Quiet = False,
) -> None:
    """Write all decisions, with those taken back, as JSON lines (for git, for others), or as a list (CSV, HTML)."""
    refuse_empty([file] if file is not None else [])
    target = None if file in (None, STREAM) else Path(str(file))
    form = name or _FORMATS.get(target.suffix.lower() if target else "", "jsonl")
    renderers = _renderers()
    if form not in renderers:
        raise UsageError(f"unknown format {form!r}; the formats are {', '.join(renderers)}")
    database, entries = _known(of, drafts, decisions)
    if target is None:
        show(renderers[form](entries))
        return
    _refuse_losing(target, form, database, entries)
    save(renderers[form](entries), target)
    if form == "jsonl" and not quiet:
        _say_how_git_merges(target)


@app.command("import")
def import_decisions(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="JSON lines; - is standard input.")],
    of: _Of = None,
    drafts: _Draft = None,
    decisions: _Database = None,
    quiet: Quiet = False,
) -> None:
    """Take in the decisions of exported files, all of them or, where a line is wrong, none; known ones count once."""
    from factcheck.review import Store, lines

    refuse_empty(files)
    database = _database(of, drafts, decisions)
    loaded = [lines.parsed(_piped(), STREAM) if file == STREAM else lines.load(file) for file in files]
    found = {entry.id: entry for entries in loaded for entry in entries}
    store = Store(Path(database))
    try:
        new = store.merge(found.values())
    finally:
        store.close()
    if not quiet:
        say(f"{database}: {new} new of {_counted(len(found))}")


@app.command("undo")
def undo_decision(
    name: Annotated[str, typer.Argument(metavar="ID", help="The decision, by the id that list shows, or its start.")],
    editor: Annotated[
        str | None,
        typer.Option("--editor", metavar="NAME", help="Who takes it back. [default: the name of this login]"),
    ] = None,
    of: _Of = None,
    drafts: _Draft = None,
    decisions: _Database = None,
    quiet: Quiet = False,
) -> None:
    """Take a decision back; what stood before it stands again, and both are kept."""
    from factcheck.cli.register import named
    from factcheck.review import Store
    from factcheck.review.entries import undoing

    refuse_empty([name])
    who = " ".join((editor if editor is not None else reviewing.login()).split())
    if not who:
        raise UsageError("who takes it back? give a name with --editor")
    database, entries = _known(of, drafts, decisions)
    entry = named(name, entries)
    store = Store(Path(database))
    try:
        store.append(undoing(entry, who))
    finally:
        store.close()
    if not quiet:
        say(f"{entry.id}: taken back ({_told(entry)})")


def _database(paths: Sequence[str] | None, drafts: Sequence[str] | None, given: Sequence[str] | None) -> str:
    """The database that a review of these paths writes."""
    named, settings = only("--decisions", given), known_settings()
    refuse_empty([*(paths or ()), *([named] if named is not None else [])])
    for path in (*(paths or ()), *(drafts or ())):
        if not are_there([path]):
            raise UsageError(f"{path}: no such file or folder; check the spelling")
    asked = reviewing.laid_out(paths or (() if settings.sources else (".",)), drafts)
    sources, draft = asked_for(*asked, settings)
    return named or settings.decisions or str(home(sources, draft))


def _known(
    paths: Sequence[str] | None, drafts: Sequence[str] | None, given: Sequence[str] | None
) -> tuple[str, tuple[Entry, ...]]:
    """The database and its entries. UsageError where there is none."""
    from factcheck.review.reading import read

    file = _database(paths, drafts, given)
    return file, read(Path(file))


def _refuse_losing(target: Path, form: str, database: str, entries: Sequence[Entry]) -> None:
    """UsageError where writing would lose something: the database itself, decisions that it has not taken in."""
    from factcheck.review import lines

    if is_folder(target):
        raise UsageError(f"{target}: is a folder; name a file in it, or what was reviewed with --of {target}")
    if real(target) == real(database):
        raise UsageError(f"{target}: is the database itself; choose another file")
    if form != "jsonl" or not is_file(target):
        return
    try:
        there = lines.load(str(target))
    except UsageError as error:
        first = str(error).splitlines()[0]
        raise UsageError(f"{first}; {target} is not written over, since it is no export") from error
    known = {entry.id for entry in entries}
    if foreign := [entry for entry in there if entry.id not in known]:
        remedy = f"take them in first with factcheck decisions import {target}"
        raise UsageError(f"{target}: holds {_counted(len(foreign))} that {database} does not; {remedy}")


def _say_how_git_merges(target: Path) -> None:
    from factcheck.cli import attributes
    from factcheck.review import lines

    wanted = lines.ATTRIBUTES if target.name.endswith(EXPORTED) else f"{target.name.replace(' ', '?')} merge=union"
    if attributes.in_git(target) and attributes.merge(target) != "union":
        say(f"{target}: two branches that add decisions merge without conflict once .gitattributes says: {wanted}")


def _renderers() -> dict[str, Callable[[Iterable[Entry]], str]]:
    from factcheck.review import lines, listing

    return {"jsonl": lines.dump, "csv": listing.as_csv, "html": listing.as_html}


def _piped() -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed; name a file")
    return sys.stdin.buffer.read()


def _told(entry: Entry) -> str:
    told = (str(entry.verdict).replace("_", " "), entry.editor, entry.message)
    return ", ".join(filter(None, told))


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
