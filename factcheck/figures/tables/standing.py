"""Units that stand for a whole table: in its corner ("$ million") or in the line above it ("Sales, in thousands")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from factcheck.figures.tables.heads import Unit, read_head
from factcheck.model import Block, Cell, Document, Span

_LONGEST_TITLE = 20
"""Words of a line above a table that may give its unit."""


def titles(document: Document) -> Mapping[Span, Unit]:
    """By the span of a row, the unit that the line above its table gives."""
    return dict(_titles(document))


def _titles(document: Document) -> Iterator[tuple[Span, Unit]]:
    above = Unit()
    for block in document.blocks:
        if block.kind == "row" and above:
            yield block.span, above
        elif block.kind not in ("row", "furniture"):
            above = _unit(document, block)


def scaling(document: Document) -> frozenset[Span]:
    """The lines right above tables that give them a unit: their "thousands" is no number of anything."""
    told = (block for block in document.blocks if block.kind != "furniture")
    return frozenset(a.span for a, b in pairwise(told) if b.kind == "row" != a.kind and _unit(document, a))


def _unit(document: Document, title: Block) -> Unit:
    words = title.span.quote(document.text).strip("*# .")
    return read_head(words).unit if len(words.split()) <= _LONGEST_TITLE else Unit()


def corners(document: Document) -> Mapping[Span, Unit]:
    """By the head of a row, the unit that the head over it gives: the heads of rows have none of their own."""
    named = {head for cell in document.cells for head in cell.heads}
    return {cell.span: unit for cell in document.cells if cell.span in named and (unit := _corner(document, cell))}


def _corner(document: Document, cell: Cell) -> Unit:
    heads = (read_head(head.quote(document.text)) for head in cell.heads)
    return next((head.unit for head in heads if head.unit), Unit())
