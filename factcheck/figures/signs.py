"""Signs: the minus before a number, and the inch mark behind it, told from dashes and quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist
from factcheck.model import Interval

_MINUS = ("-", "−", "–")
_WORDS = ("minus", "negative")
_EITHER = ("or", "/")
"""Between the signs of "plus or minus 3 points", which is no negative."""

_SIGNED = ("percent", "money", "measure", "percentage_points", "rate")
_QUOTATION = 200
"""A quotation mark farther back than this many tokens is not looked for: the time must stay linear."""


def signed(tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading with the minus before it: "-1.3%", "minus five"; a dash between words is none."""
    at = reading.start - 1
    value = reading.value
    if value.low is None or value.low != value.high or not _is_minus(tokens, at, reading):
        return reading
    return replace(reading, start=at, value=Interval(-value.low, -value.low))


def _is_minus(tokens: Sequence[Token], at: int, reading: Reading) -> bool:
    if at < 0 or (at > 0 and tokens[at - 1].kind == "digits"):
        return False
    if tokens[at].lower in _WORDS:
        return at == 0 or tokens[at - 1].lower not in _EITHER
    if tokens[at].text not in _MINUS or not is_glued(tokens, reading.start) or is_glued(tokens, at):
        return False
    points = reading.kind == "count" and word(tokens, reading.end) in wordlist("change", "points")
    return reading.kind in _SIGNED or reading.step < 1 or points


def is_inch_mark(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign glued behind the number means inches: it does where no quotation is open."""
    text = tokens[at].text
    if text == "″":
        return True
    before = tokens[max(0, at - _QUOTATION) : at]
    if text == '"':
        return sum(t.text == '"' for t in before) % 2 == 0
    return text == "”" and not any(t.text == "“" for t in before)
