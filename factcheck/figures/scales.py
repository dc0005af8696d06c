"""Scales: the words and letters behind a number that multiply it ("2.5 million", "1.762bn")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.figures.number import Number
from factcheck.figures.scan import Token, is_glued, word

SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
    "dozen": Decimal(12),
}
ABBREVIATED = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mm": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
_REPEATED = ("hundred", "thousand", "lakh", "lakhs")
_LETTERS = ("m", "mm", "b")
_ONE_OF = ("a", "one")


def scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the scale words that follow it ("2.5 million", "110-billion", "1.762bn")."""
    at = _over_of(tokens, number)
    if word(tokens, at) == "-" and is_glued(tokens, at) and word(tokens, at + 1) in SCALES:
        at += 1
    text = word(tokens, at)
    scale = SCALES.get(text) or _abbreviation(tokens, at)
    if scale is None or number.low is None:
        return number
    larger = number.times(scale, at + 1)
    return scaled(tokens, larger) if text in _REPEATED else larger


def _over_of(tokens: Sequence[Token], number: Number) -> int:
    """Where the scale may stand: behind a part, that is behind "of a" too ("a quarter of a million")."""
    at = number.end
    part = number.form == "fraction" and word(tokens, at) == "of" and word(tokens, at + 1) in _ONE_OF
    return at + 2 if part and word(tokens, at + 2) in SCALES else at


def _abbreviation(tokens: Sequence[Token], at: int) -> Decimal | None:
    """The scale of "bn", "mn", "k" …; "m", "mm" and "b" are left to `money` and `units`, which see more."""
    text = word(tokens, at)
    if text in _LETTERS or (text == "k" and not is_glued(tokens, at)):
        return None
    return ABBREVIATED.get(text)
