"""The command line: parse, call, write, exit status. Heavy imports wait until a command needs them."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import __version__
from factcheck.cli import ruling, serving
from factcheck.cli.arguments import are_there, known_settings, only, refuse_empty, refuse_overwriting
from factcheck.cli.destinations import FILED, SHOWN, destinations
from factcheck.cli.outputs import STREAM, Output, deliver, parse, say, screen, show, unwritten
from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.config import FailOn
    from factcheck.model import Report, Skipped

CLEAN, FOUND, WRONG_USE, UNREAD, INTERRUPTED = 0, 1, 2, 3, 130
_COMMANDS = ("check", "figures", "explain", "lsp", "rules")

app = typer.Typer(
    help="Find the figures in sources and drafts and say where they disagree.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

AllowSkipped = Annotated[
    bool,
    typer.Option(
        "--allow-skipped", help="Do not exit with 3 for what was skipped, unless it is missing, the draft, or all."
    ),
]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]


def main() -> None:
    """Entry point of the command `factcheck`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; its exit status. Every error of use is one line on standard error."""
    try:
        return app(list(arguments), prog_name="factcheck", standalone_mode=False) or CLEAN
    except typer.TyperException as error:
        _say_misuse(error, arguments)
        return WRONG_USE
    except FactcheckError as error:
        for line in str(error).splitlines():
            say(line)
        return error.exit_code
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        say(str(unwritten(error)))  # the help is printed without `show`
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED


def _say_misuse(error: typer.TyperException, arguments: Sequence[str]) -> None:
    told = error.format_message().removesuffix(".")
    context = getattr(error, "ctx", None)
    command = (
        context.command_path if context else " ".join(["factcheck", *[a for a in arguments[:1] if a in _COMMANDS]])
    )
    say(f"{told}{' See' if told.endswith('?') else '; see'} {command} --help")


def _version(wanted: bool) -> None:
    if wanted:
        show(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None: ...


@app.command()
def check(
    paths: Paths,
    drafts: Annotated[
        list[str] | None,
        typer.Option("--draft", metavar="FILE", help="A draft to check against the sources and itself."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME[=FILE]", help="A report to make; may be repeated. [default: terminal]"),
    ] = None,
    folder: Annotated[
        list[str] | None,
        typer.Option("--output", metavar="DIR", help="A folder for the reports that are named without a FILE."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="Exit with 1 from this severity on: error, warning, info, never."),
    ] = None,
    folders: Annotated[
        list[str] | None,
        typer.Option("--rules", metavar="DIR", help="A folder of rules to add, or to put in place of others."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="In the terminal's report, list every claim without a finding and show what is settled in full.",
        ),
    ] = False,
    explained: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="CLAIM", help="Print instead one claim (c3, or FILE:LINE:COLUMN) and its reasons."
        ),
    ] = None,
    parted: Annotated[
        tuple[str, str] | None,
        typer.Option("--why-not", metavar="A B", help="Print instead what keeps two figures (FILE:LINE:COLUMN) apart."),
    ] = None,
    allow_skipped: AllowSkipped = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what is wrong with the command.")
    ] = False,
) -> None:
    """Check sources against each other, a draft against its sources, or one document against itself."""
    from factcheck import config, pipeline, reporting

    draft, rules = only("--draft", drafts), only("--rules", folders)
    named = [*paths, *([draft] if draft is not None else [])]
    refuse_empty([*named, *([rules] if rules is not None else [])])
    if draft == STREAM and STREAM in paths:
        raise UsageError("standard input (-) cannot be both the draft and a source; put one of them into a file")
    settings = config.with_options(known_settings(), fail_on=fail_on, rules=rules, output=only("--output", folder))
    home = settings.output if folder or not formats else None
    known = destinations(reporting.format_names(), home, draft or paths[0])
    outputs = parse(formats or settings.formats, known, default=FILED if folder else SHOWN, folder=home)
    refuse_overwriting(outputs, named)
    report = pipeline.check(paths, draft, settings=settings)
    has_draft = draft is None or any(document.role == "draft" for document in report.documents)
    unread = report.skipped and not (allow_skipped and has_draft and report.documents and are_there(named))
    if explained or parted:
        _answer(report, explained, parted)
        raise typer.Exit(UNREAD if unread else CLEAN)
    for output in outputs:
        width, color = screen() if output.file is None else (80, False)
        deliver(pipeline.render(report, output.name, width=width, color=color, everything=everything), output)
    if not quiet:
        _say_where(report, outputs)
        _say_lone_draft(report)
        _say_skipped(report.skipped)
    raise typer.Exit(UNREAD if unread else FOUND if _fails(report, settings.fail_on) else CLEAN)


@app.command()
def figures(
    paths: Paths,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="List instead the numbers that are no figures, with the reasons.")
    ] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="How to list them: table, csv, jsonl or json; may be repeated. [default: table]",
        ),
    ] = None,
    allow_skipped: AllowSkipped = False,
) -> None:
    """List every figure found."""
    from factcheck import pipeline
    from factcheck.cli import listing

    refuse_empty(paths)
    settings = known_settings()
    outputs = parse(formats or (), dict.fromkeys(listing.LAYOUTS), default=("table",))
    refuse_overwriting(outputs, paths)
    found = pipeline.figures(paths, settings=settings)
    for output in outputs:
        deliver(listing.render(found, output.name, dropped=dropped), output)
    _say_skipped(found.skipped)
    unread = found.skipped and not (allow_skipped and found.documents and are_there(paths))
    raise typer.Exit(UNREAD if unread else CLEAN)


app.command()(ruling.explain)
app.command()(serving.lsp)
app.add_typer(ruling.app, name="rules")


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


def _say_where(report: Report, outputs: Sequence[Output]) -> None:
    """The verdict and its files, where nothing was printed that says it."""
    from factcheck.reporting.summary import verdict

    files = [str(output.file) for output in outputs if output.file]
    if len(files) == len(outputs):
        say(f"{verdict(report)} The report is in {' and '.join(files)}.")


def _say_lone_draft(report: Report) -> None:
    """A draft is no source of its own: where nothing else was named, it meets no source."""
    read = all(unread.checked for unread in report.skipped)
    if read and report.documents and all(d.role == "draft" for d in report.documents):
        say(f"{report.documents[0].path}: is checked against itself; no other document was given to check it against")


def _fails(report: Report, fail_on: FailOn) -> bool:
    """Whether a finding of that severity or a worse one stands, that no editor has settled."""
    from factcheck.model import SEVERITIES

    if fail_on == "never":
        return False
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(f.severity in failing for f in report.standing())


def _say_skipped(skipped: Iterable[Skipped]) -> None:
    for unread in skipped:
        say(f"{'' if unread.checked else 'skipped '}{unread.path}: {unread.reason}")
