"""Writes the help of each command into README.md anew: `python -m tests.help`."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from factcheck.cli import run
from factcheck.cli.commands import app

README = Path(__file__).resolve().parents[1] / "README.md"
_OPENED = "<details><summary>The help of each command</summary>\n"
_CLOSED = "\n</details>"


def commands() -> list[list[str]]:
    """Every command by its words, that without one first."""
    named = [[command.name or command.callback.__name__] for command in app.registered_commands if command.callback]
    grouped = [
        [group.name or "", command.name or ""]
        for group in app.registered_groups
        for command in (group.typer_instance.registered_commands if group.typer_instance else ())
    ]
    return [[], *named, *grouped]


def helped(command: list[str]) -> str:
    """What a command says with --help on 80 columns."""
    printed = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        with contextlib.redirect_stdout(printed):
            run([*command, "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    lines = (line.rstrip() for line in printed.getvalue().strip().splitlines())
    return "\n".join(lines) + "\n"


def section() -> str:
    """The part of README.md between its marks."""
    blocks = (f"```text\n$ {' '.join(['factcheck', *c, '--help'])}\n{helped(c)}```\n" for c in commands())
    return "\n" + "\n".join(blocks)


def shown() -> str:
    """That part as it stands."""
    return README.read_text(encoding="utf-8").split(_OPENED)[1].split(_CLOSED)[0]


def main() -> None:
    """Write it."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(_OPENED)
    README.write_text(f"{before}{_OPENED}{section()}{_CLOSED}{rest.partition(_CLOSED)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
