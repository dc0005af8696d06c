"""Durations that the two days beside them do not make: "from 2 May to 9 May, ten days"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page
from factcheck.findings.periods import Period, periods
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Figure

_ROUGHLY = r"over|more than|nearly|almost|about|roughly"
_NEXT = re.compile(rf"[\s,(–—-]*(?:(?:for|of|or|lasting|i\.e\.|that is|a|in|total|period|all|some|{_ROUGHLY})\s+)*")
_CLOSES = re.compile(r"(?:-\w+|\s+period|\s+run)?(?:\s+(?:in all|in total|altogether|later))?\s*(?:$|[.;:)!?]|,\s)")
_RUNS = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:runs|ran|run|lasts|lasted|goes|went|takes place|took place|is held|was held)"
    r"(?:\s+in\s+[A-Z][\w’' -]*)?\s*$"
)
_MONTH, _YEAR = Decimal("30.4"), Decimal("365.25")
_DAYS = {"day": Decimal(1), "night": Decimal(1), "week": Decimal(7), "month": _MONTH, "year": _YEAR}
_FRIDAY = 5
_SLACK = {"day": Decimal(0), "night": Decimal(0), "week": Decimal(4), "month": Decimal(20), "year": Decimal(200)}
"""How many days beyond inclusive counting a duration may be off: weeks, months and years are told in round numbers."""
_EXACT, _ANY = ("exact",), ("exact", "about", "at_least", "at_most")
_BOUNDS = {"day": _EXACT, "night": _EXACT, "week": _EXACT, "month": _ANY, "year": _ANY}
"""The bounds with which a duration is judged: the slack of the long ones is wide enough for all of them."""
_LASTED = re.compile(r"\b(?:last(?:ed|s)?|ran|runs|took|takes|stayed|continued)\s+(?:for\s+)?$")


def durations(page: Page) -> Iterator[Fault]:
    """Durations beside the two days of their period that are longer or shorter than it."""
    told = [f for f in page.figures if _is_length(f)]
    for period in periods(page) if told else ():
        held = _held(period)
        lasting = next((f for f in told if _is_its(f, period)), None)
        if held and lasting is not None and not _fits(lasting, held, period):
            yield _off(page, period, lasting, (held[1] - held[0]).days)


def _held(period: Period) -> tuple[date, date] | None:
    """The first and the last day, in the year of publication where none is written."""
    published = period.first.page.document.published
    year = period.last.year or period.first.year or (published.year if published else None)
    if year is None:
        year = 2023
    end, start = period.last.on(year), period.first.on(period.first.year or year)
    if start and end and end < start and not (period.first.year and period.last.year):
        start, end = _across(period, year)
    return (start, end) if start and end and end > start else None


def _across(period: Period, year: int) -> tuple[date | None, date | None]:
    """The days of a period over New Year: it ends in `year` where that is written with its end."""
    first = year - 1 if period.last.year else year
    return period.first.on(first), period.last.on(first + 1)


def _is_length(figure: Figure) -> bool:
    unit = figure.amount.unit
    known = figure.kind == "duration" and unit in _DAYS and figure.amount.bound in _BOUNDS[unit]
    return known and figure.amount.value.low is not None


def _is_its(figure: Figure, period: Period) -> bool:
    """Whether a duration stands as that of the period: right behind it, or as "the ten-day fair runs" before it."""
    page = period.first.page
    text, sentence = page.document.text, figure.context.sentence
    end = figure.extent.end
    if not (sentence.start <= period.span.start and period.span.end <= sentence.end):
        return False
    if figure.span.start >= period.span.end:
        near = _NEXT.fullmatch(text, period.span.end, figure.span.start)
        return near is not None and _CLOSES.match(text, end, max(end, sentence.end)) is not None
    before = period.span.start - len(period.opened) - 1
    if period.opened and _LASTED.search(text, sentence.start, figure.span.start):
        return re.fullmatch(r"\s*[,(]\s*", text[end : max(end, before)]) is not None
    hyphened = text[figure.span.end : figure.span.end + 1] == "-"
    return hyphened and bool(period.opened) and _RUNS.fullmatch(text, end, max(end, before)) is not None


def _fits(figure: Figure, held: tuple[date, date], period: Period) -> bool:
    """Whether the period may be told so: the last day counted or not, neither end ("between"), or working days."""
    value, unit = figure.amount.value, figure.amount.unit
    if value.low is None or value.high is None:
        return True
    length = (held[1] - held[0]).days
    working = sum((held[0] + timedelta(days=n)).isoweekday() <= _FRIDAY for n in range(length + 1))
    if unit == "day" and (value.low <= working <= value.high or (value.high < working and _paused(period))):
        return True
    least = length - (period.opened == "between") - _SLACK[unit]
    most = length + 1 + _SLACK[unit] + _leap(period)
    return value.low * _DAYS[unit] <= most and value.high * _DAYS[unit] >= least


def _paused(period: Period) -> bool:
    """Whether the sentence tells of something that is not held every day: a trial, a course of weekends."""
    sentence = period.first.page.sentence(period.first.figures[0]).lower()
    return bool(re.search(any_of(wordlist("calendar", "paused")), sentence))


def _leap(period: Period) -> int:
    """A day more where the period may hold a 29 February that its missing year does not tell."""
    unknown = not (period.first.year or period.last.year)
    return int(unknown and period.first.month <= 2 < period.last.month)


def _off(page: Page, period: Period, lasting: Figure, length: int) -> Fault:
    end = lasting.extent.end
    said = one_line(page.document.text[lasting.span.start : end])
    counted = f"{length} days, {length + 1} with both the first and the last"
    sides = ((*period.first.figures, *period.last.figures), (lasting,))
    return Fault(sides, lasting, f"{said} against {period.text}", (f"{period.text}: {counted}",))
