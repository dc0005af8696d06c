"""Numbers in brackets: in a table of accounts they are below nought, "(1,234)" is minus 1,234.

Brackets are no minus where all numbers of a column have them, which is the style of one that says something of the
column beside it ("45 | (12%)"), nor in a row without a name that says something of the row above it (the errors of
estimates). Under a head of what is taken away ("Costs", "Net loss") the number is what the word says: costs of 1,234.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.figures.tables.heads import read_head
from factcheck.lexicon import wordlist
from factcheck.model import Cell, Document, Span

_BRACKETED = re.compile(
    r"(?P<money>[A-Z]{0,3}[$€£¥]?)\s?\(\s*(?P<inner>[$€£¥]?\d[\d.,'’ \u00a0\u202f]*(?:%|[A-Za-z]{1,2})?)\s*\)\s?[*†‡§]*"
)
_BEHIND = re.compile(r" (?:of|for|on|in|before|after|from|to)\b.*")
"""What follows the noun of a head: "Cost of sales"."""
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d")
_NUMBER = re.compile(r"[^\w(]{0,3}\d[\d.,'’ \u00a0\u202f]*\s?%?\s?[*†‡§]*")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """What stands within the brackets of a cell, and the sign of money before them."""

    money: str
    inner: Span


def negatives(document: Document, row_of: Callable[[Span], Span | None]) -> dict[Span, Bracketed]:
    """By the span of a cell, what its brackets hold, where they mean minus; `row_of` gives the row of a span."""
    found = {cell.span: told for cell in document.cells if (told := _read(document.text, cell.span))}
    if not found:
        return {}
    rows = {cell.span: row_of(cell.span) for cell in document.cells}
    numbers = _by_column(document, rows)
    named = any(_name(cell, rows[cell.span]) for cell in document.cells)
    return {
        cell.span: found[cell.span]
        for cell in document.cells
        if cell.span in found
        and (not named or _name(cell, rows[cell.span]))
        and not any(_takes_away(head.quote(document.text)) for head in cell.heads)
        and not _is_style(numbers[_column(cell, rows[cell.span])], found)
    }


def _read(text: str, cell: Span) -> Bracketed | None:
    match = _BRACKETED.fullmatch(cell.quote(text))
    if match is None or _YEAR.fullmatch(match["inner"]):
        return None
    return Bracketed(match["money"], Span(cell.start + match.start("inner"), cell.start + match.end("inner")))


def _by_column(document: Document, rows: dict[Span, Span | None]) -> dict[tuple[Span, ...], list[Span]]:
    """The cells of each column that are numbers, bracketed or not."""
    numbers: dict[tuple[Span, ...], list[Span]] = defaultdict(list)
    for cell in document.cells:
        words = cell.span.quote(document.text)
        if _NUMBER.fullmatch(words) or _BRACKETED.fullmatch(words):
            numbers[_column(cell, rows[cell.span])].append(cell.span)
    return numbers


def _column(cell: Cell, row: Span | None) -> tuple[Span, ...]:
    """The heads over the cell, which tell its column."""
    return tuple(head for head in cell.heads if row is None or not head.overlaps(row))


def _name(cell: Cell, row: Span | None) -> bool:
    """Whether the cell's row has a name."""
    return row is not None and any(head.overlaps(row) for head in cell.heads)


def _takes_away(head: str) -> bool:
    """Whether a head says that what stands under it is taken away; "Profit or loss" does not."""
    words = _BEHIND.sub("", read_head(head).words.lower())
    return " or " not in words and (words.split() or [""])[-1] in wordlist("tables", "outgoings")


def _is_style(column: list[Span], bracketed: dict[Span, Bracketed]) -> bool:
    return len(column) > 1 and all(span in bracketed for span in column)
