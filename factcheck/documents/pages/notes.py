"""The comments of a page that speak to this program: what each says, and which element it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.documents.pages.tree import Element
from factcheck.documents.pages.walk import BLOCKS
from factcheck.documents.remarks import Order, order, refuse_too_many
from factcheck.model import Remark, Span

_HOLDERS = frozenset(
    "html head body article section main header footer div blockquote ul ol dl table tbody thead tr figure".split()
)
"""Elements that hold blocks: a comment among these is for the one that follows it, another for what it stands in."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment at a line of the file; without an element it is for nothing, or for the whole page."""

    line: int
    order: Order
    element: Element | None


def taken(root: Element) -> tuple[Note, ...]:
    """The comments to this program, in the order of the page; no comment is left in the tree."""
    from lxml import etree

    around = [*root.itersiblings(etree.Comment, preceding=True), *root.itersiblings(etree.Comment)]
    inside = list(root.iter(etree.Comment))
    found = [*_notes(around, placed=False), *_notes(inside, placed=True)]
    refuse_too_many(found)
    for comment in inside:
        comment.drop_tree()
    return tuple(sorted(found, key=lambda note: note.line))


def remarks(notes: Sequence[Note], written: Sequence[tuple[Element, Span]]) -> tuple[Remark, ...]:
    """The notes as remarks on what was written down of the page, element by element."""
    return tuple(_remark(note, written) for note in notes)


def _remark(note: Note, written: Sequence[tuple[Element, Span]]) -> Remark:
    said = note.order
    if said.whole:
        return Remark(note.line, said.rules, said.reason)
    spans = [span for element, span in written if _is_meant(element, note.element)]
    meant = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
    return Remark(note.line, said.rules, said.reason, meant)


def _is_meant(element: Element, meant: Element | None) -> bool:
    """Whether what was written is, or stands in, the element that is meant, or is the table around it."""
    if meant is None:
        return False
    inside = element is meant or any(outer is meant for outer in element.iterancestors())
    return inside or (element.tag == "table" and any(outer is element for outer in meant.iterancestors()))


def _notes(comments: Sequence[Element], *, placed: bool) -> Iterator[Note]:
    for comment in comments:
        if (said := order(comment.text or "")) is not None:
            yield Note(comment.sourceline or 0, said, _standing(comment) if placed else None)


def _standing(comment: Element) -> Element | None:
    parent, before = comment.getparent(), comment.getprevious()
    words = (before.tail if before is not None else parent.text, comment.tail)
    if parent.tag in _HOLDERS and not any(text and text.strip() for text in words):
        return next((e for e in comment.itersiblings() if isinstance(e.tag, str)), None)
    return next((e for e in (parent, *parent.iterancestors()) if e.tag in BLOCKS), None)
