"""One time on the clocks of two zones: "8 a.m. EST (1400 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.findings.faults import Fault, Page, each, one_line
from factcheck.findings.written import WEEKDAY
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Figure, Span

_DAY = 24 * 60
_QUARTER = 15
"""Minutes: no two zones differ by less, or by a time that it does not divide."""

_PLACE = rf"(?:\s+(?:local(?:\s+time)?|time|on|in|{WEEKDAY}|the|[A-Z][\w.’'-]*))*"
_TO_BRACKET = re.compile(rf"{_PLACE}\s*\(\s*")
_TO_STROKE = re.compile(r"\s*/\s*")
_CLOSES = re.compile(rf"{_PLACE}(?:,?\s+(?:the\s+)?(?:same|next|previous|following)\s+day|\s+the\s+day\s+before)?\s*\)")


def zones(page: Page) -> Iterator[Fault]:
    """Pairs of clock times, the second in brackets or behind a stroke, that are not one moment."""
    for first, second in pairwise(f for f in page.figures if f.kind == "time"):
        if _beside(page, first, second) and (reason := _apart(first, second)):
            words = one_line(page.document.text[first.span.start : _end(second)])
            closed = f"{words})" if "(" in words else words
            yield Fault(each((first, second)), second, closed, (reason,))


def _end(figure: Figure) -> int:
    return max(figure.span.end, figure.unit_span.end if figure.unit_span else 0)


def _beside(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the second time tells the first again."""
    text = page.document.text
    if not first.amount.bound == second.amount.bound == "exact" or _rough(text, first):
        return False
    start, end = _end(first), second.span.start
    if _TO_BRACKET.fullmatch(text, start, end):
        return _CLOSES.match(text, _end(second)) is not None and page.at(Span(start, end)) == ()
    return bool(first.amount.zone and second.amount.zone) and _TO_STROKE.fullmatch(text, start, end) is not None


def _rough(text: str, figure: Figure) -> bool:
    """Whether the time is told roughly or closes a span: "shortly after 8 a.m.", "7 to 8 a.m."."""
    before = re.findall(r"[a-z]+|[-–—]", text[max(0, figure.span.start - 20) : figure.span.start].lower())[-2:]
    last = before[-1] if before else ""
    return last in ("to", "-", "–", "—", "or") or not wordlist("calendar", "rough").isdisjoint(before)


def _apart(first: Figure, second: Figure) -> str:
    """Why the two are not one moment; "" where they can be."""
    if first.amount.value.low is None or second.amount.value.low is None:
        return ""
    apart = int(first.amount.value.low - second.amount.value.low) % _DAY
    ours, theirs = _offsets(first.amount.zone), _offsets(second.amount.zone)
    if ours and theirs:
        known = {int((a - b) * 60) % _DAY for a in ours for b in theirs}
        return "" if apart in known else _told(first, second, int((ours[0] - theirs[0]) * 60) % _DAY, apart)
    if apart % _QUARTER:
        return f"the clocks are {_hours(_near(apart))} apart, and those of two zones differ by hours and quarters"
    return ""


def _told(first: Figure, second: Figure, known: int, apart: int) -> str:
    zones_ = f"{first.amount.zone} and {second.amount.zone}"
    return f"{zones_} are {_hours(_near(known))} apart, the two times {_hours(_near(apart))}"


def _near(minutes: int) -> int:
    """The shorter way around the clock."""
    return min(minutes, _DAY - minutes)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{n} {noun if n == 1 else noun + 's'}" for n, noun in ((hours, "hour"), (rest, "minute")) if n]
    return " ".join(parts) or "0 hours"


@cache
def _offsets(zone: str | None) -> tuple[Decimal, ...]:
    """The hours that a zone's name may be ahead of universal time; none for a name that is not known."""
    shared = lexicon("calendar")["shared"]
    if zone in shared:
        return tuple(Decimal(str(hours)) for hours in shared[zone])
    known = lexicon("zones")
    return (Decimal(str(known[zone])),) if zone in known else ()
