"""What stands at a path. Where the system refuses to say, the answer is no, never an error."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

BASELINE_FILE = ".factcheck-baseline.json"
"""The baseline that counts where no setting names one and it is there."""
CONFIG_FILES = ("factcheck.toml", "pyproject.toml")
"""Of settings, in the order in which they are looked for; the first that has some counts."""

_AT_ONCE = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
"""A pipe without a writer is opened, and not waited for; a terminal does not become the program's own."""
_AT_LEAST = 1 << 16
"""Bytes to read at once."""


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


def is_plain(path: str) -> bool:
    """Whether a file stands there itself, and no link to one."""
    with suppress(OSError):
        return stat.S_ISREG(os.lstat(path).st_mode)
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


def bounded(path: str | Path, most: int, *, follow: bool = True) -> bytes:
    """What a file holds, cut behind `most` bytes and one more. OSError where it is no plain file: a pipe never ends.

    What it is is asked of what was opened, in the place of which nobody can put something else. Not to `follow` is for
    a path that held no link when it was looked at.
    """
    number = os.open(path, os.O_RDONLY | _AT_ONCE | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            reason = "Is a directory" if stat.S_ISDIR(found.st_mode) else "it is no plain file"
            raise OSError(0, reason, str(path))
        return _read(number, found.st_size, most + 1)
    finally:
        os.close(number)


def _read(number: int, size: int, most: int) -> bytes:
    """At most so many bytes of an open file; its `size` is what it was, and what some file systems never tell."""
    parts, at_once = [], max(size, _AT_LEAST)
    while most > 0 and (part := os.read(number, min(at_once, most))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


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
