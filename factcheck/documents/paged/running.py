"""Running heads and page numbers: what most pages show at the same height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.documents.paged.lines import Line

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FEWEST_PAGES = 2
_EDGE = 3
"""Lines from the head or the foot of a page among which they stand."""
_MOST_WORDS = 14


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without them. The first and the last may differ, so more than half of the pages are most."""
    edges = [{id(line): _signs(line, n) for line in _edge(page)} for n, page in enumerate(pages)]
    counted = Counter(sign for edge in edges for sign in set().union(*edge.values()))
    filled = sum(1 for page in pages if page)
    running = {sign for sign, n in counted.items() if n >= _FEWEST_PAGES and n > filled / 2}
    left = [
        [line for line in page if running.isdisjoint(edge.get(id(line), ()))]
        for page, edge in zip(pages, edges, strict=True)
    ]
    return left if any(left) else [list(page) for page in pages]  # what is all of each page is what the file says


def _edge(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines, wherever in its text the file has them."""
    sorted_lines = sorted(page, key=lambda line: line.height)
    return [*sorted_lines[:_EDGE], *sorted_lines[max(_EDGE, len(sorted_lines) - _EDGE) :]]


def _signs(line: Line, page: int) -> set[tuple[int, str]]:
    """The height and the words, as they are and with one number as that of the page: what it is beyond the count.

    Other numbers that change from page to page are figures: "It killed 41", "It killed 3".
    """
    words = line.words.casefold()
    if len(words.split()) > _MOST_WORDS:
        return set()
    height = round(line.height / 4)
    counted = [(found, _value(found[0]) - page) for found in _NUMBER.finditer(words)]
    return {(height, words)} | {
        (height, f"{words[: found.start()]}#{beyond}{words[found.end() :]}") for found, beyond in counted
    }


def _value(number: str) -> int:
    """Of a number in digits or in Roman letters."""
    if number.isdecimal():
        return int(number[:9])
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[n:]) else value for n, value in enumerate(values))
