"""A wire's dateline, "ZURICH, May 2, 2024 (Agency) - ", which opens a story: its day, its outlet and its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from factcheck.documents.dates import printed_dates
from factcheck.documents.stamps import words_of
from factcheck.model import Span

_OPENING = 120
"""Characters at the start of a story that a dateline fits into."""
_NAME = r"[^\W\d_a-z][\w.'’]*"
_NAMES = rf"{_NAME}(?:[ -](?:\w{{1,4}}[ -])?{_NAME}){{0,3}}"
_PLACE = re.compile(rf"\W*(?P<place>{_NAMES}(?:, {_NAMES}){{0,2}})(?P<comma>,?) ")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_OF_NO_YEAR = re.compile(rf"(?<!\w)(?:{_MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {_MONTH}(?!\w))", re.IGNORECASE)
_OUTLET = r"\((?P<outlet>[^\W\d_a-z][^()\n]{1,60})\)|/(?P<service>[^\W\d_a-z][\w .-]{1,40})/"
_DASH = re.compile(r"[-–—]")
"""What closes a dateline; it is found sooner than a date."""
_CLOSING = re.compile(rf"[ \t,.]{{0,2}}(?:{_OUTLET}|\([^()\n]{{1,40}}\))?\s*(?:(?:[-–—]+\s+)+|—)(?=\S)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The first `length` characters of a story; `published` is None where the year is left out."""

    published: date | None
    outlet: str | None
    length: int

    def cut(self, text: str, story: Span) -> tuple[Span, Span]:
        """The dateline's own place, without white space at its end, and that of the rest of the story."""
        end = story.start + self.length
        return Span(story.start, story.start + len(text[story.start : end].rstrip())), Span(end, story.end)


def parse(story: str) -> Dateline | None:
    """The dateline that opens the story: a place and a date, or a date and an outlet in brackets, up to a dash."""
    opening = story[:_OPENING]
    if _DASH.search(opening) is None:
        return None
    day, when = _first_date(opening)
    closing = _CLOSING.match(opening, when.end) if when.end else None
    if closing is None:
        return None
    before, outlet = opening[: when.start], _outlet(closing["outlet"] or closing["service"] or "")
    if _is_place(before) or (outlet and not before.strip("(*_ ")):
        return Dateline(day, outlet, closing.end())
    return None


def _first_date(opening: str) -> tuple[date | None, Span]:
    """The day, None where it has no year, and the place of its words: an empty one for no date."""
    full = next(iter(printed_dates(opening)), None)
    partial = _DAY_OF_NO_YEAR.search(opening)
    if full and (partial is None or full.span.start <= partial.start()):
        return full.day, full.span
    return None, Span(*partial.span()) if partial else Span(0, 0)


def _is_place(before: str) -> bool:
    """Whether the words are a place's: in capitals, or set off by a comma, and no phrase such as "On Friday, "."""
    place = _PLACE.fullmatch(before)
    if place is None:
        return False
    words = place["place"].lower().replace(",", "").split()
    in_capitals = place["place"].split(",")[0].isupper()
    return bool(in_capitals or place["comma"]) and not words_of("openers", "weekdays").intersection(words)


def _outlet(bracketed: str) -> str | None:
    """The name; None where the brackets hold a weekday, a time zone and the like."""
    words = re.findall(r"\w+", bracketed.lower())
    known = words_of("published", "updated", "also", "zones", "weekdays")
    return bracketed.strip() or None if set(words) - known else None
