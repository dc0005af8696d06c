"""The lines of a page with their places, in reading order.

pdfium gives the text of a page as its file draws it: lines break at every raised figure, and where a file draws two
columns row by row they come mixed. So places are asked, but only of the ends of lines, of digits, and of the
blanks in a few lines: asking for each letter would take several times as long as the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one height; `left`, `right` and `height` (of the baseline, from the page's foot) in points."""

    words: str
    left: float
    right: float
    height: float
    size: float
    hyphened: bool = False
    """A word goes on in the next line; the hyphen is none of the words."""


@dataclass(frozen=True, slots=True)
class Segment:
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
        from ctypes import byref, c_double

        from pypdfium2 import raw

        self._page = page.get_textpage()
        self.text: str = self._page.get_text_range(errors="replace")
        self.counted = self._page.count_chars() == len(self.text)
        """Whether the numbers of characters are their places in the text; other characters than those of Unicode's
        first plane take two."""
        self._x, self._y, self._room = c_double(), c_double(), raw.FS_RECTF()
        self._refs = byref(self._x), byref(self._y)
        self._room_ref = byref(self._room)
        self._origin: Callable[..., int] = raw.FPDFText_GetCharOrigin
        self._box: Callable[..., int] = raw.FPDFText_GetLooseCharBox
        self._handle = self._page.raw

    def close(self) -> None:
        self._page.close()

    def baseline(self, index: int) -> float:
        """The height on which a character stands, from the page's foot."""
        self._origin(self._handle, index, *self._refs)
        return float(self._y.value)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the room that a character takes."""
        self._box(self._handle, index, self._room_ref)
        return self._room.left, self._room.bottom, self._room.right, self._room.top

    def runs(self, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of each stretch of some characters that the file draws at once."""
        count = self._page.count_rects(start, end - start)
        rects = [self._page.get_rect(n) for n in range(count)] if count > 1 else []
        return [(left, right) for left, _, right, _ in rects]


def segments(page: PageText) -> Iterator[Segment | None]:
    """The runs of the text between its line breaks; None for the hyphen that broke a word."""
    for match in _SEGMENT.finditer(page.text):
        words = match[0]
        if words in _HYPHENS:
            yield None
            continue
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            left, bottom, right, top = page.box(start)
            right = page.box(end - 1)[2] if end - 1 > start else right
            yield Segment(start, end, left, right, bottom, top - bottom)


def lines(page: PageText, runs: Sequence[Segment | None]) -> Iterator[Line]:
    """The runs put together to lines: those on one height that follow one another, raised digits with the rest."""
    line: list[Segment] = []
    for n, run in enumerate(runs):
        if run is None:
            continue
        if line and not _goes_on(line[-1], run, line[0]):
            yield _line(page, line)
            line = []
        line.append(run)
        if n + 1 < len(runs) and runs[n + 1] is None:
            yield _line(page, line, hyphened=True)
            line = []
    if line:
        yield _line(page, line)


def _goes_on(before: Segment, run: Segment, first: Segment) -> bool:
    size = max(first.size, run.size)
    near = -size < run.left - before.right < size
    return near and abs(run.height - first.height) < _SAME_LINE * size


def _line(page: PageText, line: Sequence[Segment], *, hyphened: bool = False) -> Line:
    biggest = max(line, key=lambda run: run.size) if len(line) > 1 else line[0]
    words = _spelled(page, line[0].start, line[-1].end, biggest.size)
    return Line(words, line[0].left, line[-1].right, biggest.height, biggest.size, hyphened)


def _spelled(page: PageText, start: int, end: int, size: float) -> str:
    """The words of a line, digits that stand higher than what is before them as raised ones."""
    text = page.text[start:end]
    found = list(_DIGITS.finditer(text)) if page.counted else []
    least = page.baseline(start) + _RAISED * size if found else 0.0
    for match in reversed(found):
        cut = _raised_from(page, start + match.start(), start + match.end(), least) - start
        if 0 < cut < match.end():  # a line that begins high has no ground below it
            text = text[:cut] + raised(text[cut : match.end()]) + text[match.end() :]
    if not text.isascii() or "\0" in text:
        text = _SIGN.sub(lambda sign: _SPELLED[sign[0]], text)
    return " ".join(text.split())


def _raised_from(page: PageText, first: int, end: int, least: float) -> int:
    """Where in a row of digits the raised ones begin, which stand higher than `least`; its end for none."""
    cut = end
    while cut > first and end - cut < _MOST_RAISED and page.baseline(cut - 1) > least:
        cut -= 1
    return cut
