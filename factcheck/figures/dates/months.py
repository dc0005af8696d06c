"""Months: "September 2009", "last October", "mid-February"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.figures.dates import years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.dates.quarters import year_beside
from factcheck.figures.dates.written import after_stop, is_month
from factcheck.figures.scan import Token, word

_AMBIGUOUS = {"may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "jan", "oct", "nov", "jun", "jul"}
_BEFORE = {"in", "since", "last", "next", "late", "early", "mid", "until", "till", "by", "of", "from", "this", "every"}
_BEFORE |= {"through", "during", "before", "after", "end", "to", "between", "around", "for", "-", "and", "previous"}


def month(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "September 2009", "in July", "April last year", "last October", "mid-February"."""
    if not is_month(tokens, at) or not tokens[at].text[0].isupper():
        return None
    number, end = MONTHS[word(tokens, at)], after_stop(tokens, at + 1)
    year, after = years.year_after(tokens, end, None)
    if year and word(tokens, end) != "in":
        return When(f"{year}-{number:02d}", after)
    if word(tokens, end) in ("last", "this", "next") and word(tokens, end + 1) == "year":
        return When(f"{year_beside(anchor.published, word(tokens, end))}-{number:02d}", end + 2)
    before = word(tokens, at - 1)
    if before not in _BEFORE and not _clear(tokens[at]):
        return None
    if anchor.published and before in ("last", "next"):
        return When(_month_beside(anchor.published, number, before), end)
    return When(f"XXXX-{number:02d}", end)


def _clear(token: Token) -> bool:
    """Whether the word is a month wherever it stands: "July", not "May" or "Mar"."""
    return len(token.text) > 3 and token.lower not in _AMBIGUOUS


def _month_beside(published: date, number: int, side: str) -> str:
    """The last or next such month: this year's where it has not come, or is over."""
    if side == "last":
        return f"{published.year - (0 if number < published.month else 1):04d}-{number:02d}"
    return f"{published.year + (1 if number <= published.month else 0):04d}-{number:02d}"
