"""`factcheck check`: sources, a draft, or one document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import completion, gating
from factcheck.cli.arguments import only, refuse_empty, refuse_overwriting
from factcheck.cli.asked import Asked, put
from factcheck.cli.decided import place, with_decisions
from factcheck.cli.destinations import FILED, SHOWN, destinations
from factcheck.cli.options import (
    AllowSkipped,
    Baseline,
    CacheFolder,
    Decisions,
    Drafts,
    Engine,
    FailOn,
    Folders,
    Ignore,
    MegaBytes,
    NoBaseline,
    NoCache,
    NoDecisions,
    Quiet,
    Scheduler,
    Select,
    SomePaths,
    Verbose,
    Workers,
)
from factcheck.cli.outputs import STREAM, Output, parse, show
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model import Report

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help="A report to make; may be repeated. [default: terminal]",
        autocompletion=completion.formats,
    ),
]
Folder = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="DIR", help="A folder for the reports that are named without a FILE."),
]
Everything = Annotated[
    bool,
    typer.Option(
        "--all",
        help="In the terminal's report, list every claim without a finding and show what is settled in full.",
    ),
]
Explained = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="CLAIM", help="Print instead one claim (c3, or FILE:LINE:COLUMN) and its reasons."
    ),
]
Parted = Annotated[
    tuple[str, str] | None,
    typer.Option("--why-not", metavar="A B", help="Print instead what keeps two figures (FILE:LINE:COLUMN) apart."),
]


def check(
    context: typer.Context,
    paths: SomePaths = None,
    drafts: Drafts = None,
    formats: Formats = None,
    folder: Folder = None,
    fail_on: FailOn = None,
    select: Select = None,
    ignore: Ignore = None,
    folders: Folders = None,
    baselines: Baseline = None,
    no_baseline: NoBaseline = False,
    decisions: Decisions = None,
    no_decisions: NoDecisions = False,
    everything: Everything = False,
    explained: Explained = None,
    parted: Parted = None,
    workers: Workers = None,
    memory: MegaBytes = None,
    engines: Engine = None,
    schedulers: Scheduler = None,
    caches: CacheFolder = None,
    no_cache: NoCache = False,
    allow_skipped: AllowSkipped = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Check sources against each other, a draft against its sources, or one document against itself."""
    settings = gating.settings_of(
        fail_on=fail_on,
        folders=folders,
        select=select,
        ignore=ignore,
        baselines=baselines,
        no_baseline=no_baseline,
        output=only("--output", folder),
        workers=workers,
        memory=memory,
        engines=engines,
        schedulers=schedulers,
        caches=caches,
        no_cache=no_cache,
    )
    sources, draft = asked_for(paths, drafts, settings)
    database = place(settings, sources, draft, only("--decisions", decisions))
    settings = with_decisions(settings, sources, draft, decisions, without=no_decisions)
    outputs = outputs_of(settings, sources, draft, formats, folder)
    asked = Asked(
        tuple(sources),
        draft,
        settings,
        outputs,
        everything,
        allow_skipped,
        asking=context.obj,
        decisions=database,
    )
    if explained or parted:
        report = asked.report(quiet=quiet)
        _answer(report, explained, parted)
        raise typer.Exit(gating.UNREAD if asked.status(report) == gating.UNREAD else gating.CLEAN)
    if verbose:
        report = asked.report(quiet=quiet)
        made, done = asked.made_of(report), [*gating.what_was_done(report, settings)]
    else:
        made, done = asked.made(quiet=quiet), []
    put(made, outputs, done, quiet=quiet)
    raise typer.Exit(made.status)


def outputs_of(
    settings: Settings,
    sources: Sequence[str],
    draft: str | None,
    formats: Sequence[str] | None,
    folder: Sequence[str] | None,
) -> tuple[Output, ...]:
    """Where the reports go, by --format, --output and the settings. UsageError where one would lie over a document."""
    from factcheck import reporting

    home = settings.output if folder or not formats else None
    known = destinations(reporting.format_names(), home, draft or sources[0])
    outputs = parse(formats or settings.formats, known, default=FILED if folder else SHOWN, folder=home)
    refuse_overwriting(outputs, [*sources, *([draft] if draft is not None else [])])
    return outputs


def asked_for(
    paths: Sequence[str] | None, drafts: Sequence[str] | None, settings: Settings
) -> tuple[list[str], str | None]:
    """The sources, those of the settings where none is given, and the draft. UsageError where there is neither."""
    draft, sources = only("--draft", drafts), list(paths or settings.sources)
    refuse_empty([*sources, *([draft] if draft is not None else [])])
    if draft == STREAM and STREAM in sources:
        raise UsageError("standard input (-) cannot be both the draft and a source; put one of them into a file")
    if not sources and draft is None:
        raise UsageError("Missing argument 'PATH'; see factcheck check --help")
    return sources, draft


def _answer(report: Report, explained: str | None, parted: tuple[str, str] | None) -> None:
    """Print what was asked of the result."""
    from factcheck import pipeline
    from factcheck.cli import asking

    if explained:
        claim = asking.claim_at(report, explained)
        show(pipeline.explain(report, claim) if claim else asking.alone(report, explained))
    if parted:
        one, two = asking.two_figures(report, *parted)
        together = next((c.id for c in report.claims if one in c.figures and two in c.figures), None)
        lines = (f"they are one claim: {together}",) if together else pipeline.why_not(report, one, two)
        show("".join(f"{line}\n" for line in lines))
