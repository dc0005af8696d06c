"""Documents as they are read: text, blocks, marks, and what was skipped.

Offsets are half-open, in characters of `Document.text`, which is the file's text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Literal

_BREAK = re.compile("\n")

Role = Literal["source", "draft"]
BlockKind = Literal["heading", "paragraph", "item", "row", "caption", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters of a document's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def joined(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def quote(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document with one role on the page.

    `published` is the block's own time where it has one (a post of a live page);
    `repeats` says that an earlier block of the same document has the same words.
    """

    kind: BlockKind
    span: Span
    published: date | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """From the offset `start` on (until the next mark) the reader is at `place`: "page 3", "B7"."""

    start: int
    place: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, and the heads that say what it holds: of its column, then of its row."""

    span: Span
    heads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Copied:
    """A stretch of a document whose words go back to the document with id `of`."""

    span: Span
    of: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to this program: findings of `rules` (ids, or groups such as "calendar") are settled by `reason`.

    It is for the figures in `span`, or, where that is None, for the whole document. `line` is where it is written,
    counted from 1 in the file (0: unknown); `reason` is "" where it gives none, and then it settles nothing.
    """

    line: int
    rules: tuple[str, ...]
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it stands in its file, with what is known about it; only `remarks` are blanks in it.

    `copy_of` is the id of the document of which this one is a near copy as a whole; `copied` are its stretches that
    go back to other documents, in order. A copy may hold paragraphs of its own, and a story of its own copied ones.
    `within` is its path in the folder that was named, or its name: the same from wherever it is read.
    """

    id: str
    path: str
    text: str
    role: Role = "source"
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    sha256: str = ""
    copy_of: str | None = None
    updated: date | None = None
    remarks: tuple[Remark, ...] = ()
    copied: tuple[Copied, ...] = ()
    within: str = ""
    moment: str | None = None
    """Of its publication, in UTC ("2022-02-04T08:00:00Z"), where its time of day and zone are told."""

    def original(self, offset: int) -> str | None:
        """The id of the document to which the words at `offset` go back; None where they are its own."""
        return next((c.of for c in self.copied if c.span.start <= offset < c.span.end), None)

    def place(self, offset: int) -> str:
        """Where `offset` is for a person: the reader's mark, or "line:column" counted from 1."""
        behind = bisect_right(self.marks, offset, key=_start)
        if behind and (place := self.marks[behind - 1].place):
            return place
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return f"{line}:{offset - starts[line - 1] + 1}"

    def after(self, other: Document) -> bool:
        """Whether the moments of publication, or else the days, tell that it came after the other."""
        if self.moment and other.moment:
            return self.moment > other.moment
        return bool(self.published and other.published and self.published > other.published)

    @property
    def name(self) -> str:
        """What a reader of the report calls the document: its outlet, or else its path."""
        return self.outlet or self.path


_start = attrgetter("start")


@lru_cache(maxsize=64)  # of the documents whose figures are being placed
def _line_starts(text: str) -> tuple[int, ...]:
    return 0, *(found.end() for found in _BREAK.finditer(text))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and why. Carried to the end and printed by every format.

    `checked`: only what is said of a document (its outlet, its date) was not read; the document itself was checked.
    """

    path: str
    reason: str
    checked: bool = False
