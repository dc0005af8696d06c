"""The cells of a document that hold numbers, each as a sentence of its own with the way back to its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from factcheck.figures.tables import wording
from factcheck.figures.tables.brackets import Bracketed, negatives
from factcheck.figures.tables.heads import Head, Unit, read_head
from factcheck.figures.tables.standing import corners, titles
from factcheck.lexicon import wordlist
from factcheck.model import Cell, Document, Span

_BARE = re.compile(r"[(]?\s*(?:(?P<minus>[-−–])|[+±~])?\s*(?P<digits>\d[\d.,'’ \u00a0\u202f\u2009]*)\s*[)]?\s*[*†‡§]*")
_DECIMAL_COMMA = re.compile(r"[-−+]?(?:\d+|\d{1,3}(?:[.\u00a0\u202f ]\d{3})+),(?:\d{1,2}|\d{4,})(?:\s?\D{1,3})?")
_DECIMAL_POINT = re.compile(r"\D{0,3}(?:\d+|\d{1,3}(?:,\d{3})+)\.(?:\d{1,2}|\d{4,})(?:\s?\D{1,3})?")
_SWAPPED = str.maketrans(",.", ".,")
_SIGNS = ("", "minus ")
"""Of numbers without a sign of money."""
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
    known = titles(document), corners(document), _has_decimal_commas(document)
    reader = _Reader(document, frozenset(heading), *known, negatives(document, partial(_row_of, rows, starts)))
    for cell in document.cells:
        row = _row_of(rows, starts, cell.span)
        if row is not None:
            by_row[row] += reader.phrases(cell, row)
    return by_row


def _row_of(rows: Sequence[Span], starts: Sequence[int], span: Span) -> Span | None:
    at = bisect_right(starts, span.start) - 1
    return rows[at] if at >= 0 and span.end <= rows[at].end else None


def _has_decimal_commas(document: Document) -> bool:
    """Whether the numbers of the document's tables have decimals behind commas, and none behind a point."""
    words = [cell.span.quote(document.text).strip() for cell in document.cells]
    return any(map(_DECIMAL_COMMA.fullmatch, words)) and not any(map(_DECIMAL_POINT.fullmatch, words))


@dataclass(frozen=True)
class _Reader:
    """What is known of a document's tables while its cells are read.

    `swapped`: commas mark its decimals; `negatives`: the cells whose brackets mean minus.
    """

    document: Document
    heading: frozenset[Span]
    titles: Mapping[Span, Unit]
    corners: Mapping[Span, Unit]
    swapped: bool
    negatives: Mapping[Span, Bracketed]

    def phrases(self, cell: Cell, row: Span) -> Iterator[Phrase]:
        words = cell.span.quote(self.document.text)
        if len(words.split()) >= _PROSE:
            yield Phrase(words, 0, cell.span, row)
            return
        columns, rows = self._heads(cell, row, own=False), self._heads(cell, row, own=True)
        if cell.span in self.heading or not any(map(str.isdecimal, words)) or any(map(_tells_time, columns)):
            return
        place, sign, bare = self._number(cell.span)
        shown = place.quote(self.document.text)
        plain = _one_line(shown.translate(_SWAPPED) if self.swapped else shown)
        text, at = wording.sentence(columns, rows, plain, self._standing(cell, row) if bare else None, sign)
        yield Phrase(text, at, place, row)

    def _number(self, cell: Span) -> tuple[Span, str, bool]:
        """Where the cell's number stands, the words of its sign, and whether it is without a unit of its own."""
        start, sign, words = cell.start, "", cell.quote(self.document.text)
        if told := self.negatives.get(cell):
            start, sign, words = told.inner.start, f"minus {told.money}", told.inner.quote(self.document.text)
        bare = _BARE.fullmatch(words)
        if bare is None:
            return Span(start, start + len(words.rstrip())), sign, False
        if bare["minus"]:
            sign = "minus "
        digits = bare["digits"].rstrip()
        return Span(start + bare.start("digits"), start + bare.start("digits") + len(digits)), sign, sign in _SIGNS

    def _heads(self, cell: Cell, row: Span, *, own: bool) -> list[Head]:
        """The heads of the cell's own row, or of its column."""
        return [read_head(h.quote(self.document.text)) for h in cell.heads if _within(h, row) is own]

    def _standing(self, cell: Cell, row: Span) -> Unit:
        """The unit of the whole table."""
        corner = next((self.corners[head] for head in cell.heads if head in self.corners), Unit())
        return corner or self.titles.get(row, Unit())


def _within(span: Span, row: Span) -> bool:
    return row.start <= span.start and span.end <= row.end


def _tells_time(head: Head) -> bool:
    return head.words.lower() in wordlist("tables", "times")


def _one_line(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)
