"""Columns of a table under which a row of sums stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import pages
from factcheck.findings.reckoning.numbers import shown
from factcheck.findings.reckoning.slip import Slip
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Block, Document, Figure, Span

_NUMBER = re.compile(r"\s*[*_]*[$€£]?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[*_]*\s*")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span

    @property
    def number(self) -> Decimal | None:
        """The plain number that the cell holds, and nothing beside it."""
        match = _NUMBER.fullmatch(self.text)
        return Decimal(match["number"].replace(",", "")) if match else None


Row = tuple[_Cell, ...]


def columns(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Totals under a column that its numbers do not make."""
    for page in pages(evidence):
        for table in _tables(page.document):
            yield from _of_table(table, page.figures, tolerance)


def _tables(document: Document) -> Iterator[list[Row]]:
    """The tables of a document: rows that stand behind one another."""
    rows = [block for block in document.blocks if block.kind == "row"]
    table: list[Row] = [_cells(document, rows[0])] if rows else []
    for before, row in pairwise(rows):
        if document.text[before.span.end : row.span.start].count("\n") > 2:
            yield table
            table = []
        table.append(_cells(document, row))
    if table:
        yield table


def _cells(document: Document, row: Block) -> Row:
    cells: list[_Cell] = []
    at = row.span.start
    for piece in row.span.quote(document.text).split("|"):
        if piece.strip() or cells:
            cells.append(_Cell(piece.strip(), Span(at, at + len(piece))))
        at += len(piece) + 1
    return tuple(cells)


def _of_table(table: Sequence[Row], figures: Sequence[Figure], tolerance: Decimal) -> Iterator[Slip]:
    """The slips of a table whose last row alone is a row of sums."""
    body = [row for row in table if row and not re.fullmatch(r"[:\-\s]*", row[0].text)]
    total, otherwise = (wordlist("reckoning", "column", key) for key in ("total", "otherwise"))
    named = [row[0].text.strip("*_: ").lower() for row in body]
    sums = [n for n, name in enumerate(named) if name in total]
    if len(body) < 4 or sums != [len(body) - 1] or any(re.search(any_of(otherwise), name) for name in named):
        return
    even = all(len(row) == len(body[0]) for row in body)
    for column in range(1, len(body[0]) if even else 0):
        if not re.search(any_of(otherwise), body[0][column].text.lower()):
            yield from _of_column([row[column] for row in body], figures, tolerance)


def _of_column(cells: Sequence[_Cell], figures: Sequence[Figure], tolerance: Decimal) -> Iterator[Slip]:
    heading, *entries, last = cells
    numbers, total = [cell.number for cell in entries], last.number
    known = [number for number in numbers if number is not None]
    marked = [f for cell in entries for f in figures if f.span.overlaps(cell.span)]
    primary = next((f for f in figures if f.span.overlaps(last.span)), None)
    if heading.number is not None or primary is None or total is None or len(known) != len(numbers) or not marked:
        return
    if total < max(known) or abs(sum(known) - total) <= _rounding((*known, total)) + total * tolerance:
        return
    says = f"{' + '.join(map(shown, known))} is {shown(sum(known, Decimal(0)))}, not {shown(total)}"
    yield Slip((primary, *marked), primary, says, f"{heading.text}: total")


def _rounding(numbers: Sequence[Decimal]) -> Decimal:
    """By how much rounded entries may miss their total; whole numbers are taken as counted to the last one."""
    digits = max(-int(number.as_tuple().exponent) for number in numbers)
    return Decimal(1).scaleb(-digits) / 2 * len(numbers) if digits > 0 else Decimal(0)
