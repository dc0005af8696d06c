"""Dates that count from the publication: "yesterday", "last night", "next week", "this year", "a day later"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.figures.dates import calendar, quarters
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.weekdays import WEEKS, behind_week
from factcheck.figures.scan import Token, word

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1}
_BESIDE = {("after", "tomorrow"): 2, ("before", "yesterday"): -2}
_PARTS = ("morning", "afternoon", "evening", "night")
_PERIODS = ("week", "month", "quarter", "year")

TRIGGERS = frozenset({*_DAYS, *WEEKS, "day"})
ARTICLES = ("a", "the")


def relative(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The date that the words from token `at` on name from the day of publication; None where that is unknown."""
    if anchor.published is None:
        return None
    return (
        _day(tokens, at, anchor.published) or _part_of_day(tokens, at, anchor.published) or _period(tokens, at, anchor)
    )


def _day(tokens: Sequence[Token], at: int, published: date) -> When | None:
    text = word(tokens, at)
    if text in _DAYS and not _is_paper(tokens, at):
        return When((published + timedelta(days=_DAYS[text])).isoformat(), at + 1)
    shift = _BESIDE.get((word(tokens, at + 1), word(tokens, at + 2))) if text == "day" else None
    return When((published + timedelta(days=shift)).isoformat(), at + 3) if shift else None


def _is_paper(tokens: Sequence[Token], at: int) -> bool:
    """ "USA Today" is a paper."""
    return tokens[at].text[0].isupper() and at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].text.isupper()


def _part_of_day(tokens: Sequence[Token], at: int, published: date) -> When | None:
    """ "this morning", "last night"."""
    side, part = word(tokens, at), word(tokens, at + 1)
    if part not in _PARTS or not (side == "this" or (side == "last" and part == "night")):
        return None
    return When((published - timedelta(days=side == "last")).isoformat(), at + 2)


def _period(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "last week", "this month", "next year", "next week on Tuesday"."""
    side, period = word(tokens, at), word(tokens, at + 1)
    if (
        side not in WEEKS
        or period not in _PERIODS
        or (period == "quarter" and quarters.of_game(tokens))
        or anchor.published is None
    ):
        return None
    if period == "week" and (when := behind_week(tokens, at + 2, WEEKS[side], anchor)):
        return when
    if side == "following":
        return None
    return When(_shifted(anchor.published, period, WEEKS[side]), at + 2)


def _shifted(published: date, period: str, step: int) -> str:
    if period == "week":
        return calendar.iso_week(published + timedelta(weeks=step))
    if period == "quarter":
        return quarters.quarter_beside(published, step)
    if period == "month":
        return calendar.shift_months(published, step)
    return f"{published.year + step:04d}"


def beside_last(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "a day later", "the next day", "the following day": from the day that the sentence named last."""
    if anchor.last is None or anchor.published is None:
        return None
    words = [word(tokens, at + k) for k in range(3)]
    step = {"a day later": 1, "a day earlier": -1, "the next day": 1, "the following day": 1}.get(" ".join(words))
    return When((anchor.last + timedelta(days=step)).isoformat(), at + 3) if step else None
