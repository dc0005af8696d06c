"""What a shell completes: the script that it needs, and the words of options. Nothing heavy is loaded for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.again import COMPLETION
from factcheck.cli.outputs import show
from factcheck.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


def completion(
    shell: Annotated[
        str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", autocompletion=lambda: list(SHELLS))
    ],
) -> None:
    """Print the script that completes commands, options, rules and formats in a shell."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    if shell not in SHELLS:
        raise UsageError(f"{shell}: no script for this shell; the shells are {', '.join(SHELLS)}")
    show(get_completion_script(prog_name="factcheck", complete_var=COMPLETION, shell=shell) + "\n")


def prepare() -> None:
    """Where a shell asks for words, have them answered as the scripts expect."""
    if COMPLETION in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def rules(incomplete: str) -> list[str]:
    """The shipped rules, by the names of their files, and their groups."""
    from factcheck.lexicon import shipped_rules

    folder = shipped_rules()
    known = [_id(path, folder) for path in folder.glob("*/*.yaml") if path.parent.name != "lexicon"]
    groups = {name.partition("/")[0] for name in known}
    return sorted(name for name in {*known, *groups} if name.startswith(incomplete))


def formats(incomplete: str) -> list[str]:
    """The formats of a report."""
    from factcheck.reporting import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


def levels(incomplete: str) -> list[str]:
    """The values of --fail-on."""
    from factcheck.model import SEVERITIES

    return [name for name in (*SEVERITIES, "never") if name.startswith(incomplete)]


def engines(incomplete: str) -> list[str]:
    """The values of --engine."""
    return [name for name in ("dask", "processes") if name.startswith(incomplete)]


def _id(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()
