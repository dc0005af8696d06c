"""How a figure grew: what was said of it, by the day on which it was said. The template draws it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from factcheck.model import Interval
from factcheck.reporting.evidence import in_line
from factcheck.reporting.picture import Said
from factcheck.reporting.scale import Scale, in_unit_of

_APART = 24
"""Percent of the width that the days of two points lie apart to be both written out."""
_CHARACTER, _LINE, _BELOW = 2.6, 18, 32
"""Percent of a phone's width that a character takes, and of the height a line, and a label below its point."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was said on one day: `x` and `y` in percent (0 at the top).

    `label` is the value, or its number, where it has room; `dated` says that the day has.
    """

    x: str
    y: str
    when: str
    value: str
    number: str
    who: str
    label: str = ""
    dated: bool = False
    anchor: str = "middle"
    below: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the line: from one day to the next at the old value, then up or down to the new one."""

    x1: str
    x2: str
    y1: str
    y2: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days in their order; `first` and `last` are ISO dates."""

    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    first: str
    last: str
    told: str
    """The line in words, for whoever does not see it."""


def timeline(said: Sequence[Said]) -> Timeline | None:
    """The line through what most said on each day; None where fewer than two days have different values.

    Left out is what has no date, is a date itself, or is on no scale with the first.
    """
    days = _days(said)
    if len(days) < 2 or len({value for _, _, value in days}) < 2:
        return None
    values = Scale.around([Interval(v, v) for _, _, v in days])
    first, last = days[0][0].toordinal(), days[-1][0].toordinal()
    points: list[Point] = []
    for when, voices, value in days:
        x = Decimal(6) + Decimal(88) * (when.toordinal() - first) / (last - first)
        points.append(_point(f"{x:.2f}", f"{100 - Decimal(values.x(value)):.2f}", when, voices))
    return Timeline(
        _labelled(points),
        tuple(Step(a.x, b.x, a.y, b.y) for a, b in pairwise(points)),
        points[0].when,
        points[-1].when,
        "; ".join(f"{p.when}: {p.value} ({p.who})" for p in points),
    )


def _days(said: Sequence[Said]) -> list[tuple[date, list[Said], Decimal]]:
    """Each day's voices for the value that most of them give (the highest of equals), and that value."""
    by_day: dict[date, list[tuple[Said, Decimal]]] = {}
    for one in said:
        value = in_unit_of(said[0].figure, one.figure) if one.figure.kind not in ("date", "time") else None
        end = None if value is None else value.high if value.low is None else value.low
        if one.when and end is not None:
            by_day.setdefault(one.when, []).append((one, end))
    return [(day, *_most(by_day[day])) for day in sorted(by_day)]


def _most(said: Sequence[tuple[Said, Decimal]]) -> tuple[list[Said], Decimal]:
    tally = Counter(value for _, value in said)
    best = max(tally, key=lambda value: (tally[value], value))
    return [one for one, value in said if value == best], best


def _point(x: str, y: str, when: date, voices: Sequence[Said]) -> Point:
    who = ", ".join(dict.fromkeys(v.who for v in voices))
    return Point(x, y, when.isoformat(), voices[0].value, in_line(voices[0].figure.text), who)


def _labelled(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points, written out: the first, the last, and of those between where it changed that have room."""
    placed = [_placed(point, then) for point, then in zip(points, (*points[1:], None), strict=True)]
    shown = [replace(placed[n], label=placed[n].value, dated=True) for n in (0, -1)]
    for before, point in pairwise(placed[:-1]):
        named = replace(point, label=point.number, dated=all(_days_apart(point, p) for p in shown if p.dated))
        if point.y != before.y and not any(_collide(named, other) for other in shown):
            shown.append(named)
    by_day = {point.when: point for point in shown}
    return tuple(by_day.get(point.when, point) for point in placed)


def _placed(point: Point, then: Point | None) -> Point:
    """The point with the place of its label: above it, or below where a step close by goes up through that place."""
    anchor = "start" if float(point.x) < 20 else "end" if float(point.x) > 80 else "middle"
    climbs = then is not None and float(then.y) < float(point.y) and float(then.x) - float(point.x) < _APART
    return replace(point, anchor=anchor, below=climbs)


def _days_apart(a: Point, b: Point) -> bool:
    return abs(float(a.x) - float(b.x)) >= _APART


def _collide(a: Point, b: Point) -> bool:
    """Whether the labels of two points would touch on a phone."""
    (left, right), (start, end) = _extent(a), _extent(b)
    return left < end and start < right and abs(_height(a) - _height(b)) < _LINE


def _extent(point: Point) -> tuple[float, float]:
    width = _CHARACTER * len(point.label)
    left = float(point.x) - {"start": 0.0, "middle": width / 2, "end": width}[point.anchor]
    return left, left + width


def _height(point: Point) -> float:
    return float(point.y) + (_BELOW if point.below else 0)
