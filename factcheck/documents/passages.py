"""A document that a file of several holds: its headline, its text (plain or HTML) and where they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.documents.readers import text as plain
from factcheck.documents.reading import Metadata, Reading
from factcheck.documents.transcript import Transcript

_MARKUP = re.compile(
    r"</(?:p|div|a|b|i|em|strong|ul|ol|li|h[1-6]|table|span|blockquote)>|<(?:br|p|img)\b[^>]*>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Passage:
    """`body` is plain text or HTML; `item` is its number in the file, 0 where it is alone."""

    body: str
    metadata: Metadata
    item: int = 0
    problems: tuple[str, ...] = ()

    def reading(self) -> Reading:
        """The headline as a heading, unless the text begins with it, then the text block by block."""
        written = Transcript()
        title = (self.metadata.title or "").split()
        if title and not " ".join(self.body.split(None, len(title))[: len(title)]).startswith(" ".join(title)):
            written.add("heading", " ".join(title), self._place("title"))
        if is_html(self.body):
            write_html(written, self.body, self._place(""))
        else:
            write_plain(written, self.body, self._place(""))
        return written.reading(self.metadata, self.problems, f"#{self.item}" if self.item else "")

    def _place(self, what: str) -> str:
        return ", ".join(part for part in (f"item {self.item}" if self.item else "", what) if part)


def is_html(body: str) -> bool:
    """Whether the text has the tags of a page's paragraphs in it."""
    return _MARKUP.search(body) is not None


def write_plain(written: Transcript, body: str, place: str) -> None:
    """Plain text, its paragraphs counted as places: "item 3, paragraph 2"."""
    reading = plain.of(body)
    for n, block in enumerate(reading.blocks, 1):
        written.add(block.kind, block.span.quote(body), _numbered(place, n))


def write_html(written: Transcript, body: str, place: str) -> None:
    """HTML, its blocks counted as places."""
    from factcheck.documents import fragments, grids

    for n, piece in enumerate(fragments.pieces(body), 1):
        if isinstance(piece, fragments.Words):
            written.add(piece.kind, piece.words, _numbered(place, n))
        else:
            written.add_table(
                piece.rows, _everywhere(piece.rows, _numbered(place, n)), head_rows=grids.head_rows(piece.rows)
            )


def _numbered(place: str, n: int) -> str:
    return f"{place}, paragraph {n}" if place else f"paragraph {n}"


def _everywhere(rows: Sequence[Sequence[str]], place: str) -> list[list[str]]:
    return [[place] * len(row) for row in rows]
