"""Dates said as a distance: "three days ago", "in two weeks", "two months after next Friday", "3 weeks later"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.figures.dates import calendar
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.tense import gets_done, tense_at
from factcheck.figures.numbers import read_number
from factcheck.figures.scan import Token, word

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "hour": 0, "minute": 0, "min": 0}
_SLACK = {"day": 0, "week": 3, "fortnight": 6, "month": 15, "year": 182, "hour": 1, "minute": 1, "min": 1}
"""How many days either side "three weeks ago" leaves open: about half its unit."""

_LINKS = ("and", ",")
_LASTING = ("last", "past", "next", "previous")
_FURTHEST = 1000

ReadDate = Callable[[Sequence[Token], int, Anchor], When | None]


@dataclass(frozen=True, slots=True)
class _Distance:
    """Days and months of "2 weeks and 2 days"; `unit` is the smallest one named."""

    days: int
    months: int
    unit: str
    end: int


def offset(tokens: Sequence[Token], at: int, anchor: Anchor, read: ReadDate) -> When | None:
    """The date at the distance that starts at token `at`; `read` reads the date that it counts from."""
    if anchor.published is None:
        return None
    distance = None if word(tokens, at - 1) in _LASTING else _distance(tokens, at)
    if distance is None:
        return None
    based = _base(tokens, at, distance.end, anchor, read)
    if based is None:
        return None
    base, sign, end = based
    return _moved(base, distance, sign, end)


def _distance(tokens: Sequence[Token], at: int) -> _Distance | None:
    days = months = 0
    unit, end = "", at
    while piece := _piece(tokens, end + 1 if unit and word(tokens, end) in _LINKS else end):
        count, name, end = piece
        unit = name
        if name in ("month", "year"):
            months += count * (12 if name == "year" else 1)
        else:
            days += count * _UNITS[name]
    return _Distance(days, months, unit, end) if unit else None


def _piece(tokens: Sequence[Token], at: int) -> tuple[int, str, int] | None:
    """Count, unit and end of "two weeks", "a fortnight"."""
    if word(tokens, at) in ("a", "an", "one") and word(tokens, at + 1) in _UNITS:
        return 1, word(tokens, at + 1), at + 2
    if at >= len(tokens) or tokens[at].kind == "sign":
        return None
    number = read_number(tokens, at)
    if number is None or number.low is None or not 0 < number.low <= _FURTHEST:
        return None
    end = number.end + 1 if word(tokens, number.end) == "an" else number.end
    unit = word(tokens, end).removesuffix("s")
    whole = number.step == 1 or unit in ("hour", "minute")
    return (int(number.low), unit, end + 1) if unit in _UNITS and whole else None


def _base(tokens: Sequence[Token], start: int, at: int, anchor: Anchor, read: ReadDate) -> tuple[date, int, int] | None:
    """The day that is counted from, the direction, and where the whole expression ends."""
    text, after = word(tokens, at), word(tokens, at + 1)
    published = anchor.published
    if published is None:
        return None
    if text == "ago":
        return published, -1, at + 1
    if text == "from" and after == "now":
        return published, 1, at + 2
    if text in ("later", "earlier"):
        return (anchor.last, 1 if text == "later" else -1, at + 1) if anchor.last else None
    if text in ("from", "after", "before"):
        day = _day(tokens, at + 1, read(tokens, at + 1, anchor), anchor)
        return (day[0], -1 if text == "before" else 1, day[1]) if day else None
    if word(tokens, start - 1) != "in":
        return None
    ahead = text in ("'s", "’s") or (tense_at(tokens, start - 1, at) == "future" and not gets_done(tokens, start - 1))
    return (published, 1, at) if ahead else None


def _day(tokens: Sequence[Token], at: int, when: When | None, anchor: Anchor) -> tuple[date, int] | None:
    """The single day that a date names, and where it ends."""
    if when is None:
        return None
    days = calendar.days(calendar.resolve(when.iso, anchor.published, tense_at(tokens, at, when.end)))
    return (date.fromordinal(int(days.low)), when.end) if days.low is not None and days.low == days.high else None


def _moved(base: date, distance: _Distance, sign: int, end: int) -> When | None:
    """The day at the distance, with the slack of its smallest unit."""
    try:
        moved = calendar.add_months(base, sign * distance.months) + timedelta(days=sign * distance.days)
    except (OverflowError, ValueError):
        return None
    return When(moved.isoformat(), end, slack=_SLACK[distance.unit])
