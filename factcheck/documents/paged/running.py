"""Running heads and page numbers: what most pages show at the same height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.documents.paged.lines import Line

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_FEWEST_PAGES = 2
_EDGE = 3
"""Lines from the head or the foot of a page among which they stand."""
_MOST_WORDS = 14


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without them. The first and the last may differ, so more than half of the pages are most."""
    counted = Counter(
        sign
        for page in pages
        for sign in {_sign(line) for line in _edge(page) if len(line.words.split()) <= _MOST_WORDS}
    )
    filled = sum(1 for page in pages if page)
    running = {sign for sign, n in counted.items() if n >= _FEWEST_PAGES and n > filled / 2}
    return [_without(page, running) for page in pages]


def _without(page: Sequence[Line], running: set[tuple[int, str]]) -> list[Line]:
    edge = {id(line) for line in _edge(page)}
    return [line for line in page if id(line) not in edge or _sign(line) not in running]


def _edge(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines, wherever in its text the file has them."""
    sorted_lines = sorted(page, key=lambda line: line.height)
    return [*sorted_lines[:_EDGE], *sorted_lines[max(_EDGE, len(sorted_lines) - _EDGE) :]]


def _sign(line: Line) -> tuple[int, str]:
    """The height and the words, numbers aside."""
    return round(line.height / 4), _NUMBER.sub("#", line.words.casefold())
