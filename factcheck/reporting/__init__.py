"""Reports for people and programs: one module of `formats` per output format.

A format returns a string, or the bytes of a file that is no text, and writes nothing; what is shown of a document
passes through `evidence`.
"""

from __future__ import annotations

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.reporting.page import Page

__all__ = ["Page", "format_names", "made", "render", "suffix"]

_FORMATS = "factcheck.reporting.formats"


def format_names() -> list[str]:
    """The formats that `render` knows, sorted."""
    return plugins.names(_FORMATS)


def made(report: Report, format_name: str, page: Page | None = None) -> str | bytes:
    """The report in one format: text that ends in a line break, or the bytes of a file that is no text.

    What the page is (its columns, ANSI styles, all rows) matters to the terminal only. Raises UsageError for a format
    that does not exist, or that this report cannot have.
    """
    known = format_names()
    if format_name not in known:
        raise UsageError(f"unknown format {format_name!r}; the formats are {', '.join(known)}")
    found: str | bytes = plugins.load(_FORMATS, format_name).render(report, page or Page())
    return found


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
