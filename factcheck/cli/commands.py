"""The commands, by their names. Heavy imports wait until a command needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import __version__
from factcheck.cli import (
    baselining,
    checking,
    completion,
    deciding,
    doctor,
    finding,
    gate,
    reviewing,
    ruling,
    serving,
    starting,
    watching,
)
from factcheck.cli.gating import CLEAN, WRONG_USE
from factcheck.cli.outputs import say, show

if TYPE_CHECKING:
    from factcheck.cli.again import Asking

_COMMANDS = (
    "check",
    "watch",
    "gate",
    "figures",
    "baseline",
    "review",
    "decisions",
    "explain",
    "rules",
    "lsp",
    "init",
    "doctor",
    "completion",
)

app = typer.Typer(
    help="Find the figures in sources and drafts and say where they disagree.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def perform(arguments: Sequence[str], asking: Asking | None = None) -> int:
    """Understand the arguments and do what they say; the exit status. TyperException is told, no other error.

    `asking` is that of the same arguments, for a check that is to be known again by them.
    """
    completion.prepare()
    try:
        return app(list(arguments), prog_name="factcheck", standalone_mode=False, obj=asking) or CLEAN
    except typer.TyperException as error:
        _say_misuse(error, arguments)
        return WRONG_USE


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


app.command()(checking.check)
app.command()(watching.watch)
app.command()(gate.gate)
app.command()(finding.figures)
app.command()(baselining.baseline)
app.command()(reviewing.review)
app.command()(ruling.explain)
app.command()(serving.lsp)
app.command()(starting.init)
app.command()(doctor.doctor)
app.command()(completion.completion)
app.add_typer(ruling.app, name="rules")
app.add_typer(deciding.app, name="decisions")
