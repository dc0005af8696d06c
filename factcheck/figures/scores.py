"""Two or three numbers set against each other: scores and records ("31-24", "14-13-2").

Which nouns a score stands before says `rules/lexicon/scores.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import units
from factcheck.figures.number import Number
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist

DASHES = ("-", "–", "—", "‑")
_HIGHEST = 250
_CLOSING = ("(", ")", ",", ".", ";", "", "”", '"', "]", "in", "on", "at", "with", "over")


def score_end(tokens: Sequence[Token], first: Number) -> int | None:
    """Where the score that begins with `first` ends: two or three small whole numbers that nothing counts."""
    second = after_dash(tokens, first)
    if second is None or not is_glued(tokens, first.end) or not _pair(first, second):
        return None
    third = after_dash(tokens, second)
    if third is not None and third.plain and third.low is not None and third.low < 100:
        return third.end
    if tokens[second.end - 1].end != tokens[second.start].end or _of_years(tokens, first, second):
        return None
    return second.end if _stands_alone(tokens, first, second) else None


def _pair(first: Number, second: Number) -> bool:
    if not (first.plain and second.plain) or first.low is None or second.low is None:
        return False
    return max(first.low, second.low) <= _HIGHEST


def _of_years(tokens: Sequence[Token], first: Number, second: Number) -> bool:
    """ "04-05" is a span of years."""
    return tokens[first.start].text[0] == "0" and all(len(tokens[n.start].text) == 2 for n in (first, second))


def _stands_alone(tokens: Sequence[Token], first: Number, second: Number) -> bool:
    end, after = second.end, word(tokens, second.end)
    if after in DASHES:
        return False
    if after in _CLOSING or after in wordlist("scores", "nouns"):
        return True
    falls = first.low is not None and second.low is not None and first.low > second.low
    return falls and units.match([t.text for t in tokens[end : end + units.MAX_WORDS]]) is None


def after_dash(tokens: Sequence[Token], first: Number) -> Number | None:
    """The number in digits behind a dash behind `first`."""
    at = first.end
    if word(tokens, at) not in DASHES or at + 1 >= len(tokens) or tokens[at + 1].kind != "digits":
        return None
    return read_number(tokens, at + 1)
