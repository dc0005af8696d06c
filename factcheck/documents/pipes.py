"""Tables whose cells stand between bars, as Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.documents import grids
from factcheck.model import Block, Cell, Span

_CELL = re.compile(r"(?:[^|\\]|\\.|\\\Z)*+", re.DOTALL)
_MARKS = "*_` \t"
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\Z")


def cells(text: str, blocks: Sequence[Block]) -> Iterator[Cell]:
    """The cells of each table; a line of dashes parts its heads from its body, or else what the cells hold."""
    rows = [block for block in blocks if block.kind == "row"]
    table: list[Block] = rows[:1]
    for before, row in pairwise(rows):
        if text.count("\n", before.span.end, row.span.start) > 2 or _is_prose(text, before, row):
            yield from _of_table(text, table)
            table = []
        table.append(row)
    if table:
        yield from _of_table(text, table)


def row_cells(text: str, row: Span) -> list[Span]:
    """The cells of a row without the white space and the signs of emphasis around them; empty ones too."""
    start = row.start + 1 if text.startswith("|", row.start) else row.start
    spans: list[Span] = []
    while start <= row.end:
        match = _CELL.match(text, start, row.end)
        end = match.end() if match else row.end
        if end < row.end or text[start:end].strip():  # nothing stands behind the last bar
            spans.append(_bare(text, Span(start, end)))
        start = end + 1
    return spans


def _bare(text: str, span: Span) -> Span:
    words = span.quote(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, max(start, span.start + len(words.rstrip(_MARKS))))


def _is_prose(text: str, before: Block, row: Block) -> bool:
    between = text[before.span.end : row.span.start]
    return bool(between.strip()) and not _RULE.match(between)


def _of_table(text: str, rows: Sequence[Block]) -> Iterator[Cell]:
    spans = [row_cells(text, row.span) for row in rows]
    words = [[span.quote(text) for span in row] for row in spans]
    ruled = next((n for n, (a, b) in enumerate(pairwise(rows), 1) if text[a.span.end : b.span.start].strip()), None)
    return grids.cells(words, spans, grids.head_rows(words) if ruled is None else ruled)
