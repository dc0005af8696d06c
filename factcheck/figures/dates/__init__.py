"""Dates as news writes them: absolute, partial, and relative to the day of publication.

The result is ISO 8601 text as far as the words tell ("XXXX-07-02"), completed where the publication
is known. A relative date without a publication is none: it is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

_GRAMMARS: tuple[Callable[[Sequence[Token], int, Anchor], When | None], ...] = (
    holidays.holiday,
    weekdays.weekday,
    figured.figured,
    written.month_first,
    written.day_first,
    written.listed_day,
    months.month,
    quarters.half_or_quarter,
    years.year,
    relative.relative,
    weekdays.numbered,
)


_TO = ("to", "until", "till", "through", "-", "–", "—")


@cache
def triggers() -> frozenset[str]:
    """The words that a date can start with, besides digits."""
    ordinals = cardinals.ORDINAL_TRIGGERS | cardinals.TRIGGERS
    return quarters.TRIGGERS | weekdays.TRIGGERS | relative.TRIGGERS | holidays.triggers() | ordinals | set(MONTHS)


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
    for grammar in _GRAMMARS:
        if when := grammar(tokens, at, anchor):
            return when
    return None


def _reach(days: Interval, slack: int) -> Interval | None:
    if not slack or days.low is None or days.high is None:
        return None
    return Interval(days.low - Decimal(slack), days.high + Decimal(slack))
