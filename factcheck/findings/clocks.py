"""One time on the clocks of two zones: "8 a.m. EST (1400 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.findings.faults import Fault, Page, each, end_of, one_line
from factcheck.findings.written import WEEKDAY
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Figure, Span

_DAY = 24 * 60
_QUARTER = 15
"""Minutes: no two zones differ by less, or by a time that it does not divide."""

_PLACE = rf"(?:\s+(?:local(?:\s+time)?|time|hours|hrs|[ap]\.?m\.?|on|in|{WEEKDAY}|the|[A-Z][\w.’'-]*))*"
_SOMEWHERE = re.compile(
    r"\s+(?:in\s+(?:the\s+)?(?P<city>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)|(?P<zone>(?:[A-Z][\w.’'-]*\s+)+)time\b)"
)
_TO_BRACKET = re.compile(rf"{_PLACE}\s*\(\s*")
_TO_SAME = re.compile(rf"{_PLACE}\s*(?:,|–|—)?\s*(?:or|which (?:is|was)|that is|i\.e\.)\s+")
_TO_STROKE = re.compile(r"\s*/\s*")
_CLOSES = re.compile(rf"{_PLACE}(?:,?\s+(?:the\s+)?(?:same|next|previous|following)\s+day|\s+the\s+day\s+before)?\s*\)")


def zones(page: Page) -> Iterator[Fault]:
    """Pairs of clock times, the second in brackets or behind a stroke, that are not one moment."""
    for first, second in pairwise(f for f in page.figures if f.kind == "time"):
        if _beside(page, first, second) and (reason := _apart(page.document.text, first, second)):
            yield Fault(each((first, second)), second, _pair(page, first, second), (reason,))


def _pair(page: Page, first: Figure, second: Figure) -> str:
    """Both times as written, up to the end of a bracket."""
    text, end = page.document.text, end_of(second)
    closed = text.find(")", end) + 1 if "(" in text[first.span.start : end] else end
    return one_line(text[first.span.start : closed])


def _beside(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the second time tells the first again."""
    text = page.document.text
    if not first.amount.bound == second.amount.bound == "exact" or _rough(text, first):
        return False
    start, end = end_of(first), second.span.start
    if _TO_BRACKET.fullmatch(text, start, end):
        told = _elsewhere(text, first) or second.amount.zone not in (None, "local")
        alone = _CLOSES.match(text, end_of(second)) is not None and page.at(Span(start, end)) == ()
        return told and alone and _elsewhere(text, second)
    if _TO_SAME.fullmatch(text, start, end):
        return bool(_place(text, first) and _place(text, second))
    return bool(first.amount.zone and second.amount.zone) and _TO_STROKE.fullmatch(text, start, end) is not None


def _elsewhere(text: str, figure: Figure) -> bool:
    """Whether it is said where the clock shows the time: by a zone, a place, or "local"."""
    return figure.amount.zone is not None or _SOMEWHERE.match(text, end_of(figure)) is not None


def _rough(text: str, figure: Figure) -> bool:
    """Whether the time is told roughly or closes a span: "shortly after 8 a.m.", "7 to 8 a.m."."""
    before = re.findall(r"[a-z]+|[-–—]", text[max(0, figure.span.start - 20) : figure.span.start].lower())[-2:]
    last = before[-1] if before else ""
    return last in ("to", "-", "–", "—", "or") or not wordlist("calendar", "rough").isdisjoint(before)


def _apart(text: str, first: Figure, second: Figure) -> str:
    """Why the two are not one moment; "" where they can be."""
    if first.amount.value.low is None or second.amount.value.low is None:
        return ""
    apart = int(first.amount.value.low - second.amount.value.low) % _DAY
    ours, theirs = _zone(text, first), _zone(text, second)
    if known := _known(ours, theirs):
        return "" if apart in known else _told(f"{ours} and {theirs}", known, apart)
    if apart % _QUARTER:
        return f"the clocks are {_hours(_near(apart))} apart, and those of two zones differ by hours and quarters"
    return ""


def _told(zones_: str, known: Sequence[int], apart: int) -> str:
    if _near(apart) in map(_near, known):
        return f"{zones_} are {_hours(_near(apart))} apart the other way round"
    return f"{zones_} are {_hours(_near(known[0]))} apart, the two times {_hours(_near(apart))}"


def _zone(text: str, figure: Figure) -> str | None:
    """The zone that the time is told in, or else the place whose clock shows it."""
    zone = figure.amount.zone
    return zone if zone and zone != "local" else _place(text, figure)


def _place(text: str, figure: Figure) -> str | None:
    """The known place behind a time ("in New York", "Paris time"); None where none stands there."""
    match = _SOMEWHERE.match(text, end_of(figure))
    words = (match["city"] or match["zone"]).split() if match else []
    names = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return next((name for name in names if name in _cities()), None)


@cache
def _cities() -> Mapping[str, tuple[Decimal, Decimal]]:
    """Places with the hours that their clocks are ahead of universal time in January and in July."""
    return {
        name.strip(): (Decimal(str(row["january"])), Decimal(str(row["july"])))
        for row in lexicon("cities")
        for name in row["places"].split(",")
    }


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
    if zone and zone in _cities():
        return _cities()[zone]
    known, words = lexicon("zones"), lexicon("calendar")
    hours = words["seasons"].get(zone) or words["shared"].get(zone) or ([known[zone]] if zone in known else [])
    return tuple(Decimal(str(hour)) for hour in hours)
