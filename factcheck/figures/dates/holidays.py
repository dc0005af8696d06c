"""Holidays as dates: "Easter 2018", "last Christmas", "on Independence Day". They stand in
`rules/lexicon/holidays.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from factcheck.errors import UsageError
from factcheck.figures.dates import calendar, years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import WEEKDAYS
from factcheck.figures.scan import Token, tokenize, word
from factcheck.lexicon import lexicon, wordlist

_RULE = re.compile(r"(\d\d-\d\d|easter|[1-5] [a-z]+day \d\d)(?: ([+-]) (\d+))?\Z")
_NTH = re.compile(r"(\d) (\w+) (\d\d)")
_LONGEST = 5
_SIDES = ("last", "previous", "next", "following", "this")
_BEFORE = ("on", "before", "after", "by", "until", "since", "from")
_YEARS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class _Holiday:
    """A day with a name, by the parts of its rule; `alone`: the name is a date wherever it stands."""

    day: str
    plus: int
    alone: bool

    def in_year(self, year: int) -> date:
        """The day in that year."""
        if self.day == "easter":
            start = calendar.easter(year)
        elif match := _NTH.match(self.day):
            start = calendar.nth_weekday(year, int(match[3]), WEEKDAYS[match[2]], int(match[1]))
        else:
            start = date.fromisoformat(f"{year:04d}-{self.day}")
        return start + timedelta(days=self.plus)


@cache
def _holidays() -> Mapping[tuple[str, ...], _Holiday]:
    found: dict[tuple[str, ...], _Holiday] = {}
    alone = wordlist("holidays", "alone")
    for names, rule in lexicon("holidays")["days"].items():
        match = _RULE.match(str(rule))
        if match is None:
            raise UsageError(
                f"rules/lexicon/holidays.yaml: “{rule}” is no day; write it as 12-25, easter + 1 or 4 thursday 11"
            )
        plus = int(f"{match[2]}{match[3]}") if match[2] else 0
        for name in names.split(","):
            found[_key(name)] = _Holiday(match[1], plus, name.strip() in alone)
    return found


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenize(name, 0, len(name)))


@cache
def triggers() -> frozenset[str]:
    """The words that a holiday can start with: the first ones of all names, and those that say which year's."""
    return frozenset({*_first_words(), *_SIDES})


@cache
def _first_words() -> frozenset[str]:
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
        return When(rule.in_year(int(year)).isoformat(), after)
    if anchor.published is None:
        return None
    shift = _YEARS.get(word(tokens, end + 1)) if word(tokens, end) == "of" and word(tokens, end + 2) == "year" else None
    if shift is not None:
        return When(rule.in_year(anchor.published.year + shift).isoformat(), end + 3)
    if not side and not rule.alone and word(tokens, at - 1) not in _BEFORE:
        return None
    return When(_beside(rule, anchor.published, side).isoformat(), end)


def _named(tokens: Sequence[Token], at: int) -> tuple[_Holiday, int] | None:
    if word(tokens, at) not in _first_words():
        return None
    words = tuple(word(tokens, at + k) for k in range(_LONGEST))
    for size in range(_LONGEST, 0, -1):
        if rule := _holidays().get(words[:size]):
            return rule, at + size
    return None


def _beside(found: _Holiday, published: date, side: str) -> date:
    """The nearest such day, or the nearest before or after the publication."""
    days = [found.in_year(published.year + k) for k in (-1, 0, 1)]
    if side in ("last", "previous"):
        return max(d for d in days if d < published)
    if side in ("next", "following"):
        return min(d for d in days if d > published)
    return min(days, key=lambda d: abs((d - published).days))
