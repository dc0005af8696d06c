"""Votes and innings: "passed 68 to 32", "voted 301-148", "won 50.9-49.1 in the runoff", "were 416-8".

The words stand in `rules/lexicon/scores.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.number import Number
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, is_glued, word
from factcheck.figures.scores import DASHES
from factcheck.lexicon import wordlist

_NEAR = 5
_CLOSING = ("", "to", "for", "against", "in", "on", "at", "with", "after", "and", "but", "as", "last", "over")
_BETWEEN = ("by", "was", "were", "is", "of", "it", "them")
_MOST_WICKETS, _MOST_RUNS = 10, 999


def tally_end(tokens: Sequence[Token], first: Number) -> int | None:
    """Where the votes for and against, or the runs and wickets, that begin with `first` end."""
    if first.form != "digits" or first.scale != 1 or first.low is None:
        return None
    second = _second(tokens, first)
    if second is None or second.low is None or not _closed(tokens, second.end):
        return None
    if word(tokens, first.end) != "for" and _voted(tokens, first, falls=first.low >= second.low):
        return second.end
    wickets = second.plain and second.low <= _MOST_WICKETS and second.low < first.low <= _MOST_RUNS
    return second.end if wickets and first.plain and _batted(tokens, first.start) else None


def _second(tokens: Sequence[Token], first: Number) -> Number | None:
    """The number in digits behind a dash, "to" or "for"."""
    at = first.end
    dash = word(tokens, at) in DASHES and is_glued(tokens, at) and is_glued(tokens, at + 1)
    if not (dash or word(tokens, at) in ("to", "for")) or at + 1 >= len(tokens) or tokens[at + 1].kind != "digits":
        return None
    second = read_number(tokens, at + 1)
    return second if second and second.form == "digits" and second.scale == 1 else None


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands at token `at` that the numbers could count."""
    return word(tokens, at) in _CLOSING or (tokens[at].kind == "sign" and tokens[at].text not in ("%", *DASHES))


def _voted(tokens: Sequence[Token], first: Number, *, falls: bool) -> bool:
    """Whether votes are told: a word of voting shortly before, directly before where the smaller number comes first."""
    near = _NEAR if falls else 1
    at = first.start
    while word(tokens, at - 1) in _BETWEEN:
        at -= 1
    return any(t.lower in wordlist("scores", "votes") for t in tokens[max(0, at - near) : at])


def _batted(tokens: Sequence[Token], start: int) -> bool:
    return word(tokens, start - 1) in wordlist("scores", "innings")
