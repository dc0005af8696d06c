"""Plain text into paragraphs and list items.

News comes with one paragraph a line, or hard-wrapped with blank lines between the paragraphs, or with
both in one file; so each pair of lines is judged on its own, and each stretch between blank lines on
whether its lines were broken at a common width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.documents import stamps
from factcheck.documents.lines import WHITE, adjacent, ink_lines
from factcheck.model import Block, Span

_ITEM = re.compile(r"(?:[-*+•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’)]*_" + WHITE
_OPENING = "\"'“‘(["
_WORD = re.compile(r"\w+")

WRAP_WIDTH = 100
"""Columns; text whose lines are longer was not broken by hand."""
_FULL = 0.85
_FEWEST_WORDS = 4


def split(text: str, within: Span, *, flowing: bool = False) -> Iterator[Block]:
    """Paragraphs and items, sorted, covering all that is not white space.

    `flowing`: by the format's own rule a line end ends no paragraph, as in Markdown.
    """
    for stretch in _stretches(text, list(ink_lines(text, within))):
        for lines in _joined(text, stretch, flowing):
            span = Span(lines[0].start, lines[-1].end) if len(lines) > 1 else lines[0]
            yield Block("item" if is_item(span.quote(text)) else "paragraph", span)


def is_item(words: str) -> bool:
    """Whether a bullet or a number with a stop ("1.", "(2)", "b)") leads the words."""
    return _ITEM.match(words) is not None


def has_ended(words: str) -> bool:
    """Whether a stop, with or without a closing quote or bracket, ends the words."""
    return words.endswith(_STOPS) or words[-12:].rstrip(_CLOSING).endswith(_STOPS)


def with_repeats(text: str, blocks: list[Block]) -> Iterator[Block]:
    """The blocks, those marked that say in at least four words what an earlier one says in the same words."""
    if len(blocks) < 2:  # as of a single sentence: there is none to repeat
        yield from blocks
        return
    seen: set[tuple[str, ...]] = set()
    for block in blocks:
        words = tuple(_WORD.findall(_ITEM.sub("", block.span.quote(text), count=1).casefold()))
        repeats = len(words) >= _FEWEST_WORDS and words in seen
        seen.add(words)
        yield Block(block.kind, block.span, block.published, repeats)


def _stretches(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Lines without a blank line between them."""
    stretch = lines[:1]
    for before, line in pairwise(lines):
        if not adjacent(text, before, line):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _joined(text: str, stretch: list[Span], flowing: bool) -> Iterator[list[Span]]:
    """The lines of a stretch, those of one paragraph together."""
    if len(stretch) == 1:
        yield stretch
        return
    words = [line.quote(text) for line in stretch]
    width = _wrap_width(words, flowing)
    paragraph = stretch[:1]
    for (before, after), line in zip(pairwise(words), stretch[1:], strict=True):
        if not _goes_on(before, after, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _wrap_width(words: list[str], flowing: bool) -> int | None:
    """The columns at which lines were broken by hand: 0 where at any; None where each line is a paragraph."""
    width = max(map(len, words))
    if width > WRAP_WIDTH:
        return None
    if flowing:
        return 0
    return width if any(_runs_on(a, b) for a, b in pairwise(words)) else None


def _goes_on(before: str, after: str, width: int | None) -> bool:
    """Whether a line goes on in the next: in mid-sentence, or because the next word had no room."""
    if is_item(after) or stamps.parse(before) or stamps.parse(after):
        return False
    if _runs_on(before, after):
        return True
    return width is not None and len(before) + 1 + len(after.split(maxsplit=1)[0]) > _FULL * width


def _runs_on(before: str, after: str) -> bool:
    return not has_ended(before) and after.lstrip(_OPENING)[:1].islower()
