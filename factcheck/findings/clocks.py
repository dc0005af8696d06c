"""One time on the clocks of two zones: "8 a.m. EST (1400 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page, each
from factcheck.findings.written import WEEKDAY
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Figure, Span

_DAY = 24 * 60
_QUARTER = 15
"""Minutes: no two zones differ by less, or by a time that it does not divide."""

_PLACE = rf"(?:\s+(?:local(?:\s+time)?|time|hours|hrs|[ap]\.?m\.?|on|in|{WEEKDAY}|the|[A-Z][\w.’'-]*))*"
_SOMEWHERE = re.compile(r"\s+(?:in\s+(?:the\s+)?[A-Z]|(?:[A-Z][\w.’'-]*\s+)+time\b)")
_TO_BRACKET = re.compile(rf"{_PLACE}\s*\(\s*")
_TO_STROKE = re.compile(r"\s*/\s*")
_CLOSES = re.compile(rf"{_PLACE}(?:,?\s+(?:the\s+)?(?:same|next|previous|following)\s+day|\s+the\s+day\s+before)?\s*\)")


def zones(page: Page) -> Iterator[Fault]:
    """Pairs of clock times, the second in brackets or behind a stroke, that are not one moment."""
    for first, second in pairwise(f for f in page.figures if f.kind == "time"):
        if _beside(page, first, second) and (reason := _apart(first, second)):
            yield Fault(each((first, second)), second, _pair(page, first, second), (reason,))


def _pair(page: Page, first: Figure, second: Figure) -> str:
    """Both times as written, up to the end of a bracket."""
    text, end = page.document.text, second.extent.end
    closed = text.find(")", end) + 1 if "(" in text[first.span.start : end] else end
    return one_line(text[first.span.start : closed])


def _beside(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the second time tells the first again."""
    text = page.document.text
    if not first.amount.bound == second.amount.bound == "exact" or _rough(text, first):
        return False
    start, end = first.extent.end, second.span.start
    if _TO_BRACKET.fullmatch(text, start, end):
        told = _elsewhere(text, first) or second.amount.zone not in (None, "local")
        alone = _CLOSES.match(text, second.extent.end) is not None and page.at(Span(start, end)) == ()
        return told and alone and _elsewhere(text, second)
    return bool(first.amount.zone and second.amount.zone) and _TO_STROKE.fullmatch(text, start, end) is not None


def _elsewhere(text: str, figure: Figure) -> bool:
    """Whether it is said where the clock shows the time: by a zone, a place, or "local"."""
    return figure.amount.zone is not None or _SOMEWHERE.match(text, figure.extent.end) is not None


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
    known = _known(first.amount.zone, second.amount.zone)
    if known:
        return "" if apart in known else _told(first, second, known[0], apart)
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
def _known(ours: str | None, theirs: str | None) -> tuple[int, ...]:
    """How many minutes, around the clock, the first zone may be ahead of the second; none where one is not known."""
    seasons = lexicon("calendar")["seasons"]
    if ours in seasons and theirs in seasons:
        pairs = list(zip(_offsets(ours), _offsets(theirs), strict=True))
    else:
        pairs = [(a, b) for a in _offsets(ours) for b in _offsets(theirs)]
    return tuple(int((a - b) * 60) % _DAY for a, b in pairs)


def _offsets(zone: str | None) -> tuple[Decimal, ...]:
    """The hours that a zone's name may be ahead of universal time; none for a name that is not known."""
    known, words = lexicon("zones"), lexicon("calendar")
    hours = words["seasons"].get(zone) or words["shared"].get(zone) or ([known[zone]] if zone in known else [])
    return tuple(Decimal(str(hour)) for hour in hours)
