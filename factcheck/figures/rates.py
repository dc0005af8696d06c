"""Rates: "10 bcm per year", "$30 a barrel", "60 points a game". The nouns stand in `rules/lexicon/rates.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck import units
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.figures.wordlists import wordlist

_ARTICLES = ("a", "an", "each", "every")
_LISTED = 4
_SHIFTED = ("ago", "later", "earlier", "after", "before", "from")
_PERIODS = ("day", "week", "month", "year", "hour", "minute")


def per_nouns() -> frozenset[str]:
    """The nouns that make a rate after an article."""
    return wordlist("rates", "nouns")


def as_rate(tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading as a rate, where a period or thing follows: "per year", "a barrel", "an hour", "/share"."""
    at = over_hyphen(tokens, reading.last)
    noun = over_hyphen(tokens, at + 1)
    if reading.kind in ("percent", "fraction") or not reading.unit or not _per(tokens, at, noun, reading):
        return reading
    below = units.match([word(tokens, noun)])
    return replace(
        reading,
        kind="rate",
        unit=f"{reading.unit}/{below[0].name if below else word(tokens, noun)}",
        unit_start=reading.unit_start if reading.unit_end else at,
        unit_end=noun + 1,
    )


def over_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The index behind a hyphen at token `at` ("$1.40-a-share"), or `at`."""
    joined = word(tokens, at) in ("-", "‑") and is_glued(tokens, at) and is_glued(tokens, at + 1)
    return at + 1 if joined else at


def _per(tokens: Sequence[Token], at: int, noun: int, reading: Reading) -> bool:
    text, below = word(tokens, at), word(tokens, noun)
    if not below.isalpha() or below == "cent":
        return False
    if text == "per" or (text == "/" and is_glued(tokens, at)):
        return True
    each = text in _ARTICLES and below in per_nouns() and reading.kind in ("money", "measure", "count")
    return each and not (below in _PERIODS and word(tokens, noun + 1) in _SHIFTED)


def listed(tokens: Sequence[Token], here: Reading, following: Reading) -> bool:
    """Whether the rate that follows closes a list with the count before it ("16 points and 8 rebounds a game")."""
    between = [t.lower for t in tokens[here.end : following.start]]
    joined = here.kind == "count" and bool(here.unit) and following.kind == "rate"
    return joined and 0 < len(between) <= _LISTED and between[-1] in (",", "and", "or") and between.count(",") <= 1
