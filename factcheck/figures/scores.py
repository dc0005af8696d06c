"""Two numbers set against each other: scores ("31-24", "14-13-2") and ratios ("2-to-1", "one in five").

Which nouns a score stands before says `rules/lexicon/scores.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck import units
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.number import Number
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, is_glued, word
from factcheck.figures.wordlists import wordlist

DASHES = ("-", "–", "—", "‑")
_HIGHEST = 250
_CLOSING = ("(", ")", ",", ".", ";", "", "”", '"', "]", "in", "on", "at", "with", "over")
_TIMES = (*MONTHS, "time", "days", "weeks", "months", "years", "hours", "minutes", "seconds")


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


def ratio(tokens: Sequence[Token], first: Number) -> tuple[Number, Decimal] | None:
    """The second number and the value of "2-to-1", "1-for-8", "700:1", "one in five", "three out of four"."""
    at, between = first.end, word(tokens, first.end + 1)
    if not first.low:
        return None
    if word(tokens, at) in DASHES and between in ("to", "for", "in") and word(tokens, at + 2) in DASHES:
        return _ratio_of(tokens, first, at + 3, inverted=between == "to")
    if word(tokens, at) == ":" and is_glued(tokens, at) and between == "1":
        return _ratio_of(tokens, first, at + 1, inverted=True)
    if word(tokens, at) == "out" and between == "of":
        return _ratio_of(tokens, first, at + 2, inverted=False)
    if word(tokens, at) == "in" and first.low == 1 and first.form == "words":
        found = _ratio_of(tokens, first, at + 1, inverted=False)
        return found if found and word(tokens, found[0].end) not in _TIMES and found[0].step == 1 else None
    return None


def _ratio_of(tokens: Sequence[Token], first: Number, at: int, *, inverted: bool) -> tuple[Number, Decimal] | None:
    second = read_number(tokens, at)
    if second is None or not second.low or first.low is None:
        return None
    if not inverted and second.low < first.low:
        return None
    if second.low > 1900 and second.plain:
        return None
    return second, first.low / second.low
