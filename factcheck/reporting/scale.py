"""A scale from the lowest to the highest of some values: where each stands on it, and which values are written out."""

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
_SIZES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of the scale that is written out; `x` in percent."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch between two values, with room around the values that it was made for."""

    low: Decimal
    high: Decimal

    @classmethod
    def around(cls, values: Sequence[Interval]) -> Scale:
        """The scale of at least one interval with an end; it goes below zero only where a value does."""
        ends = [end for v in values for end in (v.low, v.high) if end is not None]
        low, high = min(ends), max(ends)
        margin = (high - low or abs(high) or Decimal(1)) * _MARGIN
        return cls(low - margin if low < 0 else max(Decimal(0), low - margin), high + margin)

    def x(self, value: Decimal) -> str:
        """Percent of the way from the low end, to two places."""
        return f"{(value - self.low) / (self.high - self.low) * 100:.2f}"

    def ticks(self, kind: str, *, whole: bool) -> tuple[Tick, ...]:
        """Round values of the scale; nothing between them where only whole ones are meant ("11.5 people")."""
        if kind == "date" and self.high - self.low >= _YEARS:
            return self._years()
        step = _step((self.high - self.low) / _TICKS, whole=kind in ("date", "time") or (whole and kind == "count"))
        multiples = range(ceil(self.low / step), floor(self.high / step) + 1)
        return tuple(Tick(self.x(n * step), written(n * step, kind)) for n in multiples)

    def _years(self) -> tuple[Tick, ...]:
        """The first days of years, each with its year alone."""
        first, last = (date.fromordinal(min(max(1, int(day)), _LAST_DAY)).year for day in (self.low, self.high))
        step = int(_step(Decimal(last - first) / _TICKS, whole=True))
        starts = [(year, date(year, 1, 1).toordinal()) for year in range(first, last + 1) if year % step == 0]
        return tuple(Tick(self.x(Decimal(day)), str(year)) for year, day in starts if self.low <= day <= self.high)


def in_unit_of(first: Figure, other: Figure) -> Interval | None:
    """The value of `other` as written, in the unit of `first`; None where no scale fits them both.

    Open where its bound opens it: "more than 5" goes on from 5. None too for a vague word.
    """
    value, source, target = _stated(other), other.amount.unit, first.amount.unit
    if first.kind != other.kind and {first.kind, other.kind} & {"date", "time"}:
        return None
    if value.low is None and value.high is None:
        return None
    if source == target or first.kind == other.kind == "count":
        return value
    low, high = (None if end is None else units.convert(end, source, target) for end in (value.low, value.high))
    return None if low is None and high is None else Interval(low, high)


def whole(values: Sequence[Interval]) -> bool:
    """Whether every end of the intervals is a whole number."""
    return all(end == end.to_integral_value() for v in values for end in (v.low, v.high) if end is not None)


def written(value: Decimal, kind: str) -> str:
    """A value of a scale as its tick says it: "1.2 billion", "2021-05-03", "14:30"."""
    if kind == "date":
        return date.fromordinal(min(max(1, int(value)), _LAST_DAY)).isoformat()
    if kind == "time":
        return f"{int(value) // 60:02}:{int(value) % 60:02}"
    for size, word in _SIZES:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _stated(figure: Figure) -> Interval:
    value, bound = figure.amount.value, figure.amount.bound
    return Interval(
        None if bound == "at_most" else value.low,
        None if bound == "at_least" else value.high,
    )


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20 … that is not under `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= least)
    return max(step, Decimal(1)) if whole else step


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
