"""Reports for people and programs: one module of `formats` per output format.

A format returns a string and writes nothing; what is shown of a document passes through `evidence`.
"""

from __future__ import annotations

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.reporting.explaining import explain
from factcheck.reporting.page import Page

__all__ = ["explain", "format_names", "render"]

_FORMATS = "factcheck.reporting.formats"


def format_names() -> list[str]:
    """The formats that `render` knows, sorted."""
    return plugins.names(_FORMATS)


def render(report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False) -> str:
    """The report in one format, ending in a line break.

    `width` (columns), `color` (ANSI styles) and `everything` (rows that a screen is spared) matter to the
    terminal only. Raises UsageError for a format that does not exist.
    """
    known = format_names()
    if format_name not in known:
        raise UsageError(f"unknown format {format_name!r}; the formats are {', '.join(known)}")
    text: str = plugins.load(_FORMATS, format_name).render(report, Page(width, color, everything))
    return text
