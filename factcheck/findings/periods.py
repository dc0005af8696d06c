"""Periods: two days that a text joins, and an end that lies before its start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import GAP, MONTH, MONTHS, YEAR, Written, days, named, told
from factcheck.lexicon import wordlist
from factcheck.model import Figure, Span

_LINK = re.compile(r"\s*(?:(?P<word>to|until|till|through|and)|-|–|—)\s*(?:the\s+)?")
_OPENS = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
# A search is quick for a pattern that begins with letters: the boundary before them is asked behind them.
_FROM = r"from(?<=\bfrom)"
_FROM_BETWEEN = rf"(?:{_FROM}|between(?<=\bbetween))"
_MONTHS_APART = re.compile(
    rf"{_FROM_BETWEEN}(?P<a>{GAP}(?P<month_a>{MONTH}){GAP}(?P<year_a>{YEAR})){GAP}(?:to|until|till|through|and)"
    rf"(?P<b>{GAP}(?P<month_b>{MONTH}){GAP}(?P<year_b>{YEAR}))\b(?![-–/]?\d)"
)
_YEARS_APART = re.compile(
    rf"{_FROM}(?P<a>{GAP}(?P<year_a>{YEAR})){GAP}(?:to|until|till|through)(?P<b>{GAP}(?P<year_b>{YEAR}))\b(?=\s*(?:$|[.,;)](?!\d)))"
)
_TWO_NUMBERS = re.compile(rf"\d(?:[-–]|(?:st|nd|rd|th)?{GAP}(?:to|until|till|through|and){GAP})\d")
"""What stands in whatever `_SAME_MONTH` finds, and in few texts."""
_SAME_MONTH = re.compile(
    rf"\b(?:from|between){GAP}(?P<a>\d{{1,2}})(?:st|nd|rd|th)?{GAP}(?:to|until|till|through|and){GAP}"
    rf"(?P<b>\d{{1,2}})(?:st|nd|rd|th)?{GAP}{MONTH}\b(?!{GAP}?(?:to|until|till|through|and|or|-|–|—)(?!\w))"
    rf"|\b{MONTH}{GAP}(?P<c>\d{{1,2}})[-–](?P<d>\d{{1,2}}),?{GAP}{YEAR}\b"
)


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


def periods(page: Page) -> tuple[Period, ...]:
    """The days that a text joins, in its order."""
    return page.once(_periods)


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
    for period in periods(page):
        if (reason := _backwards(period)) and not _moved(page, period.first.figures[0]):
            sides = (period.first.figures, period.last.figures)
            yield Fault(sides, period.last.figures[0], period.text, (reason,))
    for match in (*_MONTHS_APART.finditer(page.document.text), *_YEARS_APART.finditer(page.document.text)):
        yield from _turned(page, match)
    text = page.document.text
    for match in _SAME_MONTH.finditer(text) if _TWO_NUMBERS.search(text) else ():
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
