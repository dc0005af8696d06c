"""Two numbers that make one figure: ranges and alternatives ("10-15 million", "three or four")."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck import units
from factcheck.figures import ratios, scores, tallies
from factcheck.figures.number import Number
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist

Joined = Literal["single", "range", "score", "ratio"]


@dataclass(frozen=True, slots=True)
class Numbers:
    """One or two numbers read as one figure; `first` and `second` are equal for a single one."""

    first: Number
    second: Number
    end: int
    joined: Joined = "single"
    ratio: Decimal | None = None


def read_numbers(tokens: Sequence[Token], at: int) -> Numbers | None:
    """The figure's number or numbers at token `at`."""
    first = read_number(tokens, at)
    if first is None:
        return None
    if found := ratios.ratio(tokens, first):
        return Numbers(first, found[0], found[0].end, "ratio", found[1])
    if end := scores.score_end(tokens, first) or tallies.tally_end(tokens, first):
        return Numbers(first, first, end, "score")
    return _range(tokens, first) or Numbers(first, first, first.end)


def _range(tokens: Sequence[Token], first: Number) -> Numbers | None:
    """ "10-15 million", "between 3 and 5", "three or four", "$3 billion to $5 billion", "7- or 8-inch"."""
    link = _link(tokens, first)
    if link is None or first.low is None:
        return None
    second = read_number(tokens, link)
    if second is None or second.low is None:
        return None
    first = _share_scale(first, second)
    if first.low is None or not _ascends(first.low, second.low, word(tokens, link - 1)):
        return None
    if word(tokens, first.end) in ("%", "percent") and word(tokens, second.end) not in ("%", "percent", "per"):
        return None
    return Numbers(first, second, second.end, "range")


def _link(tokens: Sequence[Token], first: Number) -> int | None:
    """Where the second number starts, over the connector and a repeated sign or unit."""
    at = first.end
    percent = word(tokens, at) in ("%", "percent")
    at = at + 1 if percent else at
    if word(tokens, at) == "-" and word(tokens, at + 1) in ("to", "or"):
        at += 1  # "7- or 8-inch"
    if not _connects(tokens, at, first.start):
        return None
    link = _over_sign(tokens, at + 1)
    if link == at + 1 and _other_currency(tokens, first.start, link):
        return None
    if link > at + 1 and (percent or not _same_sign(tokens, first.start, link)):
        return None
    return link


def _other_currency(tokens: Sequence[Token], start: int, link: int) -> bool:
    """Whether the first number has a currency's sign and the second a currency's name: "£50 or 80 euros"."""
    second = read_number(tokens, link) if start and unicodedata.category(tokens[start - 1].text[-1]) == "Sc" else None
    if second is None:
        return False
    return units.currency_after([t.text for t in tokens[second.end : second.end + units.MAX_WORDS]]) is not None


def _same_sign(tokens: Sequence[Token], start: int, link: int) -> bool:
    """Whether one currency sign stands before both numbers: "$3 to $5", but "rose 3 to $5", "$0.99 or ¥500"."""
    sign = tokens[start - 1].text[-1] if start else ""
    return bool(sign) and unicodedata.category(sign) == "Sc" and sign == tokens[link - 1].text[-1]


def _over_sign(tokens: Sequence[Token], at: int) -> int:
    """The index behind a currency sign ("$", "US$") at token `at`, or `at`."""
    for end in (at, at + 1):
        if end < len(tokens) and unicodedata.category(tokens[end].text[0]) == "Sc":
            return end + 1
    return at


def _connects(tokens: Sequence[Token], at: int, start: int) -> bool:
    text, before = word(tokens, at), _before(tokens, start)
    if text in scores.DASHES:
        spaced = not is_glued(tokens, at) and is_glued(tokens, at + 1)
        return word(tokens, at + 1) != "-" and not spaced
    if text == "to":
        return before not in ("by", "from") and not _moves(before)
    if text == "and":
        return before in ("between", "from")
    return text == "or"


def _moves(before: str) -> bool:
    """Whether the word is a verb of change: "fell $1.20 to $82.35" is a change and what it led to."""
    return any(before in wordlist("change", direction, "before") for direction in ("up", "down"))


def _before(tokens: Sequence[Token], start: int) -> str:
    """The word before the number, over its currency sign."""
    at = start - 1
    if at >= 0 and unicodedata.category(tokens[at].text[0]) == "Sc":
        at -= 2 if at and tokens[at].glued else 1
    return word(tokens, at)


def _share_scale(first: Number, second: Number) -> Number:
    """ "10-15 million" is ten million to fifteen million."""
    if second.scale == 1 or first.scale != 1 or first.low is None or second.low is None:
        return first
    if first.low * second.scale > second.low:
        return first
    return first.times(second.scale)


def _ascends(low: Decimal, high: Decimal, connector: str) -> bool:
    if connector == "or":
        return low < high <= 3 * low and low == low.to_integral_value()
    return low < high
