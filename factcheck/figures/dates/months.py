"""Months, halves and quarters: "September 2009", "last October", "Q3 2021", "second half of this year"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.figures.dates import years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.dates.written import after_stop, is_month
from factcheck.figures.scan import Token, is_glued, word

_AMBIGUOUS = {"may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "jan", "oct", "nov", "jun", "jul"}
_BEFORE = {"in", "since", "last", "next", "late", "early", "mid", "until", "till", "by", "of", "from", "this", "every"}
_BEFORE |= {"through", "during", "before", "after", "end", "to", "between", "around", "for", "-", "and", "previous"}
_HALVES = {"first": ("01", "06"), "second": ("07", "12"), "latter": ("07", "12")}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_SIDES = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1}

TRIGGERS = frozenset({*_HALVES, *_QUARTERS, "q"})


def month(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "September 2009", "in July", "April last year", "last October", "mid-February"."""
    if not is_month(tokens, at) or not tokens[at].text[0].isupper():
        return None
    number, end = MONTHS[word(tokens, at)], after_stop(tokens, at + 1)
    year, after = years.year_after(tokens, end, None)
    if year and word(tokens, end) != "in":
        return When(f"{year}-{number:02d}", after)
    if word(tokens, end) in ("last", "this", "next") and word(tokens, end + 1) == "year":
        return When(f"{_year_beside(anchor.published, word(tokens, end))}-{number:02d}", end + 2)
    before = word(tokens, at - 1)
    if before not in _BEFORE and not _clear(tokens[at]):
        return None
    if anchor.published and before in ("last", "next"):
        return When(_month_beside(anchor.published, number, before), end)
    return When(f"XXXX-{number:02d}", end)


def _clear(token: Token) -> bool:
    """Whether the word is a month wherever it stands: "July", not "May" or "Mar"."""
    return len(token.text) > 3 and token.lower not in _AMBIGUOUS


def _year_beside(published: date | None, side: str) -> str:
    return f"{published.year + _SIDES[side]:04d}" if published else "XXXX"


def _month_beside(published: date, number: int, side: str) -> str:
    """The last or next such month: this year's where it has not come, or is over."""
    if side == "last":
        return f"{published.year - (0 if number < published.month else 1):04d}-{number:02d}"
    return f"{published.year + (1 if number <= published.month else 0):04d}-{number:02d}"


def half_or_quarter(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "second half of 2010", "first quarter of this year", "fourth-quarter 2009", "Q3 2021"."""
    first = word(tokens, at)
    part_at = at + 2 if word(tokens, at + 1) == "-" else at + 1
    part = word(tokens, part_at)
    if (
        first == "q"
        and part in ("1", "2", "3", "4")
        and is_glued(tokens, part_at)
        and years.is_year(tokens, part_at + 1)
    ):
        return _spanned(word(tokens, part_at + 1), *_quarter(int(part)), part_at + 2)
    if part not in ("half", "quarter") or first not in _QUARTERS | _HALVES:
        return None
    of = word(tokens, part_at + 1) == "of"
    year, end = _named_year(tokens, part_at + (2 if of else 1), anchor)
    if year is None:
        return None
    low, high = _HALVES.get(first, ("01", "06")) if part == "half" else _quarter(_QUARTERS.get(first, 1))
    return _spanned(year, low, high, end)


def _spanned(year: str, low: str, high: str, end: int) -> When:
    return When(f"{year}-{low}/{year}-{high}", end)


def _quarter(number: int) -> tuple[str, str]:
    return f"{3 * number - 2:02d}", f"{3 * number:02d}"


def _named_year(tokens: Sequence[Token], at: int, anchor: Anchor) -> tuple[str | None, int]:
    if years.is_year(tokens, at):
        return tokens[at].text, at + 1
    side = word(tokens, at)
    if anchor.published and side in _SIDES and word(tokens, at + 1) == "year":
        return _year_beside(anchor.published, side), at + 2
    return None, at
