"""The noun that a hyphen or a rate ties to a number: "a 20-point lead", "15 points per game"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.rates import per_nouns
from factcheck.figures.scan import Token, word
from factcheck.figures.singulars import is_plural, singular
from factcheck.lexicon import wordlist

_VOWELS = "aeiou"


def hyphened(noun: Token) -> str | None:
    """The noun of "20-point", as a unit; None where it is no noun or a name ("7-Eleven")."""
    if (
        noun.kind != "word"
        or noun.lower in wordlist("compounds", "uncounted")
        or (noun.text[0].isupper() and not noun.text.isupper())
    ):
        return None
    return _undressed(noun.lower) if noun.lower.endswith("ed") else singular(noun)


def before_rate(tokens: Sequence[Token], at: int) -> str | None:
    """The noun at token `at` where "per game" or "a game" follows it."""
    per, below = word(tokens, at + 1), word(tokens, at + 2)
    noun = tokens[at]
    if noun.kind != "word":
        return None
    rated = per == "per" or (per in ("a", "an") and below in per_nouns() and is_plural(noun))
    return singular(noun) if rated else None


def _undressed(adjective: str) -> str:
    """The noun of "three-tiered", "four-legged", "two-sided", "two-storied"."""
    stem = adjective[:-2]
    if len(stem) < 3:
        return adjective
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    closed = stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    return stem + "e" if closed else stem
