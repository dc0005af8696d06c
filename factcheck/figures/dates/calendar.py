"""Calendar arithmetic on ISO 8601 text, partial dates included ("XXXX-07-02", "XXXX-WXX-4").

Days are counted by `datetime.date.toordinal`, so that every date is an interval of days.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal

from factcheck.figures.dates.anchor import Tense
from factcheck.model import Interval

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept "
            "october|oct november|nov december|dec"
        ).split(),
        start=1,
    )
    for name in names.split("|")
}
WEEKDAYS = {
    name: n
    for n, names in enumerate(
        [
            "monday|mon",
            "tuesday|tue|tues",
            "wednesday|wed",
            "thursday|thu|thur|thurs",
            "friday|fri",
            "saturday|sat",
            "sunday|sun",
        ],
        start=1,
    )
    for name in names.split("|")
}

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_DECADE = re.compile(r"(\d{3})X\Z")
_PARTIAL_WEEKDAY = re.compile(r"XXXX-WXX-(\d)\Z")
_PARTIAL_DAY = re.compile(r"XXXX-(\d{2})-(\d{2})\Z")
_MONTHS_AROUND = 24
_SOON = 60
"""A day so many days ahead is one to come even behind a verb in the past ("agreed to pay by March 1")."""
_PARTIAL_MONTH = re.compile(r"XXXX-(\d{2})\Z")


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def days(iso: str) -> Interval:
    """First and last day of a date, month, week, year, decade or "start/end"; open where it is partial."""
    if "/" in iso:
        first, last = iso.split("/", 1)
        return Interval(days(first).low, days(last).high)
    bounds = _bounds(iso)
    if bounds is None:
        return Interval(None, None)
    return Interval(Decimal(bounds[0].toordinal()), Decimal(bounds[1].toordinal()))


def _bounds(iso: str) -> tuple[date, date] | None:
    if match := _DAY.match(iso):
        known = day(*map(int, match.groups()))
        return (known, known) if known else None
    if match := _MONTH.match(iso):
        return _month_bounds(int(match[1]), int(match[2]))
    if match := _WEEK.match(iso):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := _YEAR.match(iso):
        return (date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)) if int(match[1]) else None
    if match := _DECADE.match(iso):
        start = int(match[1]) * 10
        return (date(start, 1, 1), date(start + 9, 12, 31)) if start else None
    return None


def _month_bounds(year: int, month: int) -> tuple[date, date] | None:
    first = day(year, month, 1)
    return (first, first.replace(day=calendar.monthrange(year, month)[1])) if first else None


def resolve(iso: str, published: date | None, tense: Tense = "") -> str:
    """A partial date completed from the day of publication; unchanged where that is unknown.

    A weekday is the nearest one up to the publication (from it on in the future); a month or day
    without a year is taken in the year that brings it nearest, as far as the tense allows.
    """
    if published is None:
        return iso
    if "/" in iso:
        return _span(iso, published, tense)
    if match := _PARTIAL_WEEKDAY.match(iso):
        return weekday(published, int(match[1]), future=tense == "future").isoformat()
    near = _near(iso, published, tense)
    return near.isoformat()[: len(iso)] if near else iso


def _span(iso: str, published: date, tense: Tense) -> str:
    """A span "start/end" whose first day is the last such one before its end; a quarter told in the past has ended,
    or is in its last month."""
    first, last = iso.split("/", 1)
    months = _PARTIAL_MONTH.match(last) is not None
    end = resolve(last, published, "over" if months and tense == "past" else tense)
    known = days(end).high
    start = resolve(first, date.fromordinal(int(known)), "over") if known else first
    return f"{start}/{end}"


def weekday(published: date, number: int, *, future: bool) -> date:
    """The weekday `number` (1 is Monday) nearest to the publication, before it or (future) after it."""
    ahead = (number - published.isoweekday()) % 7
    return published + timedelta(days=ahead if future or not ahead else ahead - 7)


def _near(iso: str, published: date, tense: Tense) -> date | None:
    """The first day of a partial day or month in the year that is meant."""
    years = (published.year - 1, published.year, published.year + 1)
    known = [d for y in years if (d := _first_day(iso, y))]
    behind = max((d for d in known if d <= published), default=None)
    ahead = min((d for d in known if d >= _opening(iso, published)), default=None)
    if tense == "over" or (tense == "past" and ahead and (ahead - published).days > _SOON):
        return behind
    return (
        ahead if tense == "future" else min(known, key=lambda d: abs((_middle(iso, d) - published).days), default=None)
    )


def _first_day(iso: str, year: int) -> date | None:
    if match := _PARTIAL_DAY.match(iso):
        return day(year, int(match[1]), int(match[2]))
    match = _PARTIAL_MONTH.match(iso)
    return day(year, int(match[1]), 1) if match else None


def _opening(iso: str, published: date) -> date:
    """The first day that is still to come: of a month, the first of the current one."""
    return published.replace(day=1) if _PARTIAL_MONTH.match(iso) else published


def _middle(iso: str, first: date) -> date:
    return first + timedelta(days=14) if _PARTIAL_MONTH.match(iso) else first


def shift_months(month: date, count: int) -> str:
    """The ISO month `count` months after the month of a date."""
    total = month.year * 12 + month.month - 1 + count
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def iso_week(of: date) -> str:
    """The ISO week of a date, "2022-W06"."""
    year, week, _ = of.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nearest_numbered(published: date, number: int, on: int | None) -> date | None:
    """The day `number` of a month nearest to the publication, on the weekday `on` where that is given."""
    months = [shift_months(published, step) for step in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    known = [d for m in months if (d := day(int(m[:4]), int(m[5:]), number))]
    fitting = [d for d in known if on is None or d.isoweekday() == on]
    return min(fitting, key=lambda d: abs((d - published).days), default=None)


def add_months(start: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month where it is shorter."""
    month = shift_months(start, count)
    last = calendar.monthrange(int(month[:4]), int(month[5:]))[1]
    return date(int(month[:4]), int(month[5:]), min(start.day, last))


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The `nth` weekday `number` (1 is Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, off = divmod(century, 4)
    drift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - drift + 15) % 30
    four, below = divmod(rest, 4)
    sunday = (32 + 2 * off + 2 * four - moon - below) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, number + 1)
