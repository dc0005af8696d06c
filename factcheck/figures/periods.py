"""Dates as news writes them: absolute, partial, and relative to the day of publication.

The result is ISO 8601 text as far as the words tell ("XXXX-07-02"), completed where the
publication is known. A relative date without a publication is dropped, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.figures import calendar
from factcheck.figures.calendar import MONTHS, WEEKDAYS
from factcheck.figures.numbers import word
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token

_AMBIGUOUS_MONTHS = {"may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "jan", "oct", "nov", "jun", "jul"}
_BEFORE_MONTH = {"in", "since", "last", "next", "late", "early", "mid", "until", "till", "by", "of", "from", "this"}
_BEFORE_MONTH |= {"through", "during", "before", "after", "end", "to", "between", "around", "for", "-", "every", "and"}
_PARTS_OF_DAY = {"night", "morning", "afternoon", "evening"}
_HALVES = {"first": ("01", "06"), "second": ("07", "12"), "latter": ("07", "12")}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = re.compile(r"(1[5-9]|20)\d\d\Z")
_ISO_DAY = re.compile(r"\d{4}\Z")
_ORDINAL = {"st", "nd", "rd", "th"}
_DECADE = re.compile(r"['’]?s\Z")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates count from: the publication, the date said last, the sentence's tense."""

    published: date | None = None
    last: date | None = None
    future: bool = False


@dataclass(frozen=True, slots=True)
class _When:
    """ISO text and the index after its last token."""

    iso: str
    end: int


