"""Where a figure stands, as programs take it: a region of lines and columns, and a file's address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from factcheck.model import Document, Figure, Finding, Span
from factcheck.reporting.evidence import in_line

_LINE_COLUMN = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in characters; the end stands behind the last character, None where it is not known."""

    line: int
    column: int
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A figure in its file. `place` is the reader's mark ("page 3"), where lines and columns lead nowhere."""

    path: str
    words: str
    region: Region | None
    place: str


def location(documents: Mapping[str, Document], figure: Figure) -> Location:
    """Where a figure stands in one of the documents, which are given by their ids."""
    document = documents[figure.document]
    where = document.place(figure.span.start)
    return Location(in_line(document.path), in_line(figure.text), region(document, figure.span), in_line(where))


def pinned(finding: Finding, among: Mapping[str, Figure]) -> Figure | None:
    """The figure among some, by their ids, that a finding is shown at: the primary one, or the first it speaks of."""
    return next((among[name] for name in finding.figures if name in among), None)


def region(document: Document, span: Span) -> Region | None:
    """The lines and columns of a span; None where the reader's marks lead to other places (a page, a cell)."""
    start = _LINE_COLUMN.fullmatch(document.place(span.start))
    if start is None:
        return None
    line, column = map(int, start.groups())
    if document.marks:
        return Region(line, column)
    within = span.quote(document.text)
    breaks = within.count("\n")
    end = len(within) - within.rfind("\n") if breaks else column + len(within)
    return Region(line, column, line + breaks, end)


def address(path: str) -> str:
    """A path as a relative URI reference (RFC 3986), "/" between its parts on every system."""
    return quote(path.replace("\\", "/"), safe="/!$&'()*+,;=@~#")
