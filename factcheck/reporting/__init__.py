"""Reports for people and programs: one module of `formats` per output format.

A format returns a string, or the bytes of a file that is no text, and writes nothing; what is shown of a document
passes through `evidence`. One whose text is long on an archive may have `in_pieces`, which gives it piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.reporting.page import Page

__all__ = ["Page", "format_names", "in_pieces", "made", "render", "suffix"]

_FORMATS = "factcheck.reporting.formats"


def format_names() -> list[str]:
    """The formats that `render` knows, sorted."""
    return plugins.names(_FORMATS)


def made(report: Report, format_name: str, page: Page | None = None) -> str | bytes:
    """The report in one format: text that ends in a line break, or the bytes of a file that is no text.

    What the page is (its columns, ANSI styles, all rows) matters to the terminal only. Raises UsageError for a format
    that does not exist, or that this report cannot have.
    """
    found: str | bytes = _format(format_name).render(report, page or Page())
    return found


def in_pieces(report: Report, format_name: str, page: Page | None = None) -> Iterable[str] | bytes:
    """The same, text in pieces: of some formats each is made when it is asked for. Raises as `made` does."""
    if one_by_one := getattr(_format(format_name), "in_pieces", None):
        told: Iterable[str] = one_by_one(report, page or Page())
        return told
    found = made(report, format_name, page)
    return found if isinstance(found, bytes) else (found,)


def _format(name: str) -> ModuleType:
    known = format_names()
    if name not in known:
        raise UsageError(f"unknown format {name!r}; the formats are {', '.join(known)}")
    return plugins.load(_FORMATS, name)


def render(report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False) -> str:
    """The report as text. Raises UsageError as `made` does, and for a format that is no text."""
    text = made(report, format_name, Page(width, color, everything))
    if isinstance(text, bytes):
        raise UsageError(f"{format_name} is a file, not text; give the file's name: {format_name}=FILE")
    return text


def suffix(format_name: str) -> str:
    """What the files of a format are called, with the dot."""
    found: str = plugins.load(_FORMATS, format_name).SUFFIX
    return found