def read_date(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """The date that starts at token `at`, completed from the anchor."""
    for grammar in _GRAMMARS:
        when = grammar(tokens, at, anchor)
        if when is not None:
            iso = calendar.resolve(when.iso, anchor.published, future=anchor.future)
            days = calendar.days(iso)
            return Reading(at, when.end, "date", days, unit="", iso=iso)
    return None


def _weekday(tokens: Sequence[Token], at: int, anchor: Anchor) -> _When | None:
    """ "Thursday", "next Thursday", "Thursday, Nov. 10": the date wins over the day's name."""
    first = at + 1 if word(tokens, at) in ("next", "last", "this") else at
    if not _is_weekday(tokens, first):
        return None
    number = WEEKDAYS[word(tokens, first)]
    end = _after_stop(tokens, first + 1)
    comma = end + 1 if word(tokens, end) == "," else end
    dated = _day_of_month(tokens, comma, anchor)
    if dated is not None:
        return dated
    if anchor.published and word(tokens, at) in ("next", "last"):
        return _When(_beside(anchor.published, number, word(tokens, at)).isoformat(), end)
    return _When(f"XXXX-WXX-{number}", end)


def _beside(published: date, number: int, side: str) -> date:
    """ "next Thursday" is the first one after the day of publication, "last Thursday" the last before it."""
    step = timedelta(days=1 if side == "next" else -1)
    found = published + step
    while found.isoweekday() != number:
        found += step
    return found


def _is_weekday(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].lower not in WEEKDAYS or not tokens[at].text[0].isupper():
        return False
    short = len(tokens[at].text) <= 4
    return not short or word(tokens, at + 1) in (".", ",") or word(tokens, at + 1) in MONTHS


def _after_stop(tokens: Sequence[Token], at: int) -> int:
    stopped = word(tokens, at) == "." and tokens[at].glued and len(tokens[at - 1].text) <= 5
    return at + 1 if stopped and at + 1 < len(tokens) else at


def _day_of_month(tokens: Sequence[Token], at: int, anchor: Anchor) -> _When | None:
    return _month_first(tokens, at, anchor) or _day_first(tokens, at, anchor) or _numeric(tokens, at, anchor)


def _month_first(tokens: Sequence[Token], at: int, _: Anchor) -> _When | None:
    """ "July 2", "July 2nd, 2013", "Aug. 17,1913"."""
    if not _is_month(tokens, at):
        return None
    month, end = MONTHS[word(tokens, at)], _after_stop(tokens, at + 1)
    number = _day_number(tokens, end)
    if number is None:
        return None
    end = _ordinal_end(tokens, end + 1)
    year, after = _following_year(tokens, end)
    return _When(f"{year or 'XXXX'}-{month:02d}-{number:02d}", after)


def _day_first(tokens: Sequence[Token], at: int, _: Anchor) -> _When | None:
    """ "2 July 2013", "24th of February", "the 24 February invasion"."""
    number = _day_number(tokens, at)
    if number is None:
        return None
    end = _ordinal_end(tokens, at + 1)
    end = end + 1 if word(tokens, end) == "of" else end
    if not _is_month(tokens, end):
        return None
    month, end = MONTHS[word(tokens, end)], _after_stop(tokens, end + 1)
    year, after = _following_year(tokens, end)
    return _When(f"{year or 'XXXX'}-{month:02d}-{number:02d}", after)


def _numeric(tokens: Sequence[Token], at: int, _: Anchor) -> _When | None:
    """ "2022-02-04", and "12/25/2010" or "25/12/2010" where only one reading is a date."""
    parts = [word(tokens, at + k) for k in range(5)]
    if not (parts[0].isdigit() and parts[2].isdigit() and parts[4].isdigit()) or parts[1] != parts[3]:
        return None
    if parts[1] == "-" and len(parts[0]) == 4:
        found = calendar.day(int(parts[0]), int(parts[2]), int(parts[4]))
    elif parts[1] == "/" and len(parts[4]) == 4 and max(len(parts[0]), len(parts[2])) <= 2:
        found = _one_reading(int(parts[0]), int(parts[2]), int(parts[4]))
    else:
        return None
    return _When(found.isoformat(), at + 5) if found else None


def _one_reading(first: int, second: int, year: int) -> date | None:
    readings = {d for d in (calendar.day(year, first, second), calendar.day(year, second, first)) if d}
    return readings.pop() if len(readings) == 1 else None


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in MONTHS and tokens[at].text[0].isupper()


def _day_number(tokens: Sequence[Token], at: int) -> int | None:
    if at < len(tokens) and tokens[at].text.isdigit() and len(tokens[at].text) <= 2 and 1 <= int(tokens[at].text) <= 31:
        return int(tokens[at].text)
    return None


def _ordinal_end(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if word(tokens, at) in _ORDINAL and tokens[at].glued else at


def _following_year(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    after = at + 1 if word(tokens, at) == "," else at
    if _is_year(tokens, after) and not _counts_something(tokens, after):
        return tokens[after].text, after + 1
    return None, at


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and bool(_YEAR.match(tokens[at].text)) and word(tokens, at + 1) not in ("%", "°")


def _month(tokens: Sequence[Token], at: int, anchor: Anchor) -> _When | None:
    """ "September 2009", "in July", "April last year", "last October", "mid-February"."""
    if not _is_month(tokens, at):
        return None
    month, end = MONTHS[word(tokens, at)], _after_stop(tokens, at + 1)
    year, after = _following_year(tokens, end)
    if year:
        return _When(f"{year}-{month:02d}", after)
    if word(tokens, end) in ("last", "this", "next") and word(tokens, end + 1) == "year":
        known = _year_beside(anchor.published, word(tokens, end))
        return _When(f"{known}-{month:02d}", end + 2)
    before = word(tokens, at - 1)
    clear = len(tokens[at].text) > 5 or (len(tokens[at].text) > 3 and tokens[at].lower != "march")
    if before not in _BEFORE_MONTH and (not clear or tokens[at].lower in _AMBIGUOUS_MONTHS):
        return None
    if anchor.published and before in ("last", "next"):
        return _When(_month_beside(anchor.published, month, before), end)
    return _When(f"XXXX-{month:02d}", end)


def _year_beside(published: date | None, side: str) -> str:
    if published is None:
        return "XXXX"
    return f"{published.year + {'last': -1, 'this': 0, 'next': 1}[side]:04d}"


def _month_beside(published: date, month: int, side: str) -> str:
    behind = month < published.month if side == "last" else month <= published.month
    year = published.year - (0 if behind else 1) if side == "last" else published.year + (1 if behind else 0)
    return f"{year:04d}-{month:02d}"


def _years(tokens: Sequence[Token], at: int, _: Anchor) -> _When | None:
    """A year, a season or span of years ("2004-05", "1983-2005"), a decade ("the 1990s", "mid-1990s")."""
    if not _is_year(tokens, at) or (at and tokens[at].glued and tokens[at - 1].kind != "sign"):
        return None
    text = tokens[at].text
    if at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].lower in ("s", "'s", "’s"):
        return _When(f"{text[:3]}X", at + 2) if text.endswith("0") and tokens[at + 1].lower == "s" else None
    if word(tokens, at + 1) in ("-", "–", "/") and tokens[at + 1].glued:
        return _year_span(tokens, at)
    return None if _counts_something(tokens, at) else _When(text, at + 1)


def _year_span(tokens: Sequence[Token], at: int) -> _When | None:
    second = word(tokens, at + 2)
    if not second.isdigit() or not tokens[at + 2].glued:
        return None if tokens[at + 1].text != "–" else _When(tokens[at].text, at + 1)
    if len(second) == 4 and _is_year(tokens, at + 2):
        return _When(f"{tokens[at].text}/{second}", at + 3)
    if len(second) == 2 and int(second) == (int(tokens[at].text) + 1) % 100:
        return _When(f"{tokens[at].text}/{tokens[at].text[:2]}{second}", at + 3)
    return None


_NOT_YEARS = {"more", "over", "about", "some", "nearly", "almost", "roughly", "least", "approximately", "than", "only"}
_COUNTED = {"people", "men", "women", "children", "troops", "police", "personnel", "feet", "percent", "x", "by"}
_AFTER_YEAR = {"was", "is", "has", "as", "were", "games", "elections", "olympics", "analysis", "crisis", "his"}
_AFTER_YEAR |= {"this", "its", "times", "census", "us", "is", "attacks", "riots", "campaigns", "loss", "congress"}


def _counts_something(tokens: Sequence[Token], at: int) -> bool:
    """Whether "2000" counts ("2000 people", "about 2000") rather than names a year."""
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if before in _NOT_YEARS or after in _COUNTED or before in ("$", "£", "€", "#", "no"):
        return True
    in_year = before in ("in", "since", "the", "of", "by", "until", "during", "early", "late", "mid", "from", "(", ",")
    plural = after.endswith("s") and len(after) > 3 and after not in _AFTER_YEAR and tokens[at + 1].text.islower()
    return plural and not in_year


def _half_or_quarter(tokens: Sequence[Token], at: int, anchor: Anchor) -> _When | None:
    """ "second half of 2010", "first quarter of 2009", "Q3 2021", "end of this year"."""
    first, part = word(tokens, at), word(tokens, at + 1)
    if part in ("half", "quarter") and word(tokens, at + 2) == "of" and (first in _QUARTERS or first in _HALVES):
        year, end = _named_year(tokens, at + 3, anchor)
        if year is None:
            return None
        low, high = _HALVES.get(first, ("01", "06")) if part == "half" else _quarter(_QUARTERS.get(first, 1))
        return _When(f"{year}-{low}/{year}-{high}", end)
    if first in ("q",) and part in ("1", "2", "3", "4") and tokens[at + 1].glued and _is_year(tokens, at + 2):
        low, high = _quarter(int(part))
        return _When(f"{word(tokens, at + 2)}-{low}/{word(tokens, at + 2)}-{high}", at + 3)
    return None


def _quarter(number: int) -> tuple[str, str]:
    return f"{3 * number - 2:02d}", f"{3 * number:02d}"


def _named_year(tokens: Sequence[Token], at: int, anchor: Anchor) -> tuple[str | None, int]:
    if _is_year(tokens, at):
        return tokens[at].text, at + 1
    side = "this" if word(tokens, at) in ("the", "this") else word(tokens, at)
    if anchor.published and side in ("this", "next", "last") and word(tokens, at + 1) == "year":
        return _year_beside(anchor.published, side), at + 2
    return None, at


_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _relative(tokens: Sequence[Token], at: int, anchor: Anchor) -> _When | None:
    """ "yesterday", "next week", "last month", "this year", "a day later": only from a known day."""
    if anchor.published is None:
        return None
    text, after = word(tokens, at), word(tokens, at + 1)
    if text in _SHIFTS and not _is_possessive_today(tokens, at):
        return _When((anchor.published + timedelta(days=_SHIFTS[text])).isoformat(), at + 1)
    if text in ("last", "next") and after in ("week", "month", "year"):
        return _When(_period_beside(anchor.published, after, 1 if text == "next" else -1), at + 2)
    if text == "a" and after == "day" and word(tokens, at + 2) in ("later", "earlier") and anchor.last:
        step = 1 if word(tokens, at + 2) == "later" else -1
        return _When((anchor.last + timedelta(days=step)).isoformat(), at + 3)
    return None


def _is_possessive_today(tokens: Sequence[Token], at: int) -> bool:
    """ "USA Today", "today's world": the paper and the adjective are no dates."""
    return tokens[at].text[0].isupper() and at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].text.isupper()


def _period_beside(published: date, unit: str, step: int) -> str:
    if unit == "week":
        return calendar.iso_week(published + timedelta(weeks=step))
    if unit == "month":
        return calendar.shift_months(published, step)
    return f"{published.year + step:04d}"


_GRAMMARS: tuple[Callable[[Sequence[Token], int, Anchor], _When | None], ...] = (
    _weekday,
    _month_first,
    _day_first,
    _numeric,
    _month,
    _half_or_quarter,
    _years,
    _relative,
)

TRIGGERS = frozenset({*_SHIFTS, *_HALVES, *_QUARTERS, "q", "last", "next", "this", "a"})
"""The words besides months and weekdays that a date can start with."""
