"""Holidays as dates: "Easter 2018", "last Christmas", "on Independence Day". They stand in
`rules/lexicon/holidays.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from factcheck.figures.dates import calendar, years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.scan import Token, tokenize, word
from factcheck.lexicon import lexicon

_LONGEST = 5
_SIDES = ("last", "previous", "next", "following", "this")
_BEFORE = ("on", "before", "after", "by", "until", "since", "from")
_YEARS = {"last": -1, "this": 0, "next": 1}


@cache
def _holidays() -> Mapping[tuple[str, ...], Mapping[str, Any]]:
    return {_key(name): rule for rule in lexicon("holidays") for name in rule["names"]}


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenize(name, 0, len(name)))


@cache
def triggers() -> frozenset[str]:
    """The first words of all holidays."""
    return frozenset(name[0] for name in _holidays())


def holiday(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The day of the holiday at token `at`, where a year or the words before it make it a date."""
    side = word(tokens, at) if word(tokens, at) in _SIDES else ""
    found = _named(tokens, at + 1 if side else at)
    if found is None:
        return None
    rule, end = found
    year, after = years.year_after(tokens, end, None)
    if year:
        return When(_in_year(rule, int(year)).isoformat(), after)
    if anchor.published is None:
        return None
    shift = _YEARS.get(word(tokens, end + 1)) if word(tokens, end) == "of" and word(tokens, end + 2) == "year" else None
    if shift is not None:
        return When(_in_year(rule, anchor.published.year + shift).isoformat(), end + 3)
    if not side and not rule.get("alone") and word(tokens, at - 1) not in _BEFORE:
        return None
    return When(_beside(rule, anchor.published, side).isoformat(), end)


def _named(tokens: Sequence[Token], at: int) -> tuple[Mapping[str, Any], int] | None:
    words = tuple(word(tokens, at + k) for k in range(_LONGEST))
    for size in range(_LONGEST, 0, -1):
        if rule := _holidays().get(words[:size]):
            return rule, at + size
    return None


def _beside(rule: Mapping[str, Any], published: date, side: str) -> date:
    """The nearest such day, or the nearest before or after the publication."""
    days = [_in_year(rule, published.year + k) for k in (-1, 0, 1)]
    if side in ("last", "previous"):
        return max(d for d in days if d < published)
    if side in ("next", "following"):
        return min(d for d in days if d > published)
    return min(days, key=lambda d: abs((d - published).days))


def _in_year(rule: Mapping[str, Any], year: int) -> date:
    if "easter" in rule:
        return calendar.easter(year) + timedelta(days=rule["easter"])
    if "weekday" in rule:
        first = date(year, rule["month"], 1)
        ahead = (rule["weekday"] - first.isoweekday()) % 7
        return first + timedelta(days=ahead + 7 * (rule["nth"] - 1) + rule.get("plus", 0))
    return date(year, rule["month"], rule["day"])
