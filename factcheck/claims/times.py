"""How dates and clock times stand to each other: one inside the other agrees with it, apart is a conflict.

Only what the texts say can conflict: year, month, day of the month, day of the week. What was reckoned from
the day of publication (the year of "June 20", the week of "Saturday") leaves room for another reading.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factcheck.claims.mentions import Mention
from factcheck.claims.slips import slips
from factcheck.claims.standing import Standing
from factcheck.claims.values import same_value
from factcheck.lexicon import lexicon

_WEEK = 7
_DAY_LONG = 24 * 60
_DEICTIC = re.compile(
    r"(?:to|yester)(?:day|night|morrow)\Z|(?:this|last|next)\s+(?!mon|tues|wednes|thurs|fri|satur|sun)|.*\bago\Z",
    re.IGNORECASE,
)
"""Words that name a day only from where they are said: "today", "last night", "a month ago"."""
_AGO = re.compile(r"\bago\Z", re.IGNORECASE)
_HALF_DAY = 12 * 60
_SPOKEN = re.compile(r"[a-z- ]+ (?:past|to) [a-z]+\Z", re.IGNORECASE)
"""A clock time in words: "half past nine"."""
_NEAR = 15
"""Minutes that an "about" before a clock time leaves."""
_ROUND, _ROUNDED = 5, 2
"""A clock time on a multiple of `_ROUND` minutes may be rounded by `_ROUNDED`: "8:40" for 8:39."""

_NAMED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
_WEEKDAY = re.compile(r"[\dX]{4}-W[\dX]{2}-(?P<weekday>\d)\Z")
_DAY = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?\Z")
_WORDS = {"year": "years", "month": "months", "day": "days of the month", "weekday": "days of the week"}


def stand(a: Mention, b: Mention) -> Standing:
    """The stance of two dates, or of two clock times. Symmetric in its stance."""
    if same_value(a, b):
        return Standing("agree")
    if all(deictic(m.figure.text) for m in (a, b)) and not all(_AGO.search(m.figure.text) for m in (a, b)):
        return Standing("compatible", ("both days are told only from the day of publication",))
    return _clocks(a, b) if a.figure.kind == "time" else _dates(a, b)


def _dates(a: Mention, b: Mention) -> Standing:
    one, two = (_parts(m.figure.amount.iso or "") for m in (a, b))
    shared = [part for part in _compared(a, b) if part in one and part in two]
    whole = a.value.low is not None and b.value.low is not None
    if apart := next((part for part in shared if one[part] != two[part]), None):
        return Standing("conflict", tuple(slips(a, b)) if whole else (f"the {_WORDS[apart]} differ", *slips(a, b)))
    if _days_between(a, b) > _room(a, b):
        return Standing("conflict", tuple(slips(a, b)))
    if a.figure.amount.precise.overlaps(b.figure.amount.precise):
        return Standing("agree", ("one date holds the other",))
    return Standing("agree", ("the dates differ only in what their texts leave open",))


def _compared(a: Mention, b: Mention) -> tuple[str, ...]:
    """The parts that both texts say, or that can be reckoned safely; days of the week where one says no more."""
    reckoned = _year_reckoned(a) or _year_reckoned(b)
    if _only_weekday(a) or _only_weekday(b):
        moved = reckoned and (a.figure.amount.iso or "")[:4] != (b.figure.amount.iso or "")[:4]
        return ("month", "day") if moved else ("weekday",)
    return ("month", "day") if reckoned else ("year", "month", "day")


def _room(a: Mention, b: Mention) -> float:
    """Days that two dates may lie apart though they say nothing that differs."""
    if _year_reckoned(a) or _year_reckoned(b):
        return math.inf
    return _WEEK if _only_weekday(a) or _only_weekday(b) else 0


def deictic(text: str) -> bool:
    """Whether words name a day only from where they are said."""
    return bool(_DEICTIC.match(text))


def _clocks(a: Mention, b: Mention) -> Standing:
    one, two = a.figure.amount, b.figure.amount
    if one.value.low is None or two.value.low is None:
        return Standing("compatible", ("a partial clock time leaves room for the other",))
    shift = _shift(one.zone or "", two.zone or "")
    if shift is None and one.zone and two.zone and one.value == two.value:
        return Standing("conflict", ("both say one number by the clocks of two zones: one of the zones may be wrong",))
    if shift is None:
        return Standing("compatible", ("the clock times are of two zones, one of them not named",))
    if shift == 0 and one.precise.overlaps(two.precise):
        return Standing("compatible", ("one clock time holds the other",))
    apart = _around(one.value.low - two.value.low - shift)
    if apart == 0:
        return Standing("agree", ("one time by the clocks of two zones",))
    if apart == _HALF_DAY and any(_SPOKEN.match(m.figure.text) for m in (a, b)):
        return Standing("agree", ("a time told in words leaves the half of the day open",))
    if "about" in (one.bound, two.bound) and apart <= _NEAR:
        return Standing("compatible", ("an approximate clock time leaves room for the other",))
    if apart <= _ROUNDED and 0 in (one.value.low % _ROUND, two.value.low % _ROUND):
        return Standing("agree", ("a round clock time leaves room for the other",))
    return Standing("conflict", tuple(slips(a, b)))


def _around(minutes: Decimal) -> Decimal:
    """A difference of two clock times by the shorter way round the dial."""
    beyond = abs(minutes) % _DAY_LONG
    return min(beyond, _DAY_LONG - beyond)


def _shift(one: str, two: str) -> Decimal | None:
    """Minutes that the clocks of zone `one` are ahead of those of `two`; None where that is not known."""
    if one == two:
        return Decimal(0)
    hours = [lexicon("zones").get(zone) for zone in (one, two)]
    return None if None in hours else (Decimal(str(hours[0])) - Decimal(str(hours[1]))) * 60


def _only_weekday(mention: Mention) -> bool:
    """Whether it says a day of the week and no date: which week is only reckoned."""
    text = mention.figure.text
    return bool(_NAMED.search(text)) and not any(c.isdecimal() for c in text) and not deictic(text)


def _year_reckoned(mention: Mention) -> bool:
    """Whether it gives a day or month without its year: the day of publication only lets guess which."""
    text = mention.figure.text
    return not (_YEAR.search(text) or deictic(text) or _only_weekday(mention))


def _days_between(a: Mention, b: Mention) -> float:
    """Days from the end of the earlier date to the start of the later one; 0 where they touch or one is unknown."""
    first, second = sorted((a.value, b.value), key=lambda v: v.low or 0)
    if first.low is None or first.high is None or second.low is None:
        return 0
    return max(0.0, float(second.low - first.high))


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
