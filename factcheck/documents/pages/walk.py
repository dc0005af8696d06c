"""A page as the blocks that its markup makes, in their order, whatever they are good for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from factcheck.documents.pages.tabled import Table, table_of
from factcheck.documents.pages.tree import Element
from factcheck.documents.pages.words import UNSEEN, closed, running, superscript
from factcheck.model import BlockKind

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    header hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead
    tr ul caption""".split()
) | frozenset(_HEADINGS)
_ITEMS = ("li", "dt", "dd")


@dataclass(slots=True)
class Piece:
    """A block: the words of its own (not of blocks within), how many of their characters are links, its element."""

    kind: BlockKind
    words: str
    element: Element
    linked: int = 0
    noted: str = ""
    """The words with the signs of their notes, by which trafilatura's text knows them."""
    table: Table | None = None
    published: date | None = None
    """The day of the post in which it stands, on a live page."""
    sure: bool = False
    """Whether the page itself says to be live."""


@dataclass(slots=True)
class _Walk:
    owners: list[Element]
    buffer: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    links: int = 0
    linked: int = 0

    def flush(self) -> Iterator[Piece]:
        """The words that were gathered, as a block of the innermost element that makes one."""
        words, linked, noted = closed(self.buffer), self.linked, "".join(self.noted)
        self.buffer, self.linked, self.noted = [], 0, []
        if words:
            yield Piece(_kind(self.owners[-1]), words, self.owners[-1], linked, noted)

    def running(self, text: str | None) -> str:
        """A stretch of text as it runs at this place of the page."""
        return running(text, kept=self.owners[-1].tag == "pre")

    def add(self, words: str, sign: str = "") -> None:
        """Words of the block; the `sign` of a note is none of them."""
        self.buffer.append(words)
        self.noted.append(words or sign)
        self.linked += len(words) if self.links else 0


def pieces(root: Element) -> Iterator[Piece]:
    """Every block that the page shows, tables as one."""
    from lxml import etree

    walk = _Walk([root])
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            yield from _end(walk, element)
            walk.add(walk.running(element.tail) if element is not root else "")
            continue
        table = table_of(element) if element.tag == "table" else None
        if table:
            yield from walk.flush()
            words = " ".join(" ".join(row) for row in table.rows)
            yield Piece("row", words, element, noted=words, table=table)
        if table or element.tag in UNSEEN or _is_hidden(element):
            yield from walk.flush() if element.tag in BLOCKS else ()
            walker.skip_subtree()
        elif element.tag == "sup":
            walk.add(superscript(element), "".join(element.itertext()))
            walker.skip_subtree()
        else:
            yield from _start(walk, element)
            walk.add(walk.running(element.text))


def _start(walk: _Walk, element: Element) -> Iterator[Piece]:
    if element.tag in BLOCKS and not _goes_on(element):
        yield from walk.flush()
    if element.tag in BLOCKS:
        walk.owners.append(element)
    walk.links += element.tag == "a"
    walk.add({"br": "\n", "q": "“"}.get(element.tag, ""))


def _end(walk: _Walk, element: Element) -> Iterator[Piece]:
    walk.add("”" if element.tag == "q" else "")
    if element.tag == "a" and walk.links:
        walk.links -= 1
    if walk.owners[-1] is not element:
        return
    following = element.getnext()
    if element.tag == "dt" and following is not None and following.tag == "dd" and walk.buffer:
        walk.add(": ")
    else:
        yield from walk.flush()
    if len(walk.owners) > 1:
        walk.owners.pop()


def _goes_on(element: Element) -> bool:
    """A definition goes on where its term stands: "Crew: 14"."""
    before = element.getprevious()
    return element.tag == "dd" and before is not None and before.tag == "dt"


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and "display:none" in style.replace(" ", "").lower())


def _kind(element: Element) -> BlockKind:
    if element.tag in _HEADINGS:
        return "heading"
    if element.tag in _ITEMS:
        return "item"
    if element.tag in ("figcaption", "caption"):
        return "caption"
    parent = element.getparent()
    if parent is not None and element.tag in ("p", "div", "span"):
        if parent.tag in _ITEMS and element.getprevious() is None:
            return "item"
        if parent.tag == "figcaption" or _is_captioning(parent) or _is_captioning(element):
            return "caption"
    return "paragraph"


def _is_captioning(element: Element) -> bool:
    return "caption" in (element.get("class") or "").lower()
