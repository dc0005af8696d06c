"""What stands at a path. Where the system refuses to say, the answer is no, never an error."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

_AT_ONCE = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
"""A pipe without a writer is opened, and not waited for; a terminal does not become the program's own."""


def is_file(path: Path) -> bool:
    """Whether the path leads to a file."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Whether the path leads to a folder."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_link(path: Path) -> bool:
    """Whether the path is a symbolic link."""
    with suppress(OSError):
        return path.is_symlink()
    return False


def real(path: str | os.PathLike[str]) -> str:
    """What tells whether two paths are one file: the path, its links followed where they can be."""
    with suppress(OSError):  # a link that may not be followed, or a working folder that is gone
        return os.path.realpath(path)
    return os.path.normpath(path)


def refused(path: Path) -> str | None:
    """Why the system does not even say whether something is there; None where it does."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return error.strerror
    return None


def unlisted(folder: Path) -> str | None:
    """Why the system does not say what is in the folder; None where it does."""
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return error.strerror
    return None


def bounded(path: Path, most: int, *, follow: bool = True) -> bytes:
    """What a file holds, cut behind `most` bytes and one more. OSError where it is no plain file: a pipe never ends.

    What it is is asked of what was opened, in the place of which nobody can put something else. Not to `follow` is for
    a path that held no link when it was looked at.
    """
    number = os.open(path, os.O_RDONLY | _AT_ONCE | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    with open(number, "rb") as stream:  # noqa: PTH123 - it is open already
        mode = os.fstat(number).st_mode
        if not stat.S_ISREG(mode):
            reason = "Is a directory" if stat.S_ISDIR(mode) else "it is no plain file"
            raise OSError(0, reason, str(path))
        return stream.read(most + 1)


def matches(pattern: str, path: str) -> bool:
    """Whether a path is one of a pattern's, both seen from the working folder.

    "*" is anything but a slash, "**" anything, "?" one character. A pattern without a slash is for the name of a file
    in whatever folder, one that ends with a slash for all that is below.
    """
    if Path(path).is_absolute() and not Path(pattern).is_absolute():
        path = os.path.relpath(path)
    path = Path(path).as_posix()
    return _pattern(pattern).fullmatch(path if "/" in pattern else path.rpartition("/")[2]) is not None


@cache
def _pattern(written: str) -> re.Pattern[str]:
    whole = written.removeprefix("./") + ("**" if written.endswith("/") else "")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", whole)
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(known.get(part) or re.escape(part) for part in parts), re.DOTALL)
