"""Days that cannot be: a date beside the wrong weekday, a day or a time that no calendar or clock has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import MONTH, MONTHS, Written, days, told, weekday_of
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Span

_RELIABLE = 1924
"""Before this year some countries counted days by the Julian calendar: a weekday then proves nothing."""
_BEFORE = 600
"""How far back, in characters, a year may stand that a date without a year belongs to."""
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_NEAR = 240
"""Days around publication in which a date without a year lies, if nothing in the text says otherwise."""
_AHEAD = 40
"""Characters before a clock time in which its "at" stands."""
_HIGHEST = 39
"""Larger numbers beside a month are hardly meant for a day."""

_AFTER_DAY = re.compile(
    r"\s*(?:$|[.,;:!?)\]”\"’—–]|(?:at|in|and|or|to|for|until|when|with|after|before|but|as|by|from|is|was)\b)"
)
_COUNTED = re.compile(r"\b(?:in|since|of|during|this|last|next)\s+$", re.IGNORECASE)
_TIED = re.compile(r"\b(?:on|by|until|till|before|after|from|to|since|the)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)])")
_NAME_OR_NUMBER = re.compile(r"\s+(?:\d{1,2}\b|[A-Z])|\s*-\s*\w")
# A search is quick for a pattern that begins with a character: what may not stand before it is asked behind it.
_ISO = re.compile(
    r"(?P<year>[12](?<![\w.,/-].)(?:(?<=1)9|(?<=2)0)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w/-]|[.,]\d)"
)
_CLOCK = re.compile(
    r"(?P<hour>\d(?<![\w:.,/$£€-].)\d?):(?P<minute>\d\d)(?![:\d]|[.,]\d)"
    r"(?P<behind>\s*(?:(?P<half>[ap])\.?m\b\.?|o[’']clock|(?:GMT|UTC|EST|EDT|CET|BST)\b|local time))?"
)
_AT = re.compile(r"\b(?:at|until|before|from)\s+\Z")


def weekdays(page: Page) -> Iterator[Fault]:
    """Weekdays that the date beside them does not fall on."""
    for written in days(page):
        if written.weekday is not None and not written.listed:
            reason = _dated(written) if written.year else _undated(written)
            if reason:
                figure = written.figures[0]
                yield Fault((written.figures,), figure, written.text, (reason,))


def _dated(written: Written) -> str:
    day = written.on(written.year or 0)
    if day is None or day.year < _RELIABLE or day.isoweekday() == written.weekday:
        return ""
    return _falls(day, written)


def _falls(day: date, written: Written) -> str:
    published = written.page.document.published
    verb = "is" if published and day > published else "was"
    return f"{told(day)} {verb} a {weekday_of(day)}"


def _undated(written: Written) -> str:
    """The reckoning for the days that the date may be meant for, where it fits none of them."""
    published = written.page.document.published
    if published is None:
        return ""
    near = [day for day in _occurrences(written) if abs((day - published).days) <= _NEAR]
    may_be = [*near, *(day for year in _named(written) if (day := written.on(year)))]
    if not near or _distant(written) or any(day.isoweekday() == written.weekday for day in may_be):
        return ""
    return ", ".join(_falls(day, written) for day in near)


def _occurrences(written: Written) -> list[date]:
    """The day in the year of publication, and in the years beside it."""
    published = written.page.document.published
    years = (published.year - 1, published.year, published.year + 1) if published else ()
    return [day for year in years if (day := written.on(year))]


def _around(written: Written) -> str:
    text, sentence = written.page.document.text, written.figures[0].context.sentence
    return text[max(0, sentence.start - _BEFORE) : sentence.end]


def _named(written: Written) -> list[int]:
    """The years that the words before the date and its sentence name."""
    return [int(year) for year in _YEAR.findall(_around(written))]


def _distant(written: Written) -> bool:
    """Whether the date may be of a year that is not near the publication."""
    published = written.page.document.published
    if published and any(abs(year - published.year) > 1 for year in _named(written)):
        return True
    if re.search(any_of(wordlist("calendar", "other_year")), _around(written).lower()):
        return True
    sentence = one_line(written.figures[0].context.sentence.quote(written.page.document.text))
    return bool(re.search(any_of(wordlist("calendar", "distant")), sentence.lower()))


def impossible(page: Page) -> Iterator[Fault]:
    """Days that no calendar has and times that no clock shows."""
    for written in days(page):
        if reason := _no_day(written):
            yield Fault((written.figures,), written.figures[0], written.text, (reason,))
    text = page.document.text
    for match in _ISO.finditer(text):
        if reason := _beyond(int(match["month"]), int(match["day"]), int(match["year"])):
            yield from _pinned(page, match, reason)
    for match in _CLOCK.finditer(text):
        if reason := _no_time(match, text):
            yield from _pinned(page, match, reason)


def _pinned(page: Page, match: re.Match[str], reason: str) -> Iterator[Fault]:
    span = Span(match.start("hour") if "hour" in match.re.groupindex else match.start(), match.end())
    if figures := page.at(span):
        yield Fault((figures,), figures[0], one_line(span.quote(page.document.text)), (reason,))


def _no_day(written: Written) -> str:
    text, start, end = written.page.document.text, written.span.start, written.span.end
    if not written.year:
        month_first = re.match(MONTH, text[start:end]) is not None
        if written.listed or _NAME_OR_NUMBER.match(text, end):
            return ""  # "killed 31 June Carter", "April 31-24"
        before = text[max(0, start - 12) : start]
        if month_first and (_COUNTED.search(before) or not _AFTER_DAY.match(text, end)):
            return ""  # "in April 31 people"
        tied = written.weekday or _TIED.search(before)
        if not (tied or (written.day <= 31 and (month_first or _ENDS.match(text, end)))):
            return ""  # "some 31 April showers", "with May 35"
    return _beyond(written.month, written.day, written.year)


def _beyond(month: int, day: int, year: int | None) -> str:
    """Why a day is none; "" where it is one, or a number that can hardly be meant for a day."""
    last = calendar.monthrange(year or 2000, month)[1]
    if not last < day <= _HIGHEST:
        return ""
    if month == 2 and year and day == 29:
        return f"{year} was no leap year: its February had 28 days"
    return f"{MONTHS[month - 1]} has {last} days"


def _no_time(match: re.Match[str], text: str) -> str:
    hour, minute, behind = int(match["hour"]), int(match["minute"]), match["behind"]
    if minute > 59 and (behind or (hour <= 24 and _is_told_at(match, text))):
        return "an hour has 60 minutes"
    if hour > 24 and behind:
        return "a day has 24 hours"
    if match["half"] == "a" and 12 < hour < 24:
        return "the hours before noon end at 12"
    return ""


def _is_told_at(match: re.Match[str], text: str) -> bool:
    """Whether two numbers with a colon are said to be a time: "at 20:75" is one, but for a score."""
    at = _AT.search(text, max(0, match.start() - _AHEAD), match.start())
    return at is not None and not _is_score(match, text, at.start())


def _is_score(match: re.Match[str], text: str, start: int) -> bool:
    """Whether two numbers with a colon are a score or a ratio: "they led at 20:75", "a split from 20:80"."""
    if int(match["hour"]) + int(match["minute"]) == 100:
        return True
    line = text[text.rfind("\n", 0, start) + 1 : match.end()].lower()
    sentence = re.split(r"[.!?]\s", line)[-1]
    return bool(re.search(any_of(wordlist("calendar", "contests")), sentence))
