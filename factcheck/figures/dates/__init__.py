"""Dates as news writes them: absolute, partial, and relative to the day of publication.

The result is ISO 8601 text as far as the words tell ("XXXX-07-02"), completed where the publication
is known. A relative date without a publication is none: it is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.figures import cardinals
from factcheck.figures.dates import (
    calendar,
    figured,
    holidays,
    months,
    offsets,
    quarters,
    relative,
    weekdays,
    written,
    years,
)
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.dates.tense import tense_at
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, word
from factcheck.model import Interval

__all__ = ["Anchor", "read_date", "triggers"]

_Grammar = Callable[[Sequence[Token], int, Anchor], When | None]

_DIGITS = "0"
"""What stands for any digits among the words that a date starts with."""

_TO = ("to", "until", "till", "through", "-", "–", "—")


@cache
def _grammars() -> Mapping[str, Sequence[_Grammar]]:
    """The grammars to ask at each word that a date can start with, in order: most words start few dates."""
    numbers, ordinals = {*cardinals.TRIGGERS, _DIGITS}, {*cardinals.ORDINAL_TRIGGERS, _DIGITS}
    asked: tuple[tuple[_Grammar, Iterable[str]], ...] = (
        (holidays.holiday, holidays.triggers()),
        (weekdays.weekday, weekdays.TRIGGERS),
        (figured.figured, {*MONTHS, _DIGITS}),
        (written.month_first, MONTHS),
        (written.day_first, numbers | ordinals),
        (written.listed_day, ordinals),
        (months.month, MONTHS),
        (quarters.half_or_quarter, {*quarters.TRIGGERS, _DIGITS}),
        (years.year, numbers),
        (relative.relative, relative.TRIGGERS),
        (relative.beside_last, relative.ARTICLES),
        (weekdays.numbered, ("the", _DIGITS)),
    )
    found: dict[str, list[_Grammar]] = {}
    for grammar, starts in asked:
        for start in {_DIGITS if said.isdecimal() else said for said in starts}:
            found.setdefault(start, []).append(grammar)
    return found


@cache
def triggers() -> frozenset[str]:
    """The words that a date can start with, besides digits."""
    return frozenset(_grammars())


def read_date(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """The date that starts at token `at`, completed from the anchor."""
    when = offsets.offset(tokens, at, anchor, _when) or _when(tokens, at, anchor)
    if when is None:
        return None
    iso = _completed(tokens, at, when, anchor)
    days = calendar.days(iso)
    return Reading(at, when.end, "date", days, bound=when.bound, iso=iso, reach=_reach(days, when.slack))


def _completed(tokens: Sequence[Token], at: int, when: When, anchor: Anchor) -> str:
    """The date with its year: the second day of "July 1 to Dec. 31" is none before the first."""
    if anchor.published is None or "X" not in when.iso:
        return when.iso
    if anchor.last is not None and anchor.last_end == at - 1 and word(tokens, at - 1) in _TO:
        return calendar.resolve(when.iso, anchor.last, "future")
    return calendar.resolve(when.iso, anchor.published, tense_at(tokens, at, when.end))


def _when(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    first = _DIGITS if at < len(tokens) and tokens[at].kind == "digits" else word(tokens, at)
    for grammar in _grammars().get(first, ()):
        if when := grammar(tokens, at, anchor):
            return when
    return None


def _reach(days: Interval, slack: int) -> Interval | None:
    if not slack or days.low is None or days.high is None:
        return None
    return Interval(days.low - Decimal(slack), days.high + Decimal(slack))
