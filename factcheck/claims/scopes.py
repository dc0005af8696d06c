"""How much of a thing a figure covers: one of several parts, another one besides, a year's or a quarter's.

The words stand in `rules/lexicon/scopes.yaml`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, islice

from factcheck.lexicon import lexicon
from factcheck.model import Document, Figure

_WORD = re.compile(r"[\w-]+|[^\w\s]")
_YEAR = re.compile(r"\d{4}")
_PERIOD = re.compile(
    r"\W*(?:[^\W\d]+\W){0,4}?(?:in|for|during|of|by|since)\s+(?:the\s+)?(?:(?P<year>(?:19|20)\d\d)\b|"
    r"(?P<quarter>first|second|third|fourth|final)[\s-]quarter|(?P<month>" + "|".join(calendar.month_name[1:]) + r")\b)"
)


@cache
def _scopes() -> dict[str, str]:
    """Word to scope."""
    return {word: scope for scope, words in lexicon("scopes")["scopes"].items() for word in words}


def scope(figure: Figure, text: str) -> frozenset[str]:
    """The scopes that the words beside the number name."""
    reach, known = lexicon("scopes")["reach"], _scopes()
    before, behind = (side.lower() for side in figure.beside(text))
    ahead = (word[::-1] for word in _first(before[::-1], reach["before"]))  # read backwards the words are the same
    return frozenset(known[word] for word in (*ahead, *_first(behind, reach["behind"])) if word in known)


def _first(text: str, many: int) -> list[str]:
    """So many words and marks from the start: a sentence is long, and the words beside a number are few."""
    return [found[0] for found in islice(_WORD.finditer(text), many)]


def period(figure: Figure, text: str) -> Mapping[str, str]:
    """Year, quarter or month that the words behind the number give it: "120 bcm of gas in 2021"."""
    if figure.kind == "date":
        return {}
    found = _PERIOD.match(figure.beside(text)[1])
    return {part: name for part, name in found.groupdict().items() if name} if found else {}


def sums(size: float | None, others: Sequence[float]) -> frozenset[float]:
    """What a number of a sentence and others beside it make together: "12 Somalis and 11 Yemenis" are 23."""
    if size is None or not others:
        return frozenset()
    several = [size + a + b for a, b in combinations(others[:_PARTS], 2)]
    return frozenset([*(size + other for other in others[:_PARTS]), *several])


_PARTS = 5
"""How many figures of one sentence are tried as parts of a whole."""


def era(figure: Figure, document: Document) -> str | None:
    """The year that the figure's sentence names, where it is not the year of publication; else None."""
    found = _YEAR.match(figure.context.period or "")
    if found is None:
        return None
    published = document.published
    return None if published is not None and int(found[0]) == published.year else found[0]
