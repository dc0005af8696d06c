"""Sentences of a block, by punctuation: enough to decide which ones hold a number and need a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.model import Span

LONGEST = 1500
"""Characters of the longest sentence that is read as one: what is longer is no prose, and a parse costs its length."""
_DENSE, _LONGEST_DENSE = 120, 300
"""A sentence of more numbers than that is a row of numbers without an end, and read in pieces of so many characters:
numbers of one sentence are compared with one another."""
_NUMBER = re.compile(r"\d+")

_BOUNDARY = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])")
_BEFORE_STOP = re.compile(r"([\w.]+)\.$")

_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr inc ltd co corp vs etc no approx est jan "
        "feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.n u.k "
        "e.u d.c a.m p.m ph.d i.e e.g fig vol pp ave blvd mt ft sq"
    ).split()
)
MAX_LENGTH = 1500
"""Characters of the longest sentence; prose has none that is longer."""

_NEVER_FINAL = frozenset("mr mrs ms dr prof sen rep gov gen col lt sgt capt st no approx vs e.g i.e".split())


def split(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one stretch of text."""
    start = span.start
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        if _ends(text, start, match.start() + 1, match.end()):
            yield from _pieces(text, start, match.end())
            start = match.end()
    yield from _pieces(text, start, span.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, cut where it is longer than any that is written, so that time stays linear in the text."""
    while end - start > MAX_LENGTH:
        cut = text.rfind(" ", start + MAX_LENGTH // 2, start + MAX_LENGTH)
        cut = start + MAX_LENGTH if cut < 0 else cut
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


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
    """The stretch without outer white space, in pieces where it is too long for one sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    longest = _longest(text, start, end)
    while end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = cut if cut > start else start + longest
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)


def _longest(text: str, start: int, end: int) -> int:
    """Characters of the longest piece that this stretch is read in."""
    if end - start <= _LONGEST_DENSE:
        return LONGEST
    dense = next(islice(_NUMBER.finditer(text, start, end), _DENSE, None), None)
    return _LONGEST_DENSE if dense else LONGEST
