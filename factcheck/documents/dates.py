"""Full calendar dates as pages print them: day, month and year, in any order that leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.model import Span

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P<rest>[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[\s\xa0]*[-–/,]?[\s\xa0]*"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = tuple(
    re.compile(rf"(?<![\w.]){pattern}(?!\d)", re.IGNORECASE)
    for pattern in (
        rf"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}",
        rf"{_DAY}{_GAP}(?:of\s+)?{_MONTH}{_GAP}{_YEAR}",
        rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}",
    )
)
_YEAR_FIRST = re.compile(rf"(?<![\w./-]){_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\w./-])(?P<a>\d{1,2})\s?([-/.])\s?(?P<b>\d{1,2})\s?\2\s?(?P<year>\d{4}|\d{2})(?![\d/-])")
_COULD_HOLD = re.compile(r"\d{4}|\d\s?[-/.]\s?\d")
"""What every date has in it; looking for it alone costs little."""
_CENTURY_TURN = 70


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where its words stand in the line."""

    day: date
    span: Span


def printed_dates(line: str) -> list[PrintedDate]:
    """The dates of a line, in order. 03/04/2013 is none: it has two readings."""
    if not _COULD_HOLD.search(line):
        return []
    found: list[PrintedDate] = []
    for candidate in sorted(_candidates(line), key=lambda c: (c.span.start, -c.span.end)):
        if not any(candidate.span.overlaps(other.span) for other in found):
            found.append(candidate)
    return found


def _candidates(line: str) -> Iterator[PrintedDate]:
    for pattern in _WRITTEN:
        for match in pattern.finditer(line):
            month = _month(match["month"] + match["rest"])
            yield from _printed(match, match["year"], month, match["day"])
    for match in _YEAR_FIRST.finditer(line):
        yield from _printed(match, match["year"], int(match["month"]), match["day"])
    for match in _YEAR_LAST.finditer(line):
        yield from _numeric(match)


def _month(word: str) -> int:
    """1 to 12; 0 where the word only begins like a month ("marathon")."""
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower())), 0)


def _numeric(match: re.Match[str]) -> Iterator[PrintedDate]:
    a, b, year = int(match["a"]), int(match["b"]), match["year"]
    if len(year) == 2:
        # 13.05.12 may begin with its year; only a day in the middle leaves one reading
        if b > 12:
            yield from _printed(match, str(2000 + int(year) - 100 * (int(year) >= _CENTURY_TURN)), a, match["b"])
    elif a > 12 or a == b:
        yield from _printed(match, year, b, match["a"])
    elif b > 12:
        yield from _printed(match, year, a, match["b"])


def _printed(match: re.Match[str], year: str, month: int, day: str) -> Iterator[PrintedDate]:
    try:
        yield PrintedDate(date(int(year), month, int(day)), Span(match.start(), match.end()))
    except ValueError:
        return
