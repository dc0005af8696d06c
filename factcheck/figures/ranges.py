"""Two numbers that make one figure: ranges, alternatives, scores, ratios.

"10-15 million" and "three or four" are intervals, "31-24" is a score, "2-to-1" and "one in five" ratios.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck import units
from factcheck.figures.numbers import Number, read_number, word
from factcheck.figures.scan import Token

Joined = Literal["single", "range", "score", "ratio"]

_DASHES = ("-", "–", "—", "‑")
_SCORED = {"victory", "win", "loss", "defeat", "record", "lead", "vote", "draw", "triumph", "rout", "decision", "start"}
_SCORED |= {"run", "round", "home", "season", "thrashing", "margin", "mark"}
_OUT_OF = {"in", "out"}
_PERIODS = {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "time"}
_PERIODS |= {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november"}


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
    return _ratio(tokens, first) or _score(tokens, first) or _range(tokens, first) or Numbers(first, first, first.end)


def _ratio(tokens: Sequence[Token], first: Number) -> Numbers | None:
    """ "2-to-1", "1-for-8", "700:1", "one in five", "three out of four"."""
    at = first.end
    if first.low is None or first.low == 0:
        return None
    if word(tokens, at) in _DASHES and word(tokens, at + 1) in ("to", "for", "in") and word(tokens, at + 2) in _DASHES:
        return _ratio_of(tokens, first, at + 3, inverted=word(tokens, at + 1) == "to")
    if word(tokens, at) == ":" and tokens[at].glued and word(tokens, at + 1) == "1":
        return _ratio_of(tokens, first, at + 1, inverted=True)
    if word(tokens, at) == "out" and word(tokens, at + 1) == "of":
        return _ratio_of(tokens, first, at + 2, inverted=False)
    if word(tokens, at) == "in" and first.low == 1 and first.form == "words":
        found = _ratio_of(tokens, first, at + 1, inverted=False)
        return found if found and word(tokens, found.end) not in _PERIODS and found.second.step == 1 else None
    return None


def _ratio_of(tokens: Sequence[Token], first: Number, at: int, *, inverted: bool) -> Numbers | None:
    second = read_number(tokens, at)
    if second is None or not second.low or first.low is None:
        return None
    if not inverted and second.low < first.low:
        return None
    if second.low > 1900 and second.plain:
        return None
    value = first.low / second.low
    return Numbers(first, second, second.end, "ratio", value)


def _score(tokens: Sequence[Token], first: Number) -> Numbers | None:
    """ "31-24 victory", "(9-4)", "14-13-2": two small whole numbers that nothing counts."""
    second = _after_dash(tokens, first)
    if second is None or not (first.plain and second.plain) or first.low is None or second.low is None:
        return None
    if max(first.low, second.low) > 250 or not tokens[first.end].glued:
        return None
    end = second.end
    third = _after_dash(tokens, second)
    if third is not None and third.plain and third.low is not None and third.low < 100:
        return Numbers(first, second, third.end, "score")
    if tokens[second.end - 1].end != tokens[second.start].end:
        return None
    after = word(tokens, end)
    closes = (
        after in (")", ",", ".", ";", "", "”", '"', "]")
        or after in _SCORED
        or after in ("in", "on", "at", "with", "over")
    )
    scored = closes or first.low > second.low
    unit = units.match([t.text for t in tokens[end : end + units.MAX_WORDS]]) if not closes else None
    hyphen = after in _DASHES
    return Numbers(first, second, end, "score") if scored and unit is None and not hyphen else None


def _after_dash(tokens: Sequence[Token], first: Number) -> Number | None:
    at = first.end
    if word(tokens, at) not in _DASHES or at + 1 >= len(tokens) or tokens[at + 1].kind != "digits":
        return None
    return read_number(tokens, at + 1)


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
    return Numbers(first, second, second.end, "range")


def _link(tokens: Sequence[Token], first: Number) -> int | None:
    """Where the second number starts, over the connector and a repeated sign or unit."""
    at = first.end
    if word(tokens, at) in ("%",) or (word(tokens, at) in ("percent",) and word(tokens, at + 1) in ("to", "or", "and")):
        at += 1
    if word(tokens, at) == "-" and word(tokens, at + 1) in ("to", "or"):
        at += 1  # "7- or 8-inch"
    if not _connects(tokens, at, first.start):
        return None
    return _over_sign(tokens, at + 1)


def _over_sign(tokens: Sequence[Token], at: int) -> int:
    """The index behind a currency sign ("$", "US$") at token `at`, or `at`."""
    for end in (at, at + 1):
        if end < len(tokens) and unicodedata.category(tokens[end].text[0]) == "Sc":
            return end + 1
    return at


def _connects(tokens: Sequence[Token], at: int, start: int) -> bool:
    text, before = word(tokens, at), _before(tokens, start)
    if text in _DASHES:
        return word(tokens, at + 1) != "-"
    if text == "to":
        return before not in ("by", "from")
    if text == "and":
        return before in ("between", "from")
    return text == "or"


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
        return low < high <= 3 * low
    return low < high
