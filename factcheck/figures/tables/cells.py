"""The cells of a document that hold numbers, each as a sentence of its own with the way back to its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.figures.tables import wording
from factcheck.figures.tables.heads import Head, read_head
from factcheck.lexicon import wordlist
from factcheck.model import Cell, Document, Span

_BARE = re.compile(r"[(]?\s*[-−–+±~]?\s*(?P<digits>\d[\d.,'’ \u00a0\u202f\u2009]*)\s*[)]?\s*[*†‡§]*")
_DECIMAL_COMMA = re.compile(r"[-−+]?(?:\d+|\d{1,3}(?:[.\u00a0\u202f ]\d{3})+),(?:\d{1,2}|\d{4,})(?:\s?\D{1,3})?")
_DECIMAL_POINT = re.compile(r"\D{0,3}(?:\d+|\d{1,3}(?:,\d{3})+)\.(?:\d{1,2}|\d{4,})(?:\s?\D{1,3})?")
_SWAPPED = str.maketrans(",.", ".,")
_PROSE = 9
"""A cell of so many words is prose, whatever stands over it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The sentence of a cell. What stands in `text` from `at` on for as long as `place` is, is the cell's own."""

    text: str
    at: int
    place: Span
    row: Span

    def located(self, span: Span) -> Span | None:
        """Where a stretch of the sentence stands in the document; None for what its heads say."""
        start, end = max(span.start, self.at), min(span.end, self.at + self.place.end - self.place.start)
        shift = self.place.start - self.at
        return Span(start + shift, end + shift) if start < end else None


def phrases(document: Document) -> dict[Span, list[Phrase]]:
    """The phrases of each row that is one of a table, by the span of the row's block; none for rows of heads."""
    if not document.cells:
        return {}
    rows = sorted(block.span for block in document.blocks if block.kind == "row")
    starts = [row.start for row in rows]
    by_row: dict[Span, list[Phrase]] = defaultdict(list)
    heading = {head for cell in document.cells for head in cell.heads}
    for span in heading:
        by_row.setdefault(_row_of(rows, starts, span) or span, [])
    swapped = _has_decimal_commas(document)
    for cell in document.cells:
        row = _row_of(rows, starts, cell.span)
        if row is not None:
            by_row[row] += _phrases(document, cell, row, heading, swapped=swapped)
    return by_row


def _row_of(rows: Sequence[Span], starts: Sequence[int], span: Span) -> Span | None:
    at = bisect_right(starts, span.start) - 1
    return rows[at] if at >= 0 and span.end <= rows[at].end else None


def _has_decimal_commas(document: Document) -> bool:
    """Whether the numbers of the document's tables have decimals behind commas, and none behind a point."""
    words = [cell.span.quote(document.text).strip() for cell in document.cells]
    return any(map(_DECIMAL_COMMA.fullmatch, words)) and not any(map(_DECIMAL_POINT.fullmatch, words))


def _phrases(document: Document, cell: Cell, row: Span, heading: set[Span], *, swapped: bool) -> Iterator[Phrase]:
    words = cell.span.quote(document.text)
    if len(words.split()) >= _PROSE:
        yield Phrase(words, 0, cell.span, row)
        return
    heads = [_head(document, head) for head in cell.heads]
    column = [head for head, span in zip(heads, cell.heads, strict=True) if not _within(span, row)]
    own = [head for head, span in zip(heads, cell.heads, strict=True) if _within(span, row)]
    if cell.span in heading or not any(map(str.isdecimal, words)) or any(map(_tells_time, column)):
        return
    bare = _BARE.fullmatch(words)
    place = Span(cell.span.start + bare.start("digits"), cell.span.start + bare.end("digits")) if bare else cell.span
    shown = place.quote(document.text)
    plain = shown.translate(_SWAPPED) if swapped else shown
    text, at = wording.sentence(column, own, _one_line(plain), bare=bare is not None)
    yield Phrase(text, at, place, row)


def _head(document: Document, span: Span) -> Head:
    return read_head(span.quote(document.text))


def _within(span: Span, row: Span) -> bool:
    return row.start <= span.start and span.end <= row.end


def _tells_time(head: Head) -> bool:
    return head.words.lower() in wordlist("tables", "times")


def _one_line(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)
