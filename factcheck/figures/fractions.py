"""Fractions: "½", "3 1/2", "two-thirds", "a quarter of", "half a", "and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.number import ZERO, Number, single
from factcheck.figures.scales import SCALES
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_PARTS |= {"ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100}
_SIGNS = dict(
    zip(
        "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        "1/4 1/2 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(),
        strict=True,
    )
)
_STROKES = ("/", "⁄")
_AFTER_MOVE = (
    ",",
    ".",
    ";",
    "",
    ")",
    "in",
    "since",
    "on",
    "this",
    "last",
    "to",
    "from",
    "over",
    "between",
    "during",
    "after",
)
_LARGEST_BELOW = 64
_AFTER_PART = ("of", "the", "as", ",", ".", "")
_AFTER_QUARTERS = ("of", "the", "as")
_WHOLES = ("of", "the", "their", "its", "his", "her", "our", "are", "were", "have", "had")
_OTHER_HALVES = ("first", "second", "other", "latter", "-")


def sign(tokens: Sequence[Token], at: int) -> Number | None:
    """The fraction that is one character, "½"."""
    if at >= len(tokens) or tokens[at].kind != "fraction":
        return None
    return single(_sign_value(tokens[at].text), ZERO, at, at + 1, "fraction")


def _sign_value(text: str) -> Decimal:
    above, below = _SIGNS[text].split("/")
    return Decimal(above) / Decimal(below)


def with_fraction(tokens: Sequence[Token], number: Number) -> Number:
    """The digits with the fraction that follows or that they begin: "3 1/2", "3½", "1/4 mile"."""
    at, whole = number.end, number.low
    if whole is None or number.step != 1 or at >= len(tokens):
        return number
    if tokens[at].kind == "fraction":
        return _mixed(number, whole + _sign_value(tokens[at].text), at + 1)
    if not is_glued(tokens, at) and (part := _slashed(tokens, at)):
        return _mixed(number, whole + part, at + 3)
    if tokens[at].text == "-" and is_glued(tokens, at + 1) and (part := _slashed(tokens, at + 1)):
        return _mixed(number, whole + part, at + 4)
    alone = _slashed(tokens, number.start)
    return _mixed(number, alone, at + 2) if alone and word(tokens, at + 2) not in _STROKES else number


def _mixed(number: Number, value: Decimal, end: int) -> Number:
    return replace(number, low=value, high=value, step=ZERO, end=end, form="fraction")


def _slashed(tokens: Sequence[Token], at: int) -> Decimal | None:
    """The value of "1/2", a proper fraction with a small number below."""
    if word(tokens, at + 1) not in _STROKES:
        return None
    above, below = _small(tokens, at), _small(tokens, at + 2)
    if not above or not below or not above < below <= _LARGEST_BELOW:
        return None
    return Decimal(above) / Decimal(below)


def _small(tokens: Sequence[Token], at: int) -> int | None:
    if at < len(tokens) and tokens[at].kind == "digits" and len(tokens[at].text) <= 2 and tokens[at].text.isdigit():
        return int(tokens[at].text)
    return None


def and_part(tokens: Sequence[Token], at: int) -> tuple[Decimal | None, int]:
    """The part of "and a half", "and three quarters" after a number, and where it ends."""
    if word(tokens, at) == "-" and [t.lower for t in tokens[at : at + 6]] == ["-", "and", "-", "a", "-", "half"]:
        return Decimal("0.5"), at + 6
    if word(tokens, at) != "and":
        return None, at
    if word(tokens, at + 1) in ("a", "one") and word(tokens, at + 2) in _PARTS:
        return Decimal(1) / _PARTS[word(tokens, at + 2)], at + 3
    if word(tokens, at + 1) == "three" and word(tokens, at + 2) == "quarters":
        return Decimal("0.75"), at + 3
    return None, at


def parts(tokens: Sequence[Token], number: Number) -> Number | None:
    """The number word with the part behind it: "two-thirds", "three quarters of", "one sixth"."""
    at = number.end
    hyphen = word(tokens, at) == "-"
    at = at + 1 if hyphen else at
    text = word(tokens, at)
    plural = text.endswith("s") and text not in _PARTS
    part = _PARTS.get(text[:-1] if plural else text)
    if part is None or number.low is None or not 0 < number.low < part or (number.low == 1) == plural:
        return None
    after = word(tokens, at + 1)
    allowed = _AFTER_QUARTERS if text == "quarters" else _AFTER_PART
    if not hyphen and after not in allowed and after not in SCALES:
        return None  # "three quarters" of a game, "one second half"
    return single(number.low / part, ZERO, number.start, at + 1, "fraction")


def with_article(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a quarter of", "a quarter million", "a third"; at the article."""
    text, after = word(tokens, at + 1), _over_hyphen(tokens, at + 2)
    if text not in _PARTS or text == "half" or not (after == "of" or after in SCALES or _moved(tokens, at)):
        return None
    return single(Decimal(1) / _PARTS[text], ZERO, at, at + 2, "fraction")


def _over_hyphen(tokens: Sequence[Token], at: int) -> str:
    """The word at token `at`, or behind a hyphen there ("a quarter-million")."""
    return word(tokens, at + 1 if word(tokens, at) == "-" and is_glued(tokens, at + 1) else at)


def _moved(tokens: Sequence[Token], at: int) -> bool:
    """ "rose by a fifth", "fell almost a tenth.": nothing that the ordinal ranks stands behind it."""
    if word(tokens, at + 2) not in _AFTER_MOVE:
        return False
    before = at - 2 if word(tokens, at - 1) in ("almost", "nearly", "about", "over") else at - 1
    text = word(tokens, before)
    moves = any(text in wordlist("change", direction, "before") for direction in ("up", "down"))
    return text == "by" or (moves and text not in wordlist("change", "won"))


def half(tokens: Sequence[Token], at: int) -> Number | None:
    """ "half a million", "half million", "half an hour", "half of", "quarter million"; not "half-court"."""
    text, after = word(tokens, at), word(tokens, at + 1)
    if text not in ("half", "quarter") or word(tokens, at - 1) in _OTHER_HALVES:
        return None
    number = single(Decimal(1) / _PARTS[text], ZERO, at, at + 1, "fraction")
    if _over_hyphen(tokens, at + 1) in SCALES:
        return number
    if text == "quarter":
        return None
    if after in ("a", "an") and at + 2 < len(tokens):
        return replace(number, end=at + 2)
    unit = units.match([word(tokens, at + 2 if after == "-" else at + 1)])
    return number if after in _WHOLES or unit else None
