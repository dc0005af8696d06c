"""Days of the calendar as a text writes them, also such as no calendar has: "Tuesday, 4 March 2024", "31 April"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Page
from factcheck.model import Figure, Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# A gap holds one line break at most: words of two paragraphs are no expression.
GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
_DATE = re.compile(
    rf"(?<![\w$£€.,:/-])(?:(?P<weekday>{WEEKDAY})\b\.?(?:{GAP}(?:morning|afternoon|evening|night))?"
    rf"(?:,?{GAP}(?:the{GAP})?|{GAP}\())?"
    rf"(?:(?P<month_first>{MONTH})\b\.?{GAP}(?P<day_second>{_NUMBER})"
    rf"|(?P<day_first>{_NUMBER}){GAP}(?:of{GAP})?(?P<month_second>{MONTH})\b(?:\.(?=,?{GAP}{YEAR}))?)"
    rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR})\b(?![%°,.:-]?\d))?"
    rf"(?:{GAP}\((?P<behind>{WEEKDAY})\)|,{GAP}an?{GAP}(?P<apposed>{WEEKDAY})\b)?"
)
_SEVERAL = re.compile(rf"(?:{WEEKDAY})\.?{GAP}?(?:and|or|to|through|until|-|–|/|&|,){GAP}?$")
_GOES_ON = re.compile(
    r"(?:\s*(?:-|–|—|/|&)|\s+(?:to|and|or|through|until)|,)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b(?!:)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written, with the figures that stand in it. `listed`: other days share its month or its weekday."""

    page: Page
    span: Span
    month: int
    day: int
    year: int | None
    weekday: int | None
    figures: tuple[Figure, ...]
    listed: bool

    @property
    def text(self) -> str:
        """The expression on one line, without a bracket that it does not close."""
        words = one_line(self.span.quote(self.page.document.text))
        return f"{words})" if "(" in words and ")" not in words else words

    def on(self, year: int) -> date | None:
        """The day in some year; None where that has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def days(page: Page) -> tuple[Written, ...]:
    """The days that a document writes with the name of their month, as far as figures stand in them."""
    return page.once(_days)


def _days(page: Page) -> Iterator[Written]:
    text = page.document.text
    for match in _DATE.finditer(text):
        span = Span(*match.span())
        figures = page.at(span)
        if figures:
            yield _read(page, match, span, figures)


def _read(page: Page, match: re.Match[str], span: Span, figures: tuple[Figure, ...]) -> Written:
    text = page.document.text
    number = int(re.sub(r"\D", "", match["day_second"] or match["day_first"]))
    weekday = match["weekday"] or match["behind"] or match["apposed"]
    listed = bool(_SEVERAL.search(text[max(0, span.start - 20) : span.start]) or _GOES_ON.match(text, span.end))
    return Written(
        page,
        span,
        named(MONTHS, match["month_first"] or match["month_second"]),
        number,
        int(match["year"]) if match["year"] else None,
        named(WEEKDAYS, weekday) if weekday else None,
        figures,
        listed,
    )


def named(names: tuple[str, ...], short: str) -> int:
    """The place, counted from 1, of the name that begins with the first three letters of `short`."""
    return next(n for n, name in enumerate(names, start=1) if name[:3] == short[:3])


def told(day: date) -> str:
    """A day for a reader: "4 March 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_of(day: date) -> str:
    """The weekday's name."""
    return WEEKDAYS[day.weekday()]
