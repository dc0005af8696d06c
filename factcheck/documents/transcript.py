"""The text of a file that is no plain text (a page, a sheet, a Word file), written down block by block.

Paragraphs stand apart by a blank line, the rows of a table on one line each, its cells between bars, so that
the text reads as Markdown does and each place in it leads back to the file by its mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.documents import grids
from factcheck.documents.blocks import split
from factcheck.documents.layout import lay_out
from factcheck.documents.reading import Metadata, Reading
from factcheck.model import Block, BlockKind, Cell, Mark, Span

_OPENING, _BAR, _CLOSING = "| ", " | ", " |"


class Transcript:
    """A text in the making. Words are written as given, but for white space at their ends and line breaks in cells."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._cells: list[Cell] = []

    @property
    def length(self) -> int:
        """Characters written so far."""
        return self._length

    def add(self, kind: BlockKind, words: str, place: str = "", published: date | None = None) -> Span | None:
        """A block of its own, at a place of the file ("page 3"); None, and nothing written, for white space."""
        words = words.strip()
        if not words:
            return None
        self._write(f"\n\n{words}" if self._length else words)
        span = Span(self._length - len(words), self._length)
        if place and (not self._marks or self._marks[-1].place != place):
            self._marks.append(Mark(span.start, place))
        self._blocks.append(Block(kind, span, published))
        return span

    def add_lines(self, kind: BlockKind, words: str, place: str = "", published: date | None = None) -> None:
        """A block whose words hold line breaks of the author's: in a paragraph they may part it, as in plain text."""
        if kind != "paragraph" or "\n" not in words:
            self.add(kind, " ".join(words.split()) if kind != "paragraph" else words, place, published)
            return
        for block in split(words, Span(0, len(words))):
            self.add(block.kind, block.span.quote(words), place, published)

    def add_table(
        self, rows: Sequence[Sequence[str]], places: Sequence[Sequence[str]] = (), *, head_rows: int = 1
    ) -> None:
        """A table by its rows of cells; `places` by row and cell.

        The first rows are the heads of their columns, the first cells of a row that hold words or a year its own.
        """
        spans: list[list[Span]] = []
        for r, row in enumerate(rows):
            self._write("\n" if r else "\n\n" if self._length else "")
            spans.append(self._row(row, places[r] if places else ()))
        self._cells.extend(grids.cells(rows, spans, head_rows))

    def reading(self, metadata: Metadata | None = None, problems: Sequence[str] = (), part: str = "") -> Reading:
        """What was written, as a reader returns it."""
        return Reading(
            "".join(self._pieces),
            tuple(self._blocks),
            metadata or Metadata(),
            tuple(problems),
            tuple(self._marks),
            tuple(self._cells),
            part,
        )

    def mark(self, offset: int, place: str) -> None:
        """Say that the text last written is at another place of the file from `offset` on (a page break in it)."""
        self._marks.append(Mark(offset, place))

    def _row(self, row: Sequence[str], places: Sequence[str]) -> list[Span]:
        told = [" ".join(words.split()) for words in row]
        start, at, spans = self._length, self._length + len(_OPENING), []
        for words in told:
            end = at + len(words)
            spans.append(Span(at, end))
            at = end + len(_BAR)
        if places:  # each from the end of the cell before it on
            self._marks += map(Mark, (start, *[span.end for span in spans[:-1]]), places)
        self._write(f"{_OPENING if told else ''}{_BAR.join(told)}{_CLOSING}")
        self._blocks.append(Block("row", Span(start, self._length)))
        return spans

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)


def with_furniture(reading: Reading, *, find_headings: bool = False) -> Reading:
    """The reading with its furniture by phrases and posting lines, beside what its format marks as such.

    `find_headings`: where the format has marked none, they are found as in plain text.
    """
    others = [block for block in reading.blocks if block.kind != "furniture"]
    headed = any(block.kind == "heading" for block in others)
    blocks = list(lay_out(reading.text, others, find_headings=find_headings and not headed))
    if len(others) < len(reading.blocks):
        blocks += (block for block in reading.blocks if block.kind == "furniture")
        blocks.sort(key=lambda block: (block.span.start, block.span.end))
    return replace(reading, blocks=tuple(blocks))
