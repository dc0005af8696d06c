"""Periods: an end that lies before its start, and a duration that its two days do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import GAP, MONTH, MONTHS, YEAR, Written, days, named, told
from factcheck.lexicon import wordlist
from factcheck.model import Figure, Span

_LINK = re.compile(r"\s*(?:(?P<word>to|until|till|through|and)|-|–|—)\s*(?:the\s+)?")
_OPENS = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_MONTHS_APART = re.compile(
    rf"\b(?:from|between)(?P<a>{GAP}(?P<month_a>{MONTH}){GAP}(?P<year_a>{YEAR})){GAP}(?:to|until|till|through|and)"
    rf"(?P<b>{GAP}(?P<month_b>{MONTH}){GAP}(?P<year_b>{YEAR}))\b(?![-–/]?\d)"
)
_YEARS_APART = re.compile(
    rf"\bfrom(?P<a>{GAP}(?P<year_a>{YEAR})){GAP}(?:to|until|till|through)(?P<b>{GAP}(?P<year_b>{YEAR}))\b(?=\s*(?:$|[.,;)](?!\d)))"
)
_IN_MONTH = re.compile(
    rf"\b(?:from|between){GAP}(?P<a>\d{{1,2}})(?:st|nd|rd|th)?{GAP}(?:to|until|till|through|and){GAP}"
    rf"(?P<b>\d{{1,2}})(?:st|nd|rd|th)?{GAP}{MONTH}\b"
    rf"|\b{MONTH}{GAP}(?P<c>\d{{1,2}})[-–](?P<d>\d{{1,2}}),?{GAP}{YEAR}\b"
)
_NEXT = re.compile(r"[\s,(–—-]*(?:(?:for|of|or|lasting|i\.e\.|that is|a|in|total|period|all|some)\s+)*")
_CLOSES = re.compile(r"(?:-\w+|\s+period|\s+run)?(?:\s+(?:in all|in total|altogether|later))?\s*(?:$|[.;:)!?]|,\s)")
_RUNS = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:runs|ran|run|lasts|lasted|goes|went|takes place|took place|is held|was held)"
    r"(?:\s+in\s+[A-Z][\w’' -]*)?\s*$"
)
_DAYS = {"day": Decimal(1), "night": Decimal(1), "week": Decimal(7)}
_FRIDAY = 5
_SLACK = {"day": Decimal(0), "night": Decimal(0), "week": Decimal(4)}
"""How many days beyond inclusive counting a duration may be off: weeks are told in round numbers."""


@dataclass(frozen=True, slots=True)
class Period:
    """Two days that a text joins; `opened` is the word before them ("from", "between", "")."""

    first: Written
    last: Written
    opened: str

    @property
    def span(self) -> Span:
        return Span(self.first.span.start, self.last.span.end)

    @property
    def text(self) -> str:
        return one_line(self.span.quote(self.first.page.document.text))


def _periods(page: Page) -> Iterator[Period]:
    text = page.document.text
    for first, last in pairwise(days(page)):
        link = _LINK.fullmatch(text, first.span.end, last.span.start)
        opens = _OPENS.search(text, max(0, first.span.start - 20), first.span.start)
        opened = opens["word"].lower() if opens else ""
        if link and (opened == "between") == (link["word"] == "and") and (opened or not link["word"]):
            yield Period(first, last, opened)


def order(page: Page) -> Iterator[Fault]:
    """Periods whose end lies before their start."""
    for period in _periods(page):
        if (reason := _backwards(period)) and not _moved(page, period.first.figures[0]):
            sides = (period.first.figures, period.last.figures)
            yield Fault(sides, period.last.figures[0], period.text, (reason,))
    for match in (*_MONTHS_APART.finditer(page.document.text), *_YEARS_APART.finditer(page.document.text)):
        yield from _turned(page, match)
    for match in _IN_MONTH.finditer(page.document.text):
        yield from _turned_in_month(page, match)


def _backwards(period: Period) -> str:
    first, last = period.first, period.last
    if last.year and (first.year or first.month == last.month):
        year = first.year or last.year
    elif first.year is None and last.year is None and first.month == last.month and period.opened:
        return f"day {last.day} of a month lies before day {first.day}" if last.day < first.day else ""
    else:
        return ""  # "from 12 December to 3 January 2024" starts in the year before
    start, end = first.on(year), last.on(last.year)
    return f"{told(end)} lies before {told(start)}" if start and end and end < start else ""


def _moved(page: Page, figure: Figure) -> bool:
    """Whether the sentence may move a day or compare, so that "from ... to" opens no period."""
    words = set(re.findall(r"[a-z]+", page.sentence(figure).lower()))
    return not words.isdisjoint(wordlist("calendar", "moved"))


def _turned(page: Page, match: re.Match[str]) -> Iterator[Fault]:
    """Months or years in the wrong order, where both are read as dates."""
    sides = [page.at(Span(*match.span(name))) for name in ("a", "b")]
    if not all(len(side) == 1 and side[0].kind == "date" for side in sides) or _moved(page, sides[0][0]):
        return
    dated = "month_a" in match.re.groupindex
    start, end = (
        (int(match[f"year_{name}"]), named(MONTHS, match[f"month_{name}"]) if dated else 0) for name in ("a", "b")
    )
    if end < start:
        first, last = (one_line(match[name]) for name in ("a", "b"))
        reason = f"{last} lies before {first}"
        yield Fault((sides[0], sides[1]), sides[1][0], one_line(match[0]), (reason,))


def _turned_in_month(page: Page, match: re.Match[str]) -> Iterator[Fault]:
    """ "from 12 to 3 May", "May 12-3, 2024"."""
    start, end = (int(match[one] or match[other]) for one, other in (("a", "c"), ("b", "d")))
    figures = page.at(Span(*match.span()))
    if end < start <= 31 and end and figures and not _moved(page, figures[0]):
        yield Fault((figures,), figures[0], one_line(match[0]), (f"day {end} of a month lies before day {start}",))


def durations(page: Page) -> Iterator[Fault]:
    """Durations beside the two days of their period that are longer or shorter than it."""
    for period in _periods(page):
        held = _held(period)
        lasting = next((f for f in page.figures if _is_its(f, period)), None)
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


def _is_its(figure: Figure, period: Period) -> bool:
    """Whether a duration stands as that of the period: right behind it, or as "the ten-day fair runs" before it."""
    page = period.first.page
    text, sentence = page.document.text, figure.context.sentence
    if figure.kind != "duration" or figure.amount.unit not in _DAYS or figure.amount.bound != "exact":
        return False
    if not (sentence.start <= period.span.start and period.span.end <= sentence.end) or figure.amount.value.low is None:
        return False
    end = figure.extent.end
    if figure.span.start >= period.span.end:
        near = _NEXT.fullmatch(text, period.span.end, figure.span.start)
        return near is not None and _CLOSES.match(text, end, max(end, sentence.end)) is not None
    before = period.span.start - len(period.opened) - 1
    hyphened = text[figure.span.end : figure.span.end + 1] == "-"
    return hyphened and bool(period.opened) and _RUNS.fullmatch(text, end, max(end, before)) is not None


def _fits(figure: Figure, held: tuple[date, date], period: Period) -> bool:
    """Whether the period may be told so: the last day counted or not, neither end ("between"), or working days."""
    value, unit = figure.amount.value, figure.amount.unit
    if value.low is None or value.high is None:
        return True
    length = (held[1] - held[0]).days
    working = sum((held[0] + timedelta(days=n)).isoweekday() <= _FRIDAY for n in range(length + 1))
    if unit == "day" and value.low <= working <= value.high:
        return True
    least = length - (period.opened == "between") - _SLACK[unit]
    most = length + 1 + _SLACK[unit] + _leap(period)
    return value.low * _DAYS[unit] <= most and value.high * _DAYS[unit] >= least


def _leap(period: Period) -> int:
    """A day more where the period may hold a 29 February that its missing year does not tell."""
    unknown = not (period.first.year or period.last.year)
    return int(unknown and period.first.month <= 2 < period.last.month)


def _off(page: Page, period: Period, lasting: Figure, length: int) -> Fault:
    said = one_line(page.document.text[lasting.span.start : lasting.extent.end])
    counted = f"{length} days, {length + 1} with both the first and the last"
    sides = ((*period.first.figures, *period.last.figures), (lasting,))
    return Fault(sides, lasting, f"{said} against {period.text}", (f"{period.text}: {counted}",))
