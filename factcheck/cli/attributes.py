"""How git merges a file, as far as .gitattributes in its folders say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from factcheck.paths import bounded, matches, real

_NAME = ".gitattributes"
_MOST_BYTES = 1_000_000
_UNSET = ("merge", "-merge", "!merge", "binary")


def in_git(file: Path) -> bool:
    """Whether the file is in a working tree."""
    return _top(Path(real(file))) is not None


def merge(file: Path) -> str | None:
    """The driver that the file's attribute `merge` names; None where none does."""
    found, path = None, Path(real(file))
    for folder in _folders(path):
        inner = path.relative_to(folder).as_posix()
        for line in _lines(folder / _NAME):
            pattern, *attributes = line.split()
            if matches(_anchored(pattern), inner):
                found = _driver(attributes, found)
    return found


def _driver(attributes: list[str], before: str | None) -> str | None:
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        before = value if name == "merge" and value else None if attribute in _UNSET else before
    return before


def _anchored(pattern: str) -> str:
    """A pattern that begins with a slash is for its own folder alone."""
    return f"./{pattern[1:]}" if pattern.startswith("/") else pattern


def _lines(file: Path) -> Iterator[str]:
    with suppress(OSError):
        for line in bounded(file, _MOST_BYTES).decode("utf-8", "replace").splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                yield line


def _folders(path: Path) -> list[Path]:
    """The folders of the working tree that hold the file, the outermost first: the inner one has the last word."""
    top = _top(path)
    inside = [folder for folder in path.parents if top and folder.is_relative_to(top)]
    return inside[::-1]


def _top(path: Path) -> Path | None:
    return next((folder for folder in path.parents if (folder / ".git").exists()), None)
