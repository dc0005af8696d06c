"""Days in figures: "2022-02-04", "25/12/2010", "23.04.2022", "05-Aug-2016", "Jan/3", "20161016"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.figures.dates import calendar, years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS, WEEKDAYS
from factcheck.figures.scan import Token, is_glued, word

_LONGEST = 6
_LEAP = 2000
"""A year that has every day, for days without one."""

_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT_DIGITS = 8
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_THREE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])")
_TWO = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_NAMED = re.compile(r"(\w+)([-/])(\w+)(?:\2(\w+))?")
_BEFORE_SHORT = ("on", "by", "until", "till", "since", "before", "after", "from", "or", "and", ",")


def figured(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The day in figures that starts at token `at`; None where it has two readings."""
    if tokens[at].kind != "digits" and word(tokens, at) not in MONTHS:
        return None
    if at and is_glued(tokens, at) and tokens[at - 1].text in ("/", "."):
        return None
    if not is_glued(tokens, at + 1) and len(tokens[at].text) != _COMPACT_DIGITS:
        return None
    written, ends = _run(tokens, at)
    for grammar in (_iso, _three, _named, _two, _compact):
        found, length = grammar(tokens, at, written, anchor)
        if found is not None and length in ends:
            return When(found, ends[length])
    return None


def _run(tokens: Sequence[Token], at: int) -> tuple[str, dict[int, int]]:
    """The glued tokens from `at` on as one lower-case text, and which length of it ends at which token."""
    text, ends, end = "", {}, at
    while end < len(tokens) and end < at + _LONGEST and (end == at or tokens[end].glued):
        text += tokens[end].lower
        end += 1
        ends[len(text)] = end
    return text, ends


_Found = tuple[str | None, int]


def _iso(_: Sequence[Token], __: int, written: str, ___: Anchor) -> _Found:
    match = _ISO.match(written)
    return (_text(int(match[1]), int(match[3]), int(match[4])), match.end()) if match else (None, 0)


def _compact(tokens: Sequence[Token], at: int, written: str, _: Anchor) -> _Found:
    match = _COMPACT.match(written) if len(tokens[at].text) == _COMPACT_DIGITS else None
    return (_text(*map(int, match.groups())), match.end()) if match else (None, 0)


def _three(_: Sequence[Token], __: int, written: str, anchor: Anchor) -> _Found:
    """Day and month in the one order that makes a date; behind full stops the day comes first."""
    match = _THREE.match(written)
    if match is None or (len(match[4]) == 2 and (anchor.published is None or match[2] != "/")):
        return None, 0
    year = int(match[4])
    if len(match[4]) == 2 and anchor.published:
        year = years.full_year(year, anchor.published)
    first, second = int(match[1]), int(match[3])
    if match[2] == ".":
        return _text(year, second, first), match.end()
    return _only(_text(year, first, second), _text(year, second, first)), match.end()


def _two(tokens: Sequence[Token], at: int, written: str, anchor: Anchor) -> _Found:
    """ "on 22/04", "Thursday 29/03": without a year only where the words before it expect a day."""
    before = word(tokens, at - 1)
    match = _TWO.match(written)
    if match is None or anchor.published is None or (before not in _BEFORE_SHORT and before not in WEEKDAYS):
        return None, 0
    first, second = int(match[1]), int(match[2])
    found = _only(_text(_LEAP, first, second), _text(_LEAP, second, first))
    return (f"XXXX{found[4:]}" if found else None), match.end()


def _named(_: Sequence[Token], __: int, written: str, ___: Anchor) -> _Found:
    """A month's name joined to a day and, in any order, a year: "05-Aug-2016", "2019/aug/01", "Oct/2"."""
    match = _NAMED.match(written)
    if match is None:
        return None, 0
    parts = [p for p in (match[1], match[3], match[4]) if p]
    months = [MONTHS[p] for p in parts if p in MONTHS]
    numbers = [p for p in parts if p.isdecimal()]
    if len(months) != 1 or len(numbers) != len(parts) - 1:
        return None, 0
    year = next((int(n) for n in numbers if len(n) == 4), None)
    days = [int(n) for n in numbers if len(n) <= 2]
    if len(days) != 1 or (year is None and len(numbers) > 1):
        return None, 0
    known = _text(year or _LEAP, months[0], days[0])
    return (known if year or not known else f"XXXX{known[4:]}"), match.end()


def _only(first: str | None, second: str | None) -> str | None:
    """The reading that there is, where there is one alone."""
    readings = {r for r in (first, second) if r}
    return readings.pop() if len(readings) == 1 else None


def _text(year: int, month: int, number: int) -> str | None:
    found: date | None = calendar.day(year, month, number)
    return found.isoformat() if found else None
