"""How a figure grew: what was said of it, by the day on which it was said. The template draws it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from factcheck.model import Interval
from factcheck.reporting.picture import Said
from factcheck.reporting.scale import Scale, in_unit_of

_APART = 24
"""Percent of the width between two values that are both written out."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was said on one day: `x` and `y` in percent (0 at the top), the value as written where it has room."""

    x: str
    y: str
    when: str
    value: str
    who: str
    label: str
    anchor: str


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
    return Point(x, y, when.isoformat(), voices[0].value, who, "", "middle")


def _labelled(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with the values of the first, the last and of those between that have room written out."""
    shown = [points[-1], points[0]]
    for point in points[1:-1]:
        if all(abs(float(point.x) - float(other.x)) >= _APART for other in shown):
            shown.append(point)
    return tuple(_with_label(point, point in shown) for point in points)


def _with_label(point: Point, shown: bool) -> Point:
    anchor = "start" if float(point.x) < 20 else "end" if float(point.x) > 80 else "middle"
    label = point.value if shown else ""
    return Point(point.x, point.y, point.when, point.value, point.who, label, anchor)
