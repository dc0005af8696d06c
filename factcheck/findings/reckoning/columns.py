"""Tables in which a row or a column of sums stands at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import pages
from factcheck.findings.reckoning.numbers import shown
from factcheck.findings.reckoning.slip import Slip
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Cell, Document, Figure, Span

_PLAIN = re.compile(r"[*_]*[$€£]?\s?\d[\d.,\s]*[*_]*")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FEWEST = 2
"""Entries of a sum."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell of a line: what its place in the line is called, what it holds, and the figure that it is."""

    name: str
    text: str
    figure: Figure | None

    @property
    def number(self) -> Decimal | None:
        """The plain number that the cell holds, and nothing beside it, as English writes it."""
        if self.figure is None or not _PLAIN.fullmatch(self.text.strip()):
            return None
        words = self.figure.worded
        match = _DIGITS.search(words.text if words else self.text, words.span.start if words else 0)
        return Decimal(match.group().replace(",", "")) if match else None


@dataclass(frozen=True, slots=True)
class _Line:
    """A column or a row of a table without its head."""

    title: str
    entries: tuple[_Entry, ...]


def columns(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Totals at the end of a column, or of a row, that its numbers do not make."""
    for page in pages(evidence):
        for line in _lines(page.document, page.figures):
            yield from _of_line(line, tolerance)


def _lines(document: Document, figures: Sequence[Figure]) -> Iterator[_Line]:
    """The columns of a document's tables, then their rows."""
    rows = sorted(block.span for block in document.blocks if block.kind == "row")
    starts = [row.start for row in rows]
    by_start = {f.span.start: f for f in figures}
    heads = {head for cell in document.cells for head in cell.heads}
    down: dict[tuple[Span, ...], list[_Entry]] = defaultdict(list)
    across: dict[tuple[Span, ...], list[_Entry]] = defaultdict(list)
    for cell in document.cells:
        row = rows[bisect_right(starts, cell.span.start) - 1] if rows else cell.span
        above = tuple(head for head in cell.heads if not head.overlaps(row))
        beside = tuple(head for head in cell.heads if head.overlaps(row))
        if cell.span in heads or not above:
            continue
        figure = _figure(cell, by_start)
        text = cell.span.quote(document.text)
        down[above].append(_Entry(_words(document, beside), text, figure))
        across[row, *beside].append(_Entry(_words(document, above), text, figure))
    yield from (_Line(_words(document, head), tuple(cells)) for head, cells in down.items())
    yield from (_Line(_words(document, own[1:]), tuple(cells)) for own, cells in across.items())


def _figure(cell: Cell, by_start: dict[int, Figure]) -> Figure | None:
    return next((by_start[n] for n in range(cell.span.start, cell.span.end) if n in by_start), None)


def _words(document: Document, spans: Sequence[Span]) -> str:
    return " ".join(span.quote(document.text).strip("*_: ") for span in spans)


def _of_line(line: _Line, tolerance: Decimal) -> Iterator[Slip]:
    """The slip of a line whose last entry alone is a sum."""
    total, otherwise = (wordlist("reckoning", "column", key) for key in ("total", "otherwise"))
    names = [entry.name.lower() for entry in line.entries]
    sums = [n for n, name in enumerate(names) if name in total]
    if len(names) <= _FEWEST or sums != [len(names) - 1]:
        return
    if not any(re.search(any_of(otherwise), name) for name in (*names, line.title.lower())):
        yield from _summed(line, tolerance)


def _summed(line: _Line, tolerance: Decimal) -> Iterator[Slip]:
    numbers = [number for entry in line.entries if (number := entry.number) is not None]
    figures = [entry.figure for entry in line.entries if entry.figure]
    if len(numbers) < len(line.entries) or not _of_one_kind(figures, numbers):
        return
    *known, total = numbers
    if total < max(known) or abs(sum(known) - total) <= _rounding(numbers, figures[-1]) + total * tolerance:
        return
    says = f"{' + '.join(map(shown, known))} is {shown(sum(known, Decimal(0)))}, not {shown(total)}"
    yield Slip((figures[-1], *figures[:-1]), figures[-1], says, f"{line.title}: total".removeprefix(": "))


def _of_one_kind(figures: Sequence[Figure], numbers: Sequence[Decimal]) -> bool:
    """Whether all are of one unit and scale; things that are counted may differ ("men", "women", "total")."""
    kinds = {(f.kind, "" if f.kind == "count" else f.amount.unit) for f in figures}
    scales = {_scale(f, n) for f, n in zip(figures, numbers, strict=True) if n}
    return len(kinds) == 1 and len(scales) <= 1


def _scale(figure: Figure, number: Decimal) -> Decimal | None:
    value = figure.amount.value.low
    return None if value is None else (value / number).normalize()


def _rounding(numbers: Sequence[Decimal], figure: Figure) -> Decimal:
    """By how much rounded entries may miss their total; whole numbers without a scale are counted to the last one."""
    digits = max(-int(number.as_tuple().exponent) for number in numbers)
    scaled = _scale(figure, numbers[-1]) not in (None, Decimal(1)) if numbers[-1] else False
    rounded = digits > 0 or scaled
    return Decimal(1).scaleb(-digits) / 2 * (len(numbers) - 1) if rounded else Decimal(0)
