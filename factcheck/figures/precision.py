"""What a written number leaves possible: rounding, bounds and vague words as one interval.

Conventions (after the labelling guide of news figures that this project measures itself on):
a written decimal or scale stands for its half-unit ("1.2 billion" is 1.15 to 1.25 billion), whole
counts stand for themselves, and a bound's share comes from `rules/lexicon/bounds.yaml`.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.bounds import Bounding
from factcheck.figures.reading import Reading
from factcheck.model import Interval

_WHOLE = ("count", "age", "duration", "score", "date", "time", "ratio", "multiple")


def precise(reading: Reading, bounding: Bounding | None) -> Interval:
    """The values that the reading leaves possible."""
    if reading.reach is not None:
        return reading.reach
    low, high = reading.value.low, reading.value.high
    if low is None or high is None:
        return reading.value
    half = reading.step / 2 if _rounded(reading) else Decimal(0)
    low, high = low - half, high + half
    if bounding is None or not bounding.serves(reading.kind):
        return Interval(low, high)
    if reading.kind in ("date", "time"):
        return _open(Interval(low, high), bounding)
    return Interval(
        None if bounding.low is None else low * bounding.low,
        None if bounding.high is None else high * bounding.high,
    )


def _open(interval: Interval, bounding: Bounding) -> Interval:
    """A bound on a date or a clock time opens an end; a share of a day number means nothing."""
    return Interval(
        None if bounding.low is None else interval.low,
        None if bounding.high is None else interval.high,
    )


def _rounded(reading: Reading) -> bool:
    """Whether the last written digit is taken as rounded."""
    if reading.step >= 1000 or (0 < reading.step < 1):
        return True
    return reading.kind not in _WHOLE and reading.kind not in ("money", "percent")
