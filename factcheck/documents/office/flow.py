"""A word processor's document as a text in the making, each block with the place at which a person finds it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from factcheck.documents.places import letters
from factcheck.documents.tables import head_rows, is_tabular
from factcheck.documents.transcript import Transcript
from factcheck.model import BlockKind


class Flow:
    """Paragraphs are counted as a reader counts them, without those that are blank."""

    def __init__(self) -> None:
        self.written = Transcript()
        self._paragraphs = count(1)
        self._tables = count(1)

    def add(self, kind: BlockKind, words: str, place: str = "") -> None:
        """A paragraph, at the next number where no other place is given."""
        if words.strip():
            self.written.add_lines(kind, words, place or f"paragraph {next(self._paragraphs)}")

    def add_table(self, rows: Sequence[Sequence[str]], told_heads: int = 0) -> None:
        """A table of cells, or the paragraphs of one that is there for the layout of the page."""
        number = next(self._tables)
        if not is_tabular(rows):
            for row in rows:
                for words in row:
                    self.add("paragraph", words)
            return
        places = [[f"table {number}, {letters(n)}{r}" for n in range(len(row))] for r, row in enumerate(rows, 1)]
        told = min(told_heads, len(rows) - 1)
        self.written.add_table(rows, places, head_rows=told or head_rows(rows))
