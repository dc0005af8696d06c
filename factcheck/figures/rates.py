"""Rates: "10 bcm per year", "$30 a barrel", "60 points a game". The nouns stand in `rules/lexicon/rates.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.numbers import read_number
from factcheck.figures.reading import Reading
from factcheck.figures.scales import SCALES
from factcheck.figures.scan import Token, is_glued, word
from factcheck.figures.singulars import singular
from factcheck.lexicon import lexicon, wordlist

_ARTICLES = ("a", "an", "each", "every")
_LISTED = 4
_SHIFTED = ("ago", "later", "earlier", "after", "before", "from")
_PRICED = ("energy",)
"""What is sold by its unit behind an article alone: "45 euros a megawatt-hour"; the others are in the lexicon."""

_PERIODS = ("day", "week", "month", "year", "hour", "minute")


def per_nouns() -> frozenset[str]:
    """The nouns that make a rate after an article."""
    return wordlist("rates", "nouns")


def as_rate(tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading as a rate, where a period or thing follows: "per year", "a barrel", "an hour", "/share"."""
    if reading.kind in ("percent", "fraction", "rate") or not reading.unit:
        return reading
    at = over_hyphen(tokens, _over_substance(tokens, reading))
    noun = over_hyphen(tokens, at + 1)
    if not _per(tokens, at, noun, reading):
        return reading
    below, end = _below(tokens, noun)
    return replace(
        reading,
        kind="rate",
        unit=f"{reading.unit}/{below}",
        unit_start=reading.unit_start if reading.unit_end else at,
        unit_end=end,
    )


def _over_substance(tokens: Sequence[Token], reading: Reading) -> int:
    """Where "a day" may stand: behind "cubic metres of natural gas" as behind "cubic metres"."""
    at = reading.last
    if reading.kind != "measure" or word(tokens, at) != "of":
        return at
    return next((i for i in (at + 2, at + 3) if word(tokens, i) in (*_ARTICLES, "per")), at)


def _below(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What a rate is per, and where it ends: "megawatt hour", "million British thermal units", "100,000 people"."""
    if known := _unit(tokens, at):
        return known
    if many := _many(tokens, at):
        number, end = many
        name, end = _unit(tokens, end) or (singular(tokens[end]), end + 1)
        return f"{number:.0f}_{name}", end
    return lexicon("rates")["short"].get(word(tokens, at), word(tokens, at)), at + 1


def _many(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Number and end of "1,000" births, "thousand" cubic metres, where a noun follows."""
    scale = SCALES.get(word(tokens, at))
    number = None if scale else read_number(tokens, at)
    value, end = (scale, at + 1) if scale else (number.low, number.end) if number else (None, at)
    noun = end < len(tokens) and tokens[end].kind == "word"
    return (value, end) if noun and value and value == value.to_integral_value() else None


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    known = units.match([t.text for t in tokens[at : at + units.MAX_WORDS]])
    return (known[0].name, at + known[1]) if known else None


def over_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The index behind a hyphen at token `at` ("$1.40-a-share"), or `at`."""
    joined = word(tokens, at) in ("-", "‑") and is_glued(tokens, at) and is_glued(tokens, at + 1)
    return at + 1 if joined else at


def _per(tokens: Sequence[Token], at: int, noun: int, reading: Reading) -> bool:
    text, below = word(tokens, at), word(tokens, noun)
    if text == "per":
        return (below.isalpha() and below != "cent") or _per_many(tokens, noun)
    if text == "/" and is_glued(tokens, at):
        return below.isalpha()
    if text not in _ARTICLES or reading.kind not in ("money", "measure", "count"):
        return False
    each = below in per_nouns() or (units.dimension((_unit(tokens, noun) or ("", 0))[0]) in _PRICED)
    return each and not (below in _PERIODS and word(tokens, noun + 1) in _SHIFTED)


def _per_many(tokens: Sequence[Token], at: int) -> bool:
    """ "per 1,000 births", "per 100,000 people": a number in digits, and a noun behind it."""
    return at < len(tokens) and tokens[at].kind == "digits" and _many(tokens, at) is not None


def listed(tokens: Sequence[Token], here: Reading, following: Reading) -> bool:
    """Whether the rate that follows closes a list with the count before it ("16 points and 8 rebounds a game")."""
    between = [t.lower for t in tokens[here.end : following.start]]
    joined = here.kind == "count" and bool(here.unit) and following.kind == "rate"
    return joined and 0 < len(between) <= _LISTED and between[-1] in (",", "and", "or") and between.count(",") <= 1
