"""`factcheck gate`: each file as a draft of its own, as a hook of a repository names them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import gating
from factcheck.cli.arguments import refuse_empty
from factcheck.cli.decided import with_decisions
from factcheck.cli.options import (
    AllowSkipped,
    Baseline,
    CacheFolder,
    Decisions,
    Engine,
    FailOn,
    Folders,
    Ignore,
    NoBaseline,
    NoCache,
    NoDecisions,
    Quiet,
    Scheduler,
    Select,
    Workers,
)
from factcheck.cli.outputs import STREAM, say, screen, show
from factcheck.cli.progress import watched
from factcheck.errors import UsageError
from factcheck.paths import real

if TYPE_CHECKING:
    from factcheck.config import Settings

_Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Drafts; a file of the setting `sources` is none.")]


def gate(
    files: _Files,
    fail_on: FailOn = None,
    select: Select = None,
    ignore: Ignore = None,
    folders: Folders = None,
    baselines: Baseline = None,
    no_baseline: NoBaseline = False,
    decisions: Decisions = None,
    no_decisions: NoDecisions = False,
    workers: Workers = None,
    engines: Engine = None,
    schedulers: Scheduler = None,
    caches: CacheFolder = None,
    no_cache: NoCache = False,
    allow_skipped: AllowSkipped = False,
    quiet: Quiet = False,
) -> None:
    """Check each file as a draft of its own, against the sources of the settings or else itself; print what fails."""
    refuse_empty(files)
    if STREAM in files:
        raise UsageError("standard input (-) is no file; name files, or use factcheck check --draft -")
    settings = gating.settings_of(
        fail_on=fail_on,
        folders=folders,
        select=select,
        ignore=ignore,
        baselines=baselines,
        no_baseline=no_baseline,
        workers=workers,
        engines=engines,
        schedulers=schedulers,
        caches=caches,
        no_cache=no_cache,
    )
    drafts = [file for file in dict.fromkeys(files) if not _is_source(file, settings.sources)]
    worst = gating.CLEAN
    for draft in drafts:
        own = with_decisions(settings, settings.sources, draft, decisions, without=no_decisions)
        worst = max(worst, _gated(draft, own, allow_skipped=allow_skipped, quiet=quiet))
    raise typer.Exit(worst)


def _gated(draft: str, settings: Settings, *, allow_skipped: bool, quiet: bool) -> int:
    """The exit status of one file; its report is printed where that is not 0."""
    from factcheck import pipeline
    from factcheck.reporting.summary import verdict

    named = [*settings.sources, draft]
    with watched(quiet=quiet) as told:
        report = pipeline.check(settings.sources, draft, settings=settings, told=told, said=say)
    status = gating.status(report, settings, named, drafted=True, allow_skipped=allow_skipped)
    if status != gating.CLEAN:
        width, color = screen()
        show(f"{draft}\n{pipeline.render(report, 'terminal', width=width, color=color)!s}\n")
    if not quiet:
        say(f"{draft}: {verdict(report)}", *gating.beside(report))
    return status


def _is_source(file: str, sources: Sequence[str]) -> bool:
    """Whether a file is one of the sources, or in a folder of them."""
    path = Path(real(file))
    return any(path.is_relative_to(real(source)) for source in sources)
