"""Chains of days: "on 3 May … A day later, on 5 May"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import GAP, WEEKDAY, WEEKDAYS, days, named
from factcheck.lexicon import any_of, lexicon, wordlist
from factcheck.model import Figure, Span

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_SLACK = {"day": 0, "week": 3, "fortnight": 4}
"""Days by which a chain may be off: weeks are told in round numbers."""
_REACH = 2
"""Sentences ahead of the step in which the day must stand that it is counted from."""
_MOST = 20
"""Days ahead that a step may be counted from: no reader looks farther back."""
_WEEK = 7
_HALF_YEAR = 183
_TO_DAY = re.compile(rf"{GAP}?[,(–—-]?{GAP}?(?:(?:on|that{GAP}is|i\.e\.),?{GAP}(?:the{GAP})?)?")
_TO_STEP = re.compile(rf"(?:{GAP}(?:morning|afternoon|evening|night))?{GAP}?[,(–—-]{GAP}?(?:(?:just|only|some){GAP})?")
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
_UNIT = re.compile(r"[dDwWfF](?i:(?<=\bd)ay|(?<=\bw)eek|(?<=\bf)ortnight)")
_WORDS_BEFORE = re.compile(rf"(?:\b[a-z]+{GAP}){{0,2}}\Z", re.IGNORECASE)
_WIDEST = 200
"""Characters that the words of a step, or the two before it, take at most."""
_ANY = {2023, 2024}
"""Years with and without a leap day, for dates of which no year is known."""
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“‘])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text tells it: by its date, its weekday, or both."""

    span: Span
    figures: tuple[Figure, ...]
    month_day: tuple[int, int] | None
    year: int | None
    weekday: int | None

    def in_year(self, year: int) -> date | None:
        try:
            return date(self.year or year, *self.month_day) if self.month_day else None
        except ValueError:
            return None

    def weekdays(self, years: Iterable[int]) -> set[int]:
        """The weekdays, Monday as 1, that it may be; none where nothing tells."""
        if self.weekday:
            return {self.weekday}
        return {found.isoweekday() for year in years if (found := self.in_year(year))}


@dataclass(frozen=True, slots=True)
class Step:
    """ "two days later": how many days on, negative for "earlier", by how many it may be off, and its words."""

    span: Span
    number: int
    slack: int


def chains(page: Page) -> Iterator[Fault]:
    """Days that are told as so many days after, or before, one ahead of them, and are not."""
    known = sorted(_days(page), key=lambda d: d.span)
    for step in _steps(page.document.text) if known else ():
        day = _tied(page.document.text, step, known)
        starts = _starts(page.document.text, min(step.span, day.span), known) if day else []
        if day and starts and not any(_fits(start, day, step, page.document.published) for start in starts):
            yield _fault(page, starts[-1], day, step)


def _fault(page: Page, start: Day, day: Day, step: Step) -> Fault:
    text = page.document.text
    first, last, words = (one_line(span.quote(text)) for span in (start.span, day.span, step.span))
    values = one_line(text[min(step.span.start, day.span.start) : max(step.span.end, day.span.end)])
    return Fault((start.figures, day.figures), day.figures[0], f"{first}, {values}", (_reckoned(first, last, words),))


def _reckoned(first: str, last: str, words: str) -> str:
    return f"{last} is not {words.lower()}, counted from {first}"


def _days(page: Page) -> Iterator[Day]:
    dated = days(page)
    for written in dated:
        yield Day(written.span, written.figures, (written.month, written.day), written.year, written.weekday)
    for match in _WEEKDAY.finditer(page.document.text):
        span = Span(*match.span())
        figures = tuple(f for f in page.at(span) if f.kind == "date")
        if figures and not any(span.overlaps(written.span) for written in dated):
            yield Day(span, figures, None, None, named(WEEKDAYS, match[0]))


