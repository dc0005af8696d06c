"""What the rows of a grid of cells are: notes around a table, the heads of its columns and of its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Cell, Span

Words = Sequence[str]

_AMOUNT = re.compile(r"\(?[^\w\s(]{0,2}\s?(?:[A-Z]{2,3}\$?\s?)?\d[\d.,'\s\u00a0]*\)?(?:\s?[^\d\s]{1,3})?")
_YEAR = re.compile(r"(?:FY\s?)?(?:1[6-9]|20|21)\d\d(?:\s?[-–/]\s?\d{2,4})?(?:\s?[*a-z])?")
_TIMES = re.compile(r"(?:fiscal |financial |school )?(?:years?|season|period|date)", re.IGNORECASE)
_MOST_HEADS = 3
"""Rows of heads over a column, or heads of one row: "Norway", "Oslo", "2023"."""


@dataclass(frozen=True, slots=True)
class Section:
    """The rows from `start` on and before `end`: a table with so many rows of heads, or notes (`heads` None)."""

    start: int
    end: int
    heads: int | None


def sections(rows: Sequence[Words]) -> Iterator[Section]:
    """The tables and notes of a sheet, in order; rows without words are in none."""
    filled = [_filled(row) for row in rows]
    start = 0
    for n, count in enumerate((*filled, 0)):
        if count:
            continue
        if start < n:
            yield from _parted(rows, filled, start, n)
        start = n + 1


def head_rows(rows: Sequence[Words]) -> int:
    """How many rows head the columns: none where the first holds amounts, more where the next name no row."""
    if len(rows) < 2 or _amounts(rows[0]):
        return 0
    count = 1
    while count < min(_MOST_HEADS, len(rows) - 1) and not _words(rows[count], 0) and not _amounts(rows[count]):
        count += 1
    return count


def is_year(words: str) -> bool:
    """Whether the words are a year or a year's span and nothing else: "2023", "FY2023", "2022/23"."""
    return _YEAR.fullmatch(words.strip()) is not None


def cells(rows: Sequence[Words], spans: Sequence[Sequence[Span]], heads: int) -> Iterator[Cell]:
    """The cells below the heads, with the heads of their columns and of their rows."""
    columns = _column_heads(rows, spans, heads)
    names = _name_columns(rows, heads)
    across = columns[names:]
    for row, places in zip(rows[heads:], spans[heads:], strict=True):
        own = tuple([places[n] for n, words in enumerate(row[:names]) if words.strip()])
        for column, place in zip(columns, places[:names], strict=False):
            yield Cell(place, column + tuple([head for head in own if head is not place]))  # no cell heads itself
        yield from map(Cell, places[names:], [column + own for column in across])


def _parted(rows: Sequence[Words], filled: Sequence[int], start: int, end: int) -> Iterator[Section]:
    """The rows of a stretch without those above and below its table that hold a note in one cell."""
    wide = [n for n in range(start, end) if filled[n] > 1]
    narrow = not wide and end - start > 1 and any(_amounts(rows[n]) for n in range(start, end))
    first, last = (start, end) if narrow else (wide[0], wide[-1] + 1) if wide else (end, end)
    if first > start:
        yield Section(start, first, None)
    if last > first:
        yield Section(first, last, head_rows(rows[first:last]))
    if end > last:
        yield Section(last, end, None)


def _filled(row: Words) -> int:
    return sum(map(bool, map(str.strip, row)))


def _words(row: Words, n: int) -> str:
    return row[n].strip() if n < len(row) else ""


def _amounts(row: Words) -> bool:
    """Whether the row holds an amount; years may head columns."""
    return any(map(_is_amount, row))


def _is_amount(words: str) -> bool:
    return _AMOUNT.fullmatch(words.strip()) is not None and not is_year(words)


def _column_heads(rows: Sequence[Words], spans: Sequence[Sequence[Span]], heads: int) -> list[tuple[Span, ...]]:
    """By column; of several rows of heads all but the last reach to the right over cells without words."""
    columns: list[list[Span]] = [[] for _ in range(max(map(len, rows), default=0))]
    for level in range(heads):
        reaching: Span | None = None
        for n in range(len(columns)):
            if _words(rows[level], n):
                reaching = spans[level][n]
                columns[n].append(reaching)
            elif reaching is not None and level < heads - 1 and n:
                columns[n].append(reaching)
    return [tuple(column) for column in columns]


def _name_columns(rows: Sequence[Words], heads: int) -> int:
    """How many columns at the left name their rows; of a table's columns at least one does not.

    The first does, unless it holds amounts; further ones where they hold words without digits, or years under a head
    that says so.
    """
    body = [row for row in rows[heads:] if _filled(row)]
    most = min(_MOST_HEADS, max(map(len, rows), default=0) - 1)
    count = 0
    while count < most and _names_rows(rows, heads, body, count):
        count += 1
    return count


def _names_rows(rows: Sequence[Words], heads: int, body: Sequence[Words], column: int) -> bool:
    filled = Counter([words for row in body if len(row) > column and (words := row[column].strip())])
    over = [_words(row, column) for row in rows[:heads]]
    if any(map(is_year, over)):
        return False  # what stands under a year is what was measured in it
    timed = any(map(_TIMES.fullmatch, over))
    if (timed or not column) and filled and all(map(is_year, filled)):
        return True
    named = sum(count for words, count in filled.items() if (_is_name(words) if column else not _is_amount(words)))
    return 2 * named > filled.total()


def _is_name(words: str) -> bool:
    return any(map(str.isalpha, words)) and not any(map(str.isdecimal, words))
