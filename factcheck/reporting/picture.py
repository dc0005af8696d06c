"""What each source of a finding says, on one scale: a row a source, those of one side together.

Positions are percent of the width and pixels of the height; the template draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck import units
from factcheck.model import Figure, Interval
from factcheck.reporting.scale import Scale, Tick, in_unit_of, whole

MOST_ROWS = 12
"""Rows that a picture has room for: where there are more sources, the sides are cut to equal parts of it."""

_HEAD, _ROW, _MORE, _GAP, _FOOT = 26, 36, 20, 16, 26
"""Heights in pixels: a side's value, a source, the line that counts the others, the space below, the ticks."""
_NAME = 20
"""Characters of a source's name that the column of names has room for on a phone."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure, by whom and when it was said, and how a report writes it."""

    figure: Figure
    who: str
    when: date | None
    value: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from `start` to `end` where a value is an interval, and a mark at each end that it has.

    All in percent; `open_low` and `open_high` say that the line goes on beyond the scale.
    """

    start: str
    end: str
    marks: tuple[str, ...]
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A source and what it says; `y` is the middle of the row in pixels."""

    who: str
    when: str | None
    draft: bool
    stroke: Stroke
    y: int


@dataclass(frozen=True, slots=True)
class Side:
    """The sources that support one value; `more` counts those without a row. `top` and `foot` in pixels."""

    value: str
    rows: tuple[Row, ...]
    more: int
    top: int
    foot: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A scale and the sides on it, in their order; `unit` where they state different ones, `height` in pixels."""

    ticks: tuple[Tick, ...]
    unit: str
    sides: tuple[Side, ...]
    height: int
    told: str
    """The picture in words, for whoever does not see it."""


def picture(sides: Sequence[tuple[str, Sequence[Said]]]) -> Picture | None:
    """Each side's value and who says it, on one scale; None under two sides, or where no scale fits them all.

    No scale fits values of different dimensions, vague words and dates of unknown year.
    """
    if len(sides) < 2 or not all(said for _, said in sides):
        return None
    first = sides[0][1][0].figure
    values = [[(s, in_unit_of(first, s.figure)) for s in said] for _, said in sides]
    drawable = [[(s, v) for s, v in side if v is not None] for side in values]
    if not all(drawable):
        return None
    ends = [v for side in drawable for _, v in side]
    scale = Scale.around(ends)
    drawn = _stacked([(value, _lines(scale, side)) for (value, _), side in zip(sides, drawable, strict=True)])
    return Picture(
        scale.ticks(first.kind, whole=whole(ends)),
        _unit([s.figure for side in drawable for s, _ in side]),
        drawn,
        drawn[-1].foot + _FOOT,
        "; ".join(f"{value} ({_who(said)})" for value, said in sides),
    )


def _unit(figures: Sequence[Figure]) -> str:
    converted = figures[0].kind != "count" and len({f.amount.unit for f in figures}) > 1
    return units.words_for(figures[0].amount.unit, plural=True) if converted else ""


def _who(said: Sequence[Said]) -> str:
    return ", ".join(dict.fromkeys(f"{s.who} (draft)" if s.draft else s.who for s in said))


_Line = tuple[str, str | None, bool, Stroke]


def _lines(scale: Scale, said: Sequence[tuple[Said, Interval]]) -> list[_Line]:
    """Who, when and where on the scale, by date; what one source says twice once."""
    ordered = sorted(said, key=lambda pair: (pair[0].when or date.max, pair[0].who))
    lines = ((_cut(s.who), s.when.isoformat() if s.when else None, s.draft, _stroke(scale, v)) for s, v in ordered)
    return list(dict.fromkeys(lines))


def _cut(name: str) -> str:
    if len(name) <= _NAME:
        return name
    words = name[: _NAME - 1]
    return f"{words.rpartition(' ')[0] or words}…"


def _stroke(scale: Scale, value: Interval) -> Stroke:
    start = scale.x(scale.low if value.low is None else value.low)
    end = scale.x(scale.high if value.high is None else value.high)
    marks = tuple(dict.fromkeys(scale.x(v) for v in (value.low, value.high) if v is not None))
    return Stroke(start, end, marks, value.low is None, value.high is None)


def _stacked(sides: Sequence[tuple[str, Sequence[_Line]]]) -> tuple[Side, ...]:
    """The sides below each other."""
    full = sum(len(lines) for _, lines in sides) <= MOST_ROWS
    stacked: list[Side] = []
    for value, lines in sides:
        top = stacked[-1].foot + _GAP if stacked else 0
        shown = len(lines) if full else min(len(lines), max(1, MOST_ROWS // len(sides)))
        rows = tuple(Row(*line, top + _HEAD + n * _ROW + _ROW // 2) for n, line in enumerate(lines[:shown]))
        more = len(lines) - shown
        stacked.append(Side(value, rows, more, top, top + _HEAD + shown * _ROW + (_MORE if more else 0)))
    return tuple(stacked)
