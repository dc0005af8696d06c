"""Sentences of a block, by punctuation: enough to decide which ones hold a number and need a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Document, Span

_BOUNDARY = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])")
_BEFORE_STOP = re.compile(r"([\w.]+)\.$")

_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr inc ltd co corp vs etc no approx est jan "
        "feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.n u.k "
        "e.u d.c a.m p.m ph.d i.e e.g fig vol pp ave blvd mt ft sq"
    ).split()
)
_NEVER_FINAL = frozenset("mr mrs ms dr prof sen rep gov gen col lt sgt capt st no approx vs e.g i.e".split())


def sentences(document: Document) -> Iterator[Span]:
    """The sentences of the document's blocks but its furniture, in order, without outer white space."""
    for block in document.blocks:
        if block.kind != "furniture":
            yield from split(document.text, block.span)


def split(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one stretch of text."""
    start = span.start
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        if _ends(text, start, match.start() + 1, match.end()):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, span.end)


def _ends(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the full stop before `stop` ends a sentence rather than an abbreviation or an initial."""
    before = _BEFORE_STOP.search(text, max(start, stop - 12), stop)
    if not before:
        return True
    word = before[1].lower()
    if len(word) == 1 and before[1].isupper():
        return False
    if word in _NEVER_FINAL:
        return False
    if word in _ABBREVIATIONS:
        # "Jan. 20", "a.m. Friday": only a word that cannot follow the abbreviation starts a sentence
        return not (text[following].isdigit() or _continues(text, following))
    return True


def _continues(text: str, following: int) -> bool:
    first = re.match(r"\W*(\w+)", text[following : following + 30])
    opens = first is not None and first[1] in _OPENERS
    return not opens


_OPENERS = frozenset("The A An It He She They We I In On At But And This That There His Her Its Their If When".split())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
