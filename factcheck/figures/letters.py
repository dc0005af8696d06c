"""The letter behind a number: a million or a metre ("$5m", "1.2m died", "a 50m pool").

The words that tell stand in `rules/lexicon/letters.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.number import Number
from factcheck.figures.ranges import Numbers
from factcheck.figures.scales import ABBREVIATED
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.lexicon import wordlist

_LETTERS = ("m", "mm", "b")
INDIAN = {"l": Decimal(10**5), "lac": Decimal(10**5), "cr": Decimal(10**7), "crs": Decimal(10**7)}
_PEOPLE = ("people", "men", "women", "children", "euro", "pound")
_NO_PLURALS = (
    "across",
    "this",
    "less",
    "plus",
    "versus",
    "metres",
    "meters",
    "towards",
    "afterwards",
    "as",
    "is",
    "was",
)
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "]", "’", "'", "”", '"', "-", "–", "—", "…")
_AROUND = 5


def with_letter_scale(tokens: Sequence[Token], numbers: Numbers, code: str) -> Numbers:
    """ "$5m", "5m people", "£3b", "1.2m died": the numbers at full scale, unless the letter is a metre.

    `code` is the currency whose sign stands before them: "Rs 1.5L" is 1.5 lakh.
    """
    at, money = numbers.end, bool(code)
    letter = word(tokens, at)
    if behind_hours(tokens, numbers.first.start):
        return numbers
    if code in wordlist("letters", "indian") and letter in INDIAN and tokens[at].text[0].isupper() >= (letter == "l"):
        return _scaled(numbers, INDIAN[letter], at)
    if letter not in _LETTERS or not (is_glued(tokens, at) or money):
        return numbers
    if not (money or (letter != "mm" and (scales_noun(tokens, at + 1) or _millions(tokens, numbers.first.start, at)))):
        return numbers
    return _scaled(numbers, ABBREVIATED[letter], at)


def _scaled(numbers: Numbers, scale: Decimal, at: int) -> Numbers:
    """The numbers times the scale of the letter at token `at`."""
    second = numbers.second.times(scale, at + 1)
    first = second if numbers.joined == "single" else _lifted(numbers.first, second, scale)
    return replace(numbers, first=first, second=second, end=at + 1)


def behind_hours(tokens: Sequence[Token], start: int) -> bool:
    """Whether hours stand before token `start`, so that an m behind it is minutes: "2h 45m"."""
    return word(tokens, start - 1) in ("h", "hr", "hrs") and start > 1 and tokens[start - 2].kind == "digits"


def scales_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands at token `at` comes in millions: a plural or a currency ("5m people", "1.8M dollars")."""
    noun = word(tokens, at)
    if ((noun.endswith("s") and len(noun) > 3) or noun in _PEOPLE) and noun not in _NO_PLURALS:
        return noun not in wordlist("letters", "length")
    return at < len(tokens) and units.currency_after([t.text for t in tokens[at : at + units.MAX_WORDS]]) is not None


def _millions(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the small m at token `at` is million: no word of length is near, and nothing is so long."""
    if tokens[at].text != "m" or (is_glued(tokens, at + 1) and tokens[at + 1].text not in _CLOSING):
        return False
    behind = word(tokens, at + 1)
    if behind in wordlist("letters", "paid"):
        return True
    if word(tokens, start - 1) in wordlist("letters", "articles"):
        return False
    if behind == "by" and at + 2 < len(tokens) and tokens[at + 2].kind == "digits":
        return False  # "12m by 8m"
    leads = behind in wordlist("letters", "lying") and not _names_or_counts(tokens, at + 2)
    near = {t.lower for t in tokens[max(0, start - _AROUND) : at + 1 + _AROUND]}
    return not leads and not near & wordlist("letters", "length")


def _names_or_counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or a name stands at token `at`: "3m from 2m", "3m from Mali" are no distances."""
    return is_capital(tokens, at) or (at < len(tokens) and tokens[at].kind == "digits")


def _lifted(first: Number, second: Number, scale: Decimal) -> Number:
    larger = first.times(scale)
    return larger if larger.low is not None and second.low is not None and larger.low < second.low else first
