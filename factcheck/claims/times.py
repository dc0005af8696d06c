"""How dates and clock times stand to each other: one inside the other is compatible, apart is a conflict.

A partial date ("Saturday", "19 November", "July") conflicts where a part that both give differs: year,
month, day of the month, or day of the week.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from factcheck.claims.mentions import Mention
from factcheck.claims.slips import slips
from factcheck.claims.standing import Standing
from factcheck.claims.values import same_value

_WEEK = 7
_DEICTIC = re.compile(
    r"(?:to|yester)(?:day|night|morrow)\Z|(?:this|last|next)\s+(?!mon|tues|wednes|thurs|fri|satur|sun)|.*\bago\Z",
    re.IGNORECASE,
)
"""Words that name a day only from where they are said: "today", "last night", "a month ago"."""
_NEAR = 15
"""Minutes that an "about" before a clock time leaves."""
_ROUND, _ROUNDED = 5, 2
"""A clock time on a multiple of `_ROUND` minutes may be rounded by `_ROUNDED`: "8:40" for 8:39."""

_WEEKDAY = re.compile(r"[\dX]{4}-W[\dX]{2}-(?P<weekday>\d)\Z")
_DAY = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?\Z")
_WORDS = {"year": "years", "month": "months", "day": "days of the month", "weekday": "days of the week"}


def stand(a: Mention, b: Mention) -> Standing:
    """The stance of two dates, or of two clock times. Symmetric in its stance."""
    if same_value(a, b):
        return Standing("agree")
    if _same_weekday(a, b):
        return Standing("agree", ("both name the same day of the week",))
    if all(_DEICTIC.match(m.figure.text) for m in (a, b)):
        return Standing("compatible", ("both days are told only from the day of publication",))
    return _clocks(a, b) if a.figure.kind == "time" else _dates(a, b)


def _dates(a: Mention, b: Mention) -> Standing:
    one, two = a.figure.amount, b.figure.amount
    if one.value.low is None or two.value.low is None:
        if apart := _apart(one.iso or "", two.iso or ""):
            return Standing("conflict", (f"the {_WORDS[apart]} differ", *slips(a, b)))
        return Standing("compatible", ("a partial date leaves room for the other",))
    if one.precise.overlaps(two.precise):
        return Standing("compatible", ("one date holds the other",))
    return Standing("conflict", tuple(slips(a, b)))


def _clocks(a: Mention, b: Mention) -> Standing:
    one, two = a.figure.amount, b.figure.amount
    if one.value.low is None or two.value.low is None:
        return Standing("compatible", ("a partial clock time leaves room for the other",))
    if bool(one.zone) != bool(two.zone):
        return Standing("compatible", ("only one of the clock times names its zone",))
    if one.precise.overlaps(two.precise):
        return Standing("compatible", ("one clock time holds the other",))
    apart = abs(one.value.low - two.value.low)
    if "about" in (one.bound, two.bound) and apart <= _NEAR:
        return Standing("compatible", ("an approximate clock time leaves room for the other",))
    if apart <= _ROUNDED and 0 in (one.value.low % _ROUND, two.value.low % _ROUND):
        return Standing("compatible", ("a round clock time leaves room for the other",))
    return Standing("conflict", tuple(slips(a, b)))


def _same_weekday(a: Mention, b: Mention) -> bool:
    """Whether both say "Thursday" and no more: which one each means is only reckoned from its publication."""
    said = a.figure.text.lower()
    first, second = a.document.published, b.document.published
    if first and second and abs((first - second).days) >= _WEEK:
        return False
    named = said.endswith("day") and not _DEICTIC.match(said)
    return a.figure.kind == "date" and said == b.figure.text.lower() and named


def _apart(a: str, b: str) -> str | None:
    """The first part, of those that both dates give, in which they differ."""
    one, two = _parts(a), _parts(b)
    return next((part for part in _WORDS if part in one and part in two and one[part] != two[part]), None)


def _parts(iso: str) -> Mapping[str, int]:
    """The parts that an ISO 8601 date gives; a whole date gives its day of the week too; none for a range."""
    match = _WEEKDAY.match(iso) or _DAY.match(iso)
    if match is None:
        return {}
    parts = {name: int(text) for name, text in match.groupdict().items() if text and text.isdecimal()}
    if {"year", "month", "day"} <= parts.keys():
        parts |= _weekday(parts["year"], parts["month"], parts["day"])
    return parts


def _weekday(year: int, month: int, day: int) -> Mapping[str, int]:
    """The day of the week; none of a day that no calendar has."""
    try:
        return {"weekday": date(year, month, day).isoweekday()}
    except ValueError:
        return {}
