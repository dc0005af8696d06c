"""The lines of a page with their places, in reading order.

pdfium gives the text of a page as its file draws it: lines break at every raised figure, and where a file draws two
columns row by row they come mixed. So places are asked, but only of the ends of lines, of digits, and of the
blanks in a few lines: asking for each letter would take several times as long as the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.documents.paged.glyphs import Glyphs
from factcheck.documents.superscripts import raised

_SEGMENT = re.compile(r"[^\r\n\ufffe\x02]+|[\ufffe\x02]")
_HYPHENS = "\ufffe\x02"
_DIGITS = re.compile(r"\d(?:(?<=\S\d)|(?=\d))\d*(?![.,]?\d)")
"""The end of a number that could hold a raised figure: a digit alone could not. It begins with the digit because such
a pattern is searched for several times as fast."""
_MOST_RAISED = 2
_SIGN = re.compile("[ﬀﬁﬂﬃﬄ\u00ad\0]")
_SPELLED = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\0": ""}
_SAME_LINE, _RAISED = 0.6, 0.15
"""Parts of the letters' size: baselines no further apart are one line, raised digits are higher by more."""


PrintedPage = Any
"""A page of pypdfium2, which brings no types."""


class Line(NamedTuple):
    """Words on one height; `left`, `right` and `height` (of the baseline, from the page's foot) in points."""

    words: str
    left: float
    right: float
    height: float
    size: float
    hyphened: bool = False
    """A word goes on in the next line; the hyphen is none of the words."""


class Segment(NamedTuple):
    """A run of characters of a page's text, of which no line break is one."""

    start: int
    end: int
    left: float
    right: float
    height: float
    size: float


class PageText:
    """The text of a page and the places of its characters, by number. Calls of pdfium are what takes the time."""

    def __init__(self, page: PrintedPage) -> None:
        self._page = page.get_textpage()
        self.text: str = self._page.get_text_range(errors="replace")
        self.counted = self._page.count_chars() == len(self.text)
        """Whether the numbers of characters are their places in the text; other characters than those of Unicode's
        first plane take two."""
        glyphs = Glyphs(self._page)
        self.baseline, self.box, self.room = glyphs.baseline, glyphs.box, glyphs.room

    def close(self) -> None:
        self._page.close()

    def drawn_at_once(self, runs: Sequence[Segment | None]) -> bool:
        """Whether the file draws each run at once: then there are no gaps in them, and no raised figures.

        One number tells it for the whole page, which is much less than asking for the places in each run.
        """
        return bool(self._page.count_rects() == sum(run is not None for run in runs))

    def runs(self, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of each stretch of some characters that the file draws at once."""
        count = self._page.count_rects(start, end - start)
        rects = [self._page.get_rect(n) for n in range(count)] if count > 1 else []
        return [(left, right) for left, _, right, _ in rects]


def segments(page: PageText) -> Iterator[Segment | None]:
    """The runs of the text between its line breaks; None for the hyphen that broke a word."""
    room = page.room
    for match in _SEGMENT.finditer(page.text):
        words, start = match[0], match.start()
        if words in _HYPHENS:
            yield None
            continue
        told = words.strip()
        if len(told) < len(words):
            start += len(words) - len(words.lstrip())
        if told:
            end = start + len(told)
            left, bottom, right, top = room(start, end - 1)
            yield Segment(start, end, left, right, bottom, top - bottom)


def lines(page: PageText, runs: Sequence[Segment | None], *, at_once: bool = False) -> Iterator[Line]:
    """The runs put together to lines: those on one height that follow one another, raised digits with the rest.

    `at_once`: whether the file draws each run at once.
    """
    line: list[Segment] = []
    for n, run in enumerate(runs):
        if run is None:
            continue
        if line and not _goes_on(line[-1], run, line[0]):
            yield _line(page, line, at_once)
            line = []
        line.append(run)
        if n + 1 < len(runs) and runs[n + 1] is None:
            yield _line(page, line, at_once, hyphened=True)
            line = []
    if line:
        yield _line(page, line, at_once)


def _goes_on(before: Segment, run: Segment, first: Segment) -> bool:
    size = max(first.size, run.size)
    return abs(run.height - first.height) < _SAME_LINE * size and -size < run.left - before.right < size


def _line(page: PageText, line: Sequence[Segment], at_once: bool, *, hyphened: bool = False) -> Line:
    first, last = line[0], line[-1]
    biggest = max(line, key=lambda run: run.size) if len(line) > 1 else first
    text = page.text[first.start : last.end]
    if page.counted and not (at_once and first is last):
        text = _with_raised(page, text, first.start, biggest.size)
    words = _spelled(text)
    return Line(words, first.left, last.right, biggest.height, biggest.size, hyphened)


def _with_raised(page: PageText, text: str, start: int, size: float) -> str:
    """The text that begins at a character of the page, digits that stand higher than what is before them raised."""
    numbers = [match.span() for match in _DIGITS.finditer(text)]
    least = page.baseline(start) + _RAISED * size if numbers else 0.0
    for first, last in reversed(numbers):
        if page.baseline(start + last - 1) <= least:  # as nearly all do
            continue
        cut = _raised_from(page, start + first, start + last, least) - start
        if 0 < cut < last:  # a line that begins high has no ground below it
            text = text[:cut] + raised(text[cut:last]) + text[last:]
    return text


def _spelled(text: str) -> str:
    """The words of a line, without the signs that only its print needs."""
    if not text.isascii() or "\0" in text:
        text = _SIGN.sub(lambda sign: _SPELLED[sign[0]], text)
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _raised_from(page: PageText, first: int, end: int, least: float) -> int:
    """Where in a row of digits the raised ones begin, which stand higher than `least`; its end for none."""
    cut = end
    while cut > first and end - cut < _MOST_RAISED and page.baseline(cut - 1) > least:
        cut -= 1
    return cut
