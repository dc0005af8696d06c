"""The sides of a finding on one scale: positions in percent of the width, drawn by the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from factcheck import units
from factcheck.model import Figure, Interval

_MARGIN = Decimal("0.12")
"""Share of the values' spread that stays free on either side, so that an open end has room for its arrow."""

_TICKS = 4
_YEARS = 2 * 366
"""Days from which on a scale of dates counts years."""
_LAST_DAY = date.max.toordinal()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of the scale that is written out; `x` in percent."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """One side: a line from `start` to `end` where its value is an interval, and a dot for each end that it has.

    All in percent; `open_low` and `open_high` say that the line goes on beyond the scale.
    """

    start: str
    end: str
    dots: tuple[str, ...]
    open_low: bool
    open_high: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A scale and one stroke per side, in the order of the sides; `unit` where the sides state different ones."""

    ticks: tuple[Tick, ...]
    unit: str
    strokes: tuple[Stroke, ...]


def picture(sides: Sequence[Figure]) -> Picture | None:
    """One figure per side on one scale; None where fewer than two, or where no scale fits them all.

    No scale fits values of different dimensions, vague words and dates of unknown year.
    """
    values = [_in_unit_of(sides[0], side) for side in sides]
    drawable = [v for v in values if v is not None and (v.low is not None or v.high is not None)]
    if len(sides) < 2 or len(drawable) < len(sides):
        return None
    scale = _Scale.around(drawable)
    whole = all(end == end.to_integral_value() for v in drawable for end in (v.low, v.high) if end is not None)
    return Picture(_ticks(scale, sides[0].kind, whole=whole), _unit(sides), tuple(_stroke(scale, v) for v in drawable))


def _unit(sides: Sequence[Figure]) -> str:
    converted = sides[0].kind != "count" and len({side.amount.unit for side in sides}) > 1
    return units.words_for(sides[0].amount.unit, plural=True) if converted else ""


def _in_unit_of(first: Figure, other: Figure) -> Interval | None:
    value, source, target = _stated(other), other.amount.unit, first.amount.unit
    if first.kind != other.kind and {first.kind, other.kind} & {"date", "time"}:
        return None
    if source == target or first.kind == other.kind == "count":
        return value
    low, high = (None if end is None else units.convert(end, source, target) for end in (value.low, value.high))
    return Interval(low, high)


def _stated(figure: Figure) -> Interval:
    """The value as written, open where its bound opens it: "more than 5" is drawn from 5 on."""
    value, bound = figure.amount.value, figure.amount.bound
    return Interval(
        None if bound == "at_most" else value.low,
        None if bound == "at_least" else value.high,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal

    @classmethod
    def around(cls, values: Sequence[Interval]) -> _Scale:
        ends = [end for v in values for end in (v.low, v.high) if end is not None]
        low, high = min(ends), max(ends)
        margin = (high - low or abs(high) or Decimal(1)) * _MARGIN
        return cls(low - margin if low < 0 else max(Decimal(0), low - margin), high + margin)

    def x(self, value: Decimal) -> str:
        """Percent of the width, to two places."""
        return f"{(value - self.low) / (self.high - self.low) * 100:.2f}"


def _stroke(scale: _Scale, value: Interval) -> Stroke:
    start = scale.x(scale.low if value.low is None else value.low)
    end = scale.x(scale.high if value.high is None else value.high)
    dots = tuple(dict.fromkeys(scale.x(v) for v in (value.low, value.high) if v is not None))
    return Stroke(start, end, dots, value.low is None, value.high is None, _anchor(float(dots[0])))


def _anchor(x: float) -> str:
    """Which end of a label stands at `x`, so that it stays inside the picture."""
    return "start" if x < 35 else "end" if x > 65 else "middle"


def _ticks(scale: _Scale, kind: str, *, whole: bool) -> tuple[Tick, ...]:
    """Round values of the scale; nothing between them where only whole ones are meant ("11.5 people")."""
    if kind == "date" and scale.high - scale.low >= _YEARS:
        return _years(scale)
    step = _step((scale.high - scale.low) / _TICKS, whole=kind in ("date", "time") or (whole and kind == "count"))
    multiples = range(ceil(scale.low / step), floor(scale.high / step) + 1)
    return tuple(Tick(scale.x(n * step), _written(n * step, kind)) for n in multiples)


def _years(scale: _Scale) -> tuple[Tick, ...]:
    """The first days of years, each with its year alone."""
    first, last = (date.fromordinal(min(max(1, int(day)), _LAST_DAY)).year for day in (scale.low, scale.high))
    step = int(_step(Decimal(last - first) / _TICKS, whole=True))
    starts = [(year, date(year, 1, 1).toordinal()) for year in range(first, last + 1) if year % step == 0]
    return tuple(Tick(scale.x(Decimal(day)), str(year)) for year, day in starts if scale.low <= day <= scale.high)


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20 … that is not under `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= least)
    return max(step, Decimal(1)) if whole else step


def _written(value: Decimal, kind: str) -> str:
    if kind == "date":
        return date.fromordinal(min(max(1, int(value)), _LAST_DAY)).isoformat()
    if kind == "time":
        return f"{int(value) // 60:02}:{int(value) % 60:02}"
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
