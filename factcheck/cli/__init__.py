"""The command line: parse, call, write, exit status. Heavy imports wait until a command needs them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from factcheck import __version__
from factcheck.cli.outputs import STREAM, Output, parse, save, say, screen, show
from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.config import FailOn
    from factcheck.model import Report, Skipped

CLEAN, FOUND, WRONG_USE, UNREAD, INTERRUPTED = 0, 1, 2, 3, 130

app = typer.Typer(
    help="Find the figures in sources and drafts and say where they disagree.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]


def main() -> None:
    """Entry point of the command `factcheck`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; its exit status. Every error of use is one line on standard error."""
    try:
        return app(list(arguments), prog_name="factcheck", standalone_mode=False) or CLEAN
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "factcheck"
        say(f"{error.format_message().replace('Value error, ', '').rstrip('.?')}; see {command} --help")
        return WRONG_USE
    except FactcheckError as error:
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
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
    draft: Annotated[
        str | None, typer.Option(metavar="FILE", help="A draft to check against the sources and itself.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME[=FILE]", help="A report to make; may be repeated. [default: terminal]"),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="Exit with 1 from this severity on: error, warning, info, never."),
    ] = None,
    rules: Annotated[
        str | None, typer.Option(metavar="DIR", help="A folder of rules to add, or to put in place of others.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Do not repeat on standard error what was skipped.")
    ] = False,
) -> None:
    """Check sources against each other, a draft against its sources, or one document against itself."""
    from factcheck import config, pipeline, reporting

    _refuse_empty([*paths, *([draft] if draft is not None else []), *([rules] if rules is not None else [])])
    if draft == STREAM and STREAM in paths:
        raise UsageError("standard input (-) cannot be both the draft and a source; put one of them into a file")
    settings = config.with_options(config.load_settings(Path()), fail_on=fail_on, rules=rules)
    folder = None if formats else settings.output
    outputs = parse(formats or settings.formats, folder, reporting.format_names())
    _refuse_overwriting(outputs, [*paths, *([draft] if draft else [])])
    report = pipeline.check(paths, draft, settings=settings)
    for output in outputs:
        _deliver(report, output)
    if not quiet:
        _say_skipped(report.skipped)
    raise typer.Exit(UNREAD if report.skipped else FOUND if _fails(report, settings.fail_on) else CLEAN)


@app.command()
def figures(
    paths: Paths,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="List instead the numbers that are no figures, with the reasons.")
    ] = False,
    layout: Annotated[
        Literal["table", "csv", "jsonl", "json"], typer.Option("--format", help="How to list them.")
    ] = "table",
) -> None:
    """List every figure found."""
    from factcheck import config, pipeline
    from factcheck.cli import listing

    found = pipeline.figures(paths, settings=config.load_settings(Path()))
    show(listing.render(found, layout, dropped=dropped))
    _say_skipped(found.skipped)
    raise typer.Exit(UNREAD if found.skipped else CLEAN)


def _refuse_empty(arguments: Sequence[str]) -> None:
    """An unset variable of a script must not stand for the working folder."""
    if "" in arguments:
        raise UsageError("an argument is empty; name a file or folder (a variable of a script may be unset)")


def _refuse_overwriting(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    read = {os.path.realpath(path) for path in inputs if path != STREAM}
    for output in outputs:
        if output.file and os.path.realpath(output.file) in read:
            raise UsageError(f"{output.file}: the report would overwrite a document; choose another file")


def _deliver(report: Report, output: Output) -> None:
    from factcheck import pipeline

    if output.file:
        save(pipeline.render(report, output.name), output.file)
    else:
        width, color = screen()
        show(pipeline.render(report, output.name, width=width, color=color))


def _fails(report: Report, fail_on: FailOn) -> bool:
    """Whether a finding of that severity or a worse one stands, that no editor has settled."""
    from factcheck.model import SEVERITIES

    if fail_on == "never":
        return False
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    settled = {decision.fingerprint for decision in report.decisions if decision.verdict != "confirmed"}
    return any(f.severity in failing and f.fingerprint not in settled for f in report.findings)


def _say_skipped(skipped: Iterable[Skipped]) -> None:
    for unread in skipped:
        say(f"skipped {unread.path}: {unread.reason}")
