"""Pieces of HTML that stand in other files (a feed's item, a mail): their paragraphs, headings and tables.

Whole pages have a reader of their own, which tells an article from what stands around it; here all is article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from factcheck.model import BlockKind

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "figcaption": "caption",
}
_BLOCKS = frozenset(
    "p div br hr blockquote section article main header footer aside nav ul ol dl dt dd pre figure form address "
    "table tbody thead tfoot caption html body".split()
) | frozenset(_KINDS)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "iframe", "svg", "head", "nav", "button", "select"))
_ROW, _CELLS = "tr", ("td", "th")
_RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, heading, item or caption."""

    kind: BlockKind
    words: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table by its rows of cells."""

    rows: tuple[tuple[str, ...], ...]


def pieces(html: str) -> Iterator[Words | Rows]:
    """What stands in the HTML, in order; scripts, styles and navigation are left out."""
    parser = _Pieces()
    parser.feed(html)
    parser.close()
    parser.flush()
    yield from parser.found


class _Pieces(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Words | Rows] = []
        self._kind: BlockKind = "paragraph"
        self._words: list[str] = []
        self._unseen: list[str] = []
        self._raised = False
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "sup":
            self._raised = True
        elif tag == _ROW:
            self._open_row()
        elif tag in _CELLS and self._rows is not None:
            self._close_cell()
            self._words.append("")
        elif tag in _BLOCKS and not self._in_cell():
            self.flush()
            self._kind = _KINDS.get(tag, "paragraph")
        elif tag in _BLOCKS:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag == "sup":
            self._raised = False
        elif tag == "table":
            self._close_table()
        elif tag in _CELLS:
            self._close_cell()
        elif tag in _BLOCKS and not self._in_cell():
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            digits = self._raised and data.strip().strip("+-").isdigit()
            self._words.append(data.translate(_RAISED) if digits else data)

    def flush(self) -> None:
        """End the block at hand, and the table around it."""
        words = " ".join("".join(self._words).split())
        self._words = []
        if self._rows is not None:
            rows, self._rows = self._rows, None
            self._add_table(rows, words)
        elif words:
            self.found.append(Words(self._kind, words))
        self._kind = "paragraph"

    def _in_cell(self) -> bool:
        return self._rows is not None

    def _open_row(self) -> None:
        if self._rows is None:
            self.flush()
            self._rows = []
        self._close_cell()
        self._rows.append([])

    def _close_cell(self) -> None:
        if self._rows and self._words:
            self._rows[-1].append(" ".join("".join(self._words).split()))
            self._words = []

    def _close_table(self) -> None:
        if self._rows is not None:
            self._close_cell()
            self.flush()

    def _add_table(self, rows: list[list[str]], words: str) -> None:
        """A table of one cell a row lays a page out and holds no data."""
        if words and rows:
            rows[-1].append(words)
        if any(len([cell for cell in row if cell]) > 1 for row in rows):
            self.found.append(Rows(tuple(tuple(row) for row in rows if any(row))))
        else:
            self.found.extend(Words("paragraph", cell) for row in rows for cell in row if cell)
