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
_DIGITS = re.compile(r"(?<=[^\s\d])\d{1,2}(?!\d)|(?<=\d)\d{1,2}(?!\d)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\0": ""})
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
    """The text of a page and the places of its characters, by number."""

    def __init__(self, page: PrintedPage) -> None:
        import ctypes

        from pypdfium2 import raw

        self._page = page.get_textpage()
        self.text: str = self._page.get_text_range(errors="replace")
        self.counted = self._page.count_chars() == len(self.text)
        """Whether the numbers of characters are their places in the text; other characters than those of Unicode's
        first plane take two."""
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin: Callable[..., int] = raw.FPDFText_GetCharOrigin
        self._handle = self._page.raw

    def close(self) -> None:
        self._page.close()

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands on its baseline."""
        self._origin(self._handle, index, self._x, self._y)
        return self._x.value, self._y.value

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the room that a character takes."""
        left, bottom, right, top = self._page.get_charbox(index, loose=True)
        return left, bottom, right, top


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
            yield Segment(start, end, left, right, page.origin(start)[1], top - bottom)


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
    biggest = max(line, key=lambda run: run.size)
    words = _spelled(page, Segment(line[0].start, line[-1].end, 0, 0, biggest.height, biggest.size))
    return Line(words, line[0].left, line[-1].right, biggest.height, biggest.size, hyphened)


def _spelled(page: PageText, run: Segment) -> str:
    """The words of a run, digits that stand higher than what is before them as raised ones."""
    text = page.text[run.start : run.end]
    if page.counted:
        for match in reversed(list(_DIGITS.finditer(text))):
            digits, at = match[0], run.start + match.start()
            heights = [page.origin(at + k)[1] for k in range(-1, len(digits))]
            above = [height - heights[0] > _RAISED * run.size for height in heights[1:]]
            if any(above):
                cut = match.start() + above.index(True)
                text = text[:cut] + raised(text[cut : match.end()]) + text[match.end() :]
    return " ".join(text.translate(_LIGATURES).split())
