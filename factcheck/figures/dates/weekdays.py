"""Weekdays: "Thursday", "next Thursday", "Thursday, Nov. 10", "Monday the 27th", "Tuesday of last week"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.figures.dates import calendar, figured, written
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS, WEEKDAYS
from factcheck.figures.scan import Token, is_glued, word

WEEKS = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
"""Which week a word before "week" or a weekday means, counted from the week of publication."""

_NEAREST = {"past": -1, "coming": 1, "upcoming": 1}
_CLEAR = ("tue", "tues", "thu", "thur", "thurs", "fri")
_LINKS = (",", "(", "-", "the")
_BEFORE_DAY = ("on", "by", "until", "till", "from", "since", "before", "after", "to")
_AFTER_DAY = ("at", "in", "to", "and", "or", "for", "until", "when", "with", "after", "before", "around")

TRIGGERS = frozenset({*WEEKDAYS, *WEEKS, *_NEAREST})


def weekday(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The weekday at token `at`, with the words before and behind it that say which one."""
    first = at
    while word(tokens, first) in WEEKS or word(tokens, first) in _NEAREST:
        first += 1
    if first - at > 2 or not is_weekday(tokens, first):
        return None
    number, end = WEEKDAYS[word(tokens, first)], written.after_stop(tokens, first + 1)
    if when := _dated(tokens, end, anchor) or _numbered(tokens, end, number, anchor):
        return when
    if when := _of_week(tokens, end, number, anchor):
        return when
    side = word(tokens, first - 1) if first > at else ""
    return When(_beside(anchor.published, number, side), end)


def is_weekday(tokens: Sequence[Token], at: int) -> bool:
    """Whether a weekday stands at token `at`; a short form needs its full stop, a date or a time behind it."""
    if at >= len(tokens) or tokens[at].lower not in WEEKDAYS:
        return False
    if len(tokens[at].text) > 5:
        return True
    after = word(tokens, at + 1)
    dated = after[:1].isdecimal() or after in (".", ",", "the", "at") or after in MONTHS
    clear = dated or tokens[at].lower in _CLEAR
    return (clear and tokens[at].text[0].isupper()) or word(tokens, at) == "tues"


def _dated(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The date behind a weekday, which wins over the weekday's name: "Thursday, Nov. 10"."""
    at = at + 1 if word(tokens, at) in _LINKS else at
    if at >= len(tokens):
        return None
    found = written.month_first(tokens, at, anchor) or written.day_first(tokens, at, anchor)
    return found or figured.figured(tokens, at, anchor)


def _numbered(tokens: Sequence[Token], at: int, number: int, anchor: Anchor) -> When | None:
    """ "Monday the 27th", "Mon 13th", "Sunday 31": the day of the month that falls on the weekday."""
    start = at + 1 if word(tokens, at) == "the" else at
    found = written.day_number(tokens, start)
    if found is None or (found[1] == start + 1 == at + 1 and not _ends(tokens, found[1])):
        return None
    near = calendar.nearest_numbered(anchor.published, found[0], number) if anchor.published else None
    return When(near.isoformat() if near else f"XXXX-XX-{found[0]:02d}", found[1])


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in ".,;!?)" or word(tokens, at) in _AFTER_DAY


def numbered(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "on the 18th", where nothing is ranked: the nearest such day to the publication."""
    if anchor.published is None:
        return None
    start = at + 1 if word(tokens, at) == "the" else at
    found = written.day_number(tokens, start)
    suffixed = found is not None and (found[1] > start + 1 or tokens[start].kind == "word")
    if found is None or not suffixed or word(tokens, at - 1) not in _BEFORE_DAY or not _ends(tokens, found[1]):
        return None
    if start == at and tokens[start].kind == "word":
        return None
    near = calendar.nearest_numbered(anchor.published, found[0], None)
    return When(near.isoformat(), found[1]) if near else None


def _of_week(tokens: Sequence[Token], at: int, number: int, anchor: Anchor) -> When | None:
    """ "Monday of the following week", "Tuesday of last week"."""
    if word(tokens, at) != "of" or anchor.published is None:
        return None
    side = at + 2 if word(tokens, at + 1) == "the" else at + 1
    if word(tokens, side) not in WEEKS or word(tokens, side + 1) != "week":
        return None
    return When(in_week(anchor.published, WEEKS[word(tokens, side)], number).isoformat(), side + 2)


def in_week(published: date, weeks: int, number: int) -> date:
    """The weekday of the week that is `weeks` after that of publication."""
    return published + timedelta(days=7 * weeks + number - published.isoweekday())


def behind_week(tokens: Sequence[Token], at: int, weeks: int, anchor: Anchor) -> When | None:
    """ "Mon" of "next week Mon", "next week on Tuesday"; `at` is behind "week"."""
    first = at + 1 if word(tokens, at) in ("on", "-", ",") else at
    bare = first < len(tokens) and tokens[first].lower in WEEKDAYS
    if anchor.published is None or not bare or is_glued(tokens, first):
        return None
    return When(in_week(anchor.published, weeks, WEEKDAYS[word(tokens, first)]).isoformat(), first + 1)


def _beside(published: date | None, number: int, side: str) -> str:
    """The weekday that "next" or "last" or "past" names; partial where the publication is not known."""
    partial = f"XXXX-WXX-{number}"
    if published is None or not side:
        return partial
    if side in WEEKS:
        return in_week(published, WEEKS[side], number).isoformat()
    step = timedelta(days=_NEAREST[side])
    found = published + step
    while found.isoweekday() != number:
        found += step
    return found.isoformat()
