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
    edges = [{id(line): _sign(line) for line in _edge(page)} for page in pages]
    counted = Counter(sign for edge in edges for sign in set(edge.values()) if len(sign[1].split()) <= _MOST_WORDS)
    filled = sum(1 for page in pages if page)
    running = {sign for sign, n in counted.items() if n >= _FEWEST_PAGES and n > filled / 2}
    return [
        [line for line in page if edge.get(id(line)) not in running] for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines, wherever in its text the file has them."""
    sorted_lines = sorted(page, key=lambda line: line.height)
    return [*sorted_lines[:_EDGE], *sorted_lines[max(_EDGE, len(sorted_lines) - _EDGE) :]]


def _sign(line: Line) -> tuple[int, str]:
    """The height and the words, numbers aside."""
    return round(line.height / 4), _NUMBER.sub("#", line.words.casefold())
