"""Values with a delimiter between them (CSV, TSV). The text is the file's own; each cell has its mark ("B7")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from factcheck.documents import dialects, grids, notes, places
from factcheck.documents.dialects import Record
from factcheck.documents.encoding import decoded
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.model import Block, Cell, Mark, Span

SUFFIXES = (".csv", ".tsv", ".tab")

_LOOKED_AT = 20
"""Rows among which the table begins, if captions stand above it."""
_BESIDE = " %$€£¥"
"""What may stand beside the number of a cell."""
_COMMA_OF_THREE = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")
_DECIMAL_COMMA = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),(?:\d{1,2}|\d{4,})")


def read(source: Source) -> Iterator[Reading]:
    """The file's rows. Raises UnreadableError where it is not text or holds too many cells."""
    found = decoded(source.data)
    text = found.text
    tabs = PurePath(source.name).suffix.lower() != ".csv"
    dialect = dialects.sniff(text, "\t" if tabs else "")
    rows = _with_captions(text, list(dialects.records(text, dialect)))
    words = [row.words for row in rows]
    head = [Block("furniture", Span(0, dialect.start))] if text[: dialect.start].strip("\ufeff") else []
    blocks, cells = _laid_out(rows, words)
    problems = (*found.problems, *_unclosed(rows), *_doubtful(words, dialect.delimiter))
    yield Reading(text, (*head, *blocks), Metadata(), problems, _marks(rows), tuple(cells))


def _with_captions(text: str, rows: list[Record]) -> list[Record]:
    """The rows, one of words above the table that a comma of prose parts ("Deaths on roads, thousands") as one cell."""
    widths = [len(row.cells) for row in rows[:_LOOKED_AT]]
    most = max(widths, default=0)
    for n, row in enumerate(rows[: widths.index(most) if widths else 0]):
        if len(row.cells) > 1 and _is_prose(text, row):
            whole = Span(row.cells[0].start, row.cells[-1].end)
            rows[n] = replace(row, cells=(whole,), words=(whole.quote(text),))
    return rows


def _is_prose(text: str, row: Record) -> bool:
    """Whether each of its cells has words and none an amount, and a blank stands behind each comma."""
    parted = all(text[a.end : b.start] == ", " for a, b in pairwise(row.cells))
    return parted and all(row.words) and not any(any(map(str.isdigit, words)) for words in row.words[1:])


def _laid_out(rows: Sequence[Record], words: Sequence[Sequence[str]]) -> tuple[list[Block], list[Cell]]:
    blocks: list[Block] = []
    cells: list[Cell] = []
    for section in grids.sections(words):
        part = slice(section.start, section.end)
        if section.heads is None:
            blocks += _notes(rows[part], words[part], above=not cells)
        else:
            blocks += (Block("row", row.span) for row in rows[part])
            cells += grids.cells(words[part], [row.cells for row in rows[part]], section.heads)
    return blocks, cells


def _notes(rows: Sequence[Record], words: Sequence[Sequence[str]], *, above: bool) -> Iterator[Block]:
    """Rows of one cell, which stand without its quotes."""
    for row, said in zip(rows, words, strict=True):
        n = next(n for n, word in enumerate(said) if word.strip())
        yield Block(notes.kind(said[n], below="caption", above=above), row.cells[n])


def _marks(rows: Sequence[Record]) -> tuple[Mark, ...]:
    """Each cell's place from where it is reached on: the end of the cell before it, or its row's start."""
    marks: list[Mark] = []
    columns = [places.letters(n) for n in range(max((len(row.cells) for row in rows), default=0))]
    for number, row in enumerate(rows, 1):
        starts = row.span.start, *[cell.end + 1 for cell in row.cells[:-1]]
        marks += map(Mark, starts, [f"{column}{number}" for column in columns[: len(row.cells)]])
    return tuple(marks)


def _unclosed(rows: Sequence[Record]) -> Iterator[str]:
    if at := next((n for n, row in enumerate(rows, 1) if row.open_quote), None):
        yield f"row {at}: a quotation mark opens a cell and none closes it; read as part of the cell"


def _doubtful(words: Sequence[Sequence[str]], delimiter: str) -> Iterator[str]:
    """A comma before three digits, in a file whose other signs leave open whether it marks decimals."""
    if delimiter == ",":
        return
    values = [value.strip(_BESIDE) for row in words for value in row]
    doubtful = next((value for value in values if _COMMA_OF_THREE.fullmatch(value)), None)
    point = any(re.fullmatch(r"[-+]?[\d,]*\.\d+", value) for value in values)
    if delimiter == ";" and doubtful and not point and not any(map(_DECIMAL_COMMA.fullmatch, values)):
        yield f"nothing tells whether the comma of {doubtful} marks decimals; read as thousands, as in English"