def _steps(text: str) -> Iterator[Step]:
    """The steps of a text, found by their units: these are rare words, and a search for them is quick."""
    end = 0
    for unit in _UNIT.finditer(text):
        for head, tail in _step_patterns():
            behind = tail.match(text, unit.start())
            ahead = head.search(text, max(end, unit.start() - _WIDEST), unit.start()) if behind else None
            if behind and ahead:
                before = _WORDS_BEFORE.search(text, max(end, ahead.start() - _WIDEST), ahead.start())
                end = behind.end()
                if not before or not _otherwise(before[0]):
                    yield _step(Span(ahead.start(), end), ahead.groupdict() | behind.groupdict())


def _otherwise(before: str) -> bool:
    """Whether the words before a step keep it from being counted from a day."""
    said = one_line(before).lower()
    return any(said.endswith(word) for word in wordlist("calendar", "steps", "otherwise"))


def _step(span: Span, said: Mapping[str, str]) -> Step:
    unit, number = said.get("unit", "day").lower(), said.get("number", "a").lower()
    days_ = lexicon("calendar")["steps"]["numbers"].get(number) or int(number)
    back = said["way"].lower() in wordlist("calendar", "steps", "back")
    return Step(span, (-1 if back else 1) * days_ * _DAYS[unit], _SLACK[unit])


@cache
def _step_patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The two wordings of a step, "two days later" and "the next day": up to its unit, and from there on."""
    number = any_of(frozenset(lexicon("calendar")["steps"]["numbers"]))
    way = f"(?P<way>{any_of(wordlist('calendar', 'steps', 'on') | wordlist('calendar', 'steps', 'back'))})"
    shapes = (
        (rf"(?P<number>{number}|\d{{1,2}}){GAP}", rf"(?P<unit>day|week|fortnight)s?{GAP}{way}\b"),
        (rf"the{GAP}{way}{GAP}", r"day\b"),
    )
    return tuple(
        (re.compile(rf"(?<![\w.,-]){head}\Z", re.IGNORECASE), re.compile(tail, re.IGNORECASE)) for head, tail in shapes
    )


def _tied(text: str, step: Step, known: Sequence[Day]) -> Day | None:
    """The day that the step is said of, beside it: "two days later, on 5 May", "on 5 May, two days later"."""
    at = bisect_left(known, step.span, key=lambda day: day.span)
    for day in known[max(0, at - 1) : at + 1]:
        if _TO_DAY.fullmatch(text, step.span.end, day.span.start) or _TO_STEP.fullmatch(
            text, day.span.end, step.span.start
        ):
            return day
    return None


def _starts(text: str, before: Span, known: Sequence[Day]) -> list[Day]:
    """The days ahead that the step may be counted from, the nearest last; none where none stands near enough."""
    at = bisect_left(known, before, key=lambda day: day.span)
    ahead = [day for day in known[max(0, at - _MOST) : at] if day.span.end <= before.start]
    if not ahead or len(_SENTENCE.findall(text, ahead[-1].span.end, before.start)) >= _REACH:
        return []
    paragraph = text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, before.start)))
    return [day for day in ahead if day.span.start > paragraph]


def _fits(start: Day, day: Day, step: Step, published: date | None) -> bool:
    """Whether a day may stand so many days from another, for all that the two tell."""
    years = {year for year in (start.year, day.year) if year}
    if published and not years:
        years = {published.year - 1, published.year}
    apart = {
        (last - first).days
        for year in years or _ANY
        for first in (start.in_year(year),)
        for last in (day.in_year(y) for y in (year - 1, year, year + 1))
        if first and last and abs((last - first).days) < _HALF_YEAR
    }
    if apart:
        return any(abs(days_ - step.number) <= step.slack for days_ in apart)
    ours, theirs = start.weekdays(years), day.weekdays(years)
    if step.slack or not ours or not theirs:
        return True
    return any((last - first - step.number) % _WEEK == 0 for first in ours for last in theirs)
