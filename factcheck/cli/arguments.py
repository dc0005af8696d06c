"""What is wrong with arguments, whichever command they are for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.outputs import STREAM, Output
from factcheck.errors import UsageError
from factcheck.paths import is_file, is_folder, real

if TYPE_CHECKING:
    from factcheck.config import Settings


def refuse_empty(arguments: Sequence[str]) -> None:
    """An unset variable of a script must not stand for the working folder."""
    if "" in arguments:
        raise UsageError("an argument is empty; name a file or folder (a variable of a script may be unset)")


def only(option: str, given: Sequence[str] | None) -> str | None:
    """The value of an option that may stand once: the last of several would silently win."""
    if given and len(given) > 1:
        raise UsageError(f"{option} is given {len(given)} times ({', '.join(given)}); give one")
    return given[0] if given else None


def are_there(given: Sequence[str]) -> bool:
    """Whether every path leads to a file or a folder."""
    return all(path == STREAM or is_file(Path(path)) or is_folder(Path(path)) for path in given)


def refuse_overwriting(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    read = {real(path) for path in inputs if path != STREAM}
    for output in outputs:
        if output.file and real(output.file) in read:
            raise UsageError(f"{output.file}: the report would overwrite a document; choose another file")


def known_settings() -> Settings:
    """The settings of the working folder. Without such a folder not even spaCy can be imported."""
    from factcheck import config

    try:
        return config.load_settings(Path.cwd())
    except FileNotFoundError as error:
        raise UsageError("the working folder is gone; change to another folder") from error
