"""Ratios: "2-to-1", "700:1", "one in five", "8 in 10 pensioners", "three out of four", odds of "3-1".

The words stand in `rules/lexicon/scores.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.number import Number
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, is_glued, word
from factcheck.figures.scores import DASHES
from factcheck.lexicon import wordlist

_TIMES = (*MONTHS, "time", "days", "weeks", "months", "years", "hours", "minutes", "seconds", "games")
_WHOLES = (3, 4, 5, 10, 20, 100, 1000, 10_000, 100_000)
"""What "8 in 10" shares are said of; "lost 4 in 7" is no share."""

_NEAR = 4


def ratio(tokens: Sequence[Token], first: Number) -> tuple[Number, Decimal] | None:
    """The second number and the value of the ratio that begins with `first`."""
    at, between = first.end, word(tokens, first.end + 1)
    if not first.low:
        return None
    if word(tokens, at) in DASHES and between in ("to", "for", "in") and word(tokens, at + 2) in DASHES:
        return _ratio_of(tokens, first, at + 3, inverted=between == "to")
    if word(tokens, at) in DASHES and is_glued(tokens, at) and _odds(tokens, first.start):
        return _ratio_of(tokens, first, at + 1, inverted=True)
    if word(tokens, at) == ":" and is_glued(tokens, at) and between == "1":
        return _ratio_of(tokens, first, at + 1, inverted=True)
    if word(tokens, at) == "out" and between == "of":
        return _ratio_of(tokens, first, at + 2, inverted=False)
    return _share(tokens, first) if word(tokens, at) == "in" else None


def _odds(tokens: Sequence[Token], start: int) -> bool:
    return any(t.lower == "odds" for t in tokens[max(0, start - _NEAR) : start])


def _share(tokens: Sequence[Token], first: Number) -> tuple[Number, Decimal] | None:
    """ "one in five", "1 in 20 children", "8 in 10 pensioners"; not "lost four in five games"."""
    found = _ratio_of(tokens, first, first.end + 1, inverted=False)
    if found is None or found[0].step != 1 or word(tokens, found[0].end) in _TIMES:
        return None
    if first.low == 1:
        return found
    opens = first.start == 0 or word(tokens, first.start - 1) in wordlist("scores", "shares")
    played = word(tokens, found[0].end) in wordlist("scores", "played")
    return found if opens and not played and first.step == 1 and found[0].low in _WHOLES else None


def _ratio_of(tokens: Sequence[Token], first: Number, at: int, *, inverted: bool) -> tuple[Number, Decimal] | None:
    second = read_number(tokens, at)
    if second is None or not second.low or first.low is None:
        return None
    if not inverted and second.low < first.low:
        return None
    if second.low > 1900 and second.plain:
        return None
    return second, first.low / second.low
