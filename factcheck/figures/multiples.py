"""Multiples: "twice the size", "threefold", "three times the standard", "4x". The words stand in
`rules/lexicon/multiples.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import FigureKind, Interval


@cache
def _words(key: str) -> Mapping[str, int]:
    return dict(lexicon("multiples")[key])


@cache
def triggers() -> frozenset[str]:
    """The words that a multiple can start with."""
    return frozenset({*_words("words"), *_words("times")})


def read_multiple(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "threefold", "twice", "once"; "twice" counts times unless something is compared."""
    text = word(tokens, at)
    if value := _words("words").get(text):
        return _whole(at, value, "multiple", "")
    value = _words("times").get(text)
    if value is None:
        return None
    if value == 1:
        return _whole(at, value, "count", "time") if word(tokens, at - 1) in ("only", "just") else None
    compared = word(tokens, at + 1) in wordlist("multiples", "compared")
    return _whole(at, value, "multiple", "") if compared else _whole(at, value, "count", "time")


def _whole(at: int, value: int, kind: FigureKind, unit: str) -> Reading:
    number = Decimal(value)
    return Reading(at, at + 1, kind, Interval(number, number), Decimal(1), unit, words=True)


def as_multiple(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """ "three times the standard" and "4x" as multiples, "three times" as a count; else None."""
    at = reading.end
    text = word(tokens, at)
    if text == "x" and is_glued(tokens, at) and word(tokens, at + 1) and not is_glued(tokens, at + 1):
        return replace(reading, kind="multiple", unit="", end=at + 1)
    if text == "-" and word(tokens, at + 1) == "fold":
        return replace(reading, kind="multiple", unit="", end=at + 2)
    if text != "times" or reading.unit:
        return None
    behind = word(tokens, at + 1)
    compares = behind.endswith("er") and word(tokens, at + 2) == "than"
    compares = compares or (behind == "last" and word(tokens, at + 3) in ("'s", "’s"))  # "ten times last year's level"
    if compares or behind in wordlist("multiples", "compared"):
        return replace(reading, kind="multiple", unit_start=at, unit_end=at + 1)
    return replace(reading, kind="count", unit="time", unit_start=at, unit_end=at + 1)
