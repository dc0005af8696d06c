"""`factcheck baseline`: take what is found today for known, so that only what comes new fails a gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import gating
from factcheck.cli.checking import asked_for
from factcheck.cli.decided import with_decisions
from factcheck.cli.options import AllowSkipped, Baseline, Decisions, Drafts, Folders, Ignore, Quiet, Select, SomePaths
from factcheck.cli.outputs import save, say
from factcheck.cli.progress import watched
from factcheck.errors import UsageError
from factcheck.paths import BASELINE_FILE, is_file, real

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.findings.baseline import Entry
    from factcheck.model import Report

_Prune = Annotated[bool, typer.Option("--prune", help="Take out what is gone, and add nothing.")]


def baseline(
    paths: SomePaths = None,
    drafts: Drafts = None,
    select: Select = None,
    ignore: Ignore = None,
    folders: Folders = None,
    baselines: Baseline = None,
    decisions: Decisions = None,
    prune: _Prune = False,
    allow_skipped: AllowSkipped = False,
    quiet: Quiet = False,
) -> None:
    """Write down the findings of a check that nothing else settles; later checks take them for settled.

    Entries of documents that this check did not read are kept. Where something cannot be read nothing is written.
    """
    from factcheck import pipeline
    from factcheck.findings.baseline import dump, load

    settings = gating.settings_of(folders=folders, select=select, ignore=ignore, baselines=baselines)
    file = settings.baseline or BASELINE_FILE
    sources, draft = asked_for(paths, drafts, settings)
    settings = with_decisions(settings, sources, draft, decisions)
    named = [*sources, *([draft] if draft is not None else [])]
    if real(file) in map(real, named):
        raise UsageError(f"{file}: the baseline would overwrite a document; choose another file")
    known = load(file) if is_file(Path(file)) else {}
    with watched(quiet=quiet) as told:
        report = pipeline.check(
            sources, draft, settings=settings.model_copy(update={"baseline": None}), told=told, said=say
        )
    say(*gating.skipped(report.skipped))
    status = gating.status(report, settings, named, drafted=draft is not None, allow_skipped=allow_skipped)
    if status == gating.UNREAD:
        say(f"{file}: was not written; what could not be read may hold findings (--allow-skipped writes it)")
        raise typer.Exit(status)
    kept = _merged(report, known, prune=prune)
    save(dump(kept.values()), Path(file))
    if not quiet:
        _say_change(file, known, kept)


def _merged(report: Report, known: Mapping[str, Entry], *, prune: bool) -> dict[str, Entry]:
    """The entries that stay, with those of what stands now."""
    from factcheck.findings.baseline import entries, gone

    lost = {
        entry.fingerprint for entry in gone(tuple(known.values()), report.standing(), report.documents, report.rules)
    }
    kept = {name: entry for name, entry in known.items() if name not in lost}
    found = {entry.fingerprint: entry for entry in entries(report.standing(), report.figures, report.documents)}
    return kept if prune else kept | found


def _say_change(file: str, known: Mapping[str, Entry], kept: Mapping[str, Entry]) -> None:
    from factcheck.reporting.summary import counted

    added, lost = len(kept.keys() - known.keys()), len(known.keys() - kept.keys())
    say(f"{file}: {counted(len(kept), 'finding')} ({added} added, {lost} taken out)")
