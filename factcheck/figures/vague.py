"""Vague numbers: "dozens", "tens of thousands", "several hundred", "a few". What they leave possible
stands in `rules/lexicon/vague.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck import units
from factcheck.figures.cardinals import TRIGGERS as NUMBER_WORDS
from factcheck.figures.number import ZERO, Number
from factcheck.figures.scales import SCALES
from factcheck.figures.scan import Token, word
from factcheck.lexicon import lexicon
from factcheck.model import Interval

_Reaches = Mapping[str, tuple[int, int]]


@cache
def _reaches(key: str) -> _Reaches:
    return {name: (low, high) for name, (low, high) in lexicon("vague")[key].items()}


@cache
def triggers() -> frozenset[str]:
    """The words that a vague number can start with."""
    return frozenset({*_reaches("words"), *_reaches("measured"), *_reaches("of"), *_reaches("scaled")})


def vague(tokens: Sequence[Token], at: int) -> Number | None:
    """The vague number at token `at`: no value, but a reach."""
    text, after = word(tokens, at), word(tokens, at + 1)
    if text in _reaches("of") and after == "of" and word(tokens, at + 2)[:-1] in SCALES:
        return _times(at, at + 3, _reaches("of")[text], SCALES[word(tokens, at + 2)[:-1]])
    if text in _reaches("scaled") and after in SCALES:
        return _times(at, at + 2, _reaches("scaled")[text], SCALES[after])
    reach = _reaches("words").get(text) or _measured(text, after)
    if reach is None or _counted(tokens, at):
        return None
    return _times(at, at + 1, reach, Decimal(1))


def _measured(text: str, after: str) -> tuple[int, int] | None:
    """ "a few" is a figure where it measures ("a few hours"), not where it counts ("a few friends")."""
    reach = _reaches("measured").get(text)
    return reach if reach and after and units.match([after]) else None


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """ "four scores", "two hundreds": what stands behind a number is its noun."""
    before = tokens[at - 1] if at else None
    return before is not None and (before.kind == "digits" or before.lower in NUMBER_WORDS)


def _times(start: int, end: int, times: tuple[int, int], scale: Decimal) -> Number:
    reach = Interval(times[0] * scale, times[1] * scale)
    return Number(None, None, ZERO, start, end, "vague", reach=reach)
