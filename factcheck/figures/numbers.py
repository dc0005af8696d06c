"""Numbers as news writes them: digits, scales, words, fractions, powers, vague words.

`read_number` is the grammar's base: what one number at a token is worth. Ranges, units and dates
are built on it (see `ranges`, `units`, `dates`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.figures import cardinals, fractions
from factcheck.figures.number import ONE, ZERO, Number, single
from factcheck.figures.scales import SCALES, scaled
from factcheck.figures.scan import MAX_DIGITS, SUPERSCRIPTS, Token, is_glued, word
from factcheck.figures.vague import triggers as vague_words
from factcheck.figures.vague import vague

_SPACES = str.maketrans("", "", "\u00a0\u202f\u2009")
_SUPERSCRIPTS = str.maketrans(SUPERSCRIPTS, "0123456789-")
_TIMES = ("×", "x", "*", "·", "⋅")
_LARGEST_POWER = 30
_PAIRS = ("couple", "pair")
_LEAST_PARTED = 1000
"""The least scale of which "and a half" is a part: "a million and a half", but "a dozen and a half eggs"."""


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The longest single number that starts at token `at`, or None."""
    if at >= len(tokens):
        return None
    if tokens[at].kind in ("digits", "fraction"):
        return _digits(tokens, at)
    if tokens[at].lower not in _first_words():
        return None
    return (
        _article(tokens, at) or vague(tokens, at) or _words(tokens, at) or _half(tokens, at) or _bare_scale(tokens, at)
    )


def decimal_of(digits: str) -> Decimal | None:
    """The value of a numeral with separators; None where it has too many digits to be a figure."""
    if len(digits) > MAX_DIGITS:
        return None
    if digits.isdecimal():
        return Decimal(digits)
    plain = digits.translate(_SPACES)
    if "," in plain and "." in plain and plain.rfind(",") > plain.rfind("."):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if plain.count(".") > 1:
        return Decimal(plain.replace(".", ""))
    return Decimal(plain.replace(",", ""))


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    if found := fractions.sign(tokens, at):
        return scaled(tokens, found)
    value = decimal_of(tokens[at].text)
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    number = single(value, ONE.scaleb(exponent if isinstance(exponent, int) else 0), at, at + 1, "digits")
    return _power(tokens, number) or scaled(tokens, fractions.with_fraction(tokens, number))


def _power(tokens: Sequence[Token], number: Number) -> Number | None:
    """ "3.2×10⁵", "10^6"."""
    at = number.end
    times = word(tokens, at) in _TIMES and word(tokens, at + 1) == "10"
    base = at + 1 if times else number.start
    if word(tokens, base) != "10":
        return None
    exponent, end = _exponent(tokens, base + 1)
    if exponent is None or abs(exponent) > _LARGEST_POWER:
        return None
    first = number if times else replace(number, low=ONE, high=ONE)
    return first.times(Decimal(10) ** exponent, end)


def _exponent(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    if word(tokens, at) == "^" and word(tokens, at + 1).isdecimal():
        return int(word(tokens, at + 1)[:4]), at + 2
    end = at
    while is_glued(tokens, end) and set(tokens[end].text) <= set(SUPERSCRIPTS):
        end += 1
    raised = "".join(t.text for t in tokens[at:end]).translate(_SUPERSCRIPTS)
    return (int(raised[:4]), end) if raised.lstrip("-").isdecimal() else (None, at)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """Cardinals in words, with their fraction and scale: "four and a half million", "two-thirds"."""
    value, end = cardinals.cardinal(tokens, at)
    if end == at:
        return None
    step = SCALES.get(word(tokens, end - 1), ONE)
    step = step if step >= 1000 else ONE
    number = replace(single(value, step, at, end, "words"), scale=step)
    part, after = fractions.and_part(tokens, end)
    if part and value < 100:
        number = single(value + part, ZERO, at, after, "fraction")
    return scaled(tokens, fractions.parts(tokens, number) or number)


def _article(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a dozen", "a hundred", "a couple", "a quarter of", "a few hundred", "a half dozen"."""
    if word(tokens, at) not in ("a", "an"):
        return None
    text = word(tokens, at + 1)
    if text in ("few", "handful"):
        inner = vague(tokens, at + 1)
        return replace(inner, start=at) if inner else None
    if text in _PAIRS:
        scale = at + 3 if word(tokens, at + 2) == "of" and word(tokens, at + 3) in SCALES else at + 2
        return replace(scaled(tokens, single(Decimal(2), ONE, at, scale, "words")), start=at)
    if text in SCALES:
        return _and_part(tokens, scaled(tokens, single(ONE, ONE, at, at + 1, "words")))
    if text == "half" and (found := fractions.half(tokens, at + 1)) and found.end == at + 2:
        return replace(scaled(tokens, found), start=at)
    found = fractions.with_article(tokens, at)
    return scaled(tokens, found) if found else None


def _and_part(tokens: Sequence[Token], number: Number) -> Number:
    """ "a million and a half": the part is one of the scale."""
    part, after = fractions.and_part(tokens, number.end)
    if part is None or number.scale < _LEAST_PARTED or number.low is None:
        return number
    value = number.low + part * number.scale
    return replace(number, low=value, high=value, step=ZERO, end=after, form="fraction")


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    found = fractions.half(tokens, at)
    return scaled(tokens, found) if found else None


def _bare_scale(tokens: Sequence[Token], at: int) -> Number | None:
    """ "million-member", "Dozen of ships": the scale alone is one of it."""
    if word(tokens, at) not in SCALES or word(tokens, at + 1) not in ("-", "of") or word(tokens, at - 1) == "-":
        return None
    return replace(scaled(tokens, single(ONE, ONE, at, at, "words")), start=at)


TRIGGERS = frozenset({*cardinals.TRIGGERS, *SCALES, "a", "an", "half", "quarter"})
"""The words besides vague ones that a number can start with."""


@cache
def _first_words() -> frozenset[str]:
    return TRIGGERS | vague_words()
