"""Reckoning with written numbers: each stands for an interval, and so does what is reckoned from them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.model import Figure, Interval

_ROUNDABLE = 1000
"""Whole numbers from here on may be rounded without a word that says so."""
_LIKELY = Decimal("0.8")
_ROUNDED = Decimal("0.025")
"""The share of itself by which such a number is off at most."""


def reach(figure: Figure) -> Interval:
    """The values that a figure may stand for, by its bound, its last digit, and the rounding of round numbers."""
    precise = figure.amount.precise
    return _wider(precise, _rounding(figure)) if precise.low == precise.high else precise


def stated(figure: Figure, tolerance: Decimal = Decimal(0)) -> Interval:
    """The values that a stated result may be made from: rounded either way, or cut, which only lowers."""
    value = plain(figure) or Decimal(0)
    step = figure.amount.step or _last_digit(value)
    low, high = reach(figure).low, reach(figure).high
    share = abs(value) * tolerance
    return Interval(
        None if low is None else min(low, value - step / 2) - share,
        None if high is None else max(high, value + step) + share,
    )


def likely(figure: Figure) -> Interval:
    """As `reach`, without the outer fifth of its rounding: two numbers are hardly both rounded as far as can be."""
    reached, value = reach(figure), plain(figure)
    if figure.amount.bound != "exact" or value is None or reached.low is None or reached.high is None:
        return reached
    return Interval(value - (value - reached.low) * _LIKELY, value + (reached.high - value) * _LIKELY)


def total(figures: Iterable[Figure]) -> Interval:
    """The sum of some figures."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for interval in map(reach, figures):
        low = None if low is None or interval.low is None else low + interval.low
        high = None if high is None or interval.high is None else high + interval.high
    return Interval(low, high)


def quotient(a: Interval, b: Interval) -> Interval:
    """Every a / b, where b is positive."""
    low = None if a.low is None or b.high is None else a.low / b.high
    high = None if a.high is None or not b.low else a.high / b.low
    return Interval(low, high)


def product(a: Interval, b: Interval) -> Interval:
    """Every a * b of two that are not negative."""
    low = None if a.low is None or b.low is None else a.low * b.low
    high = None if a.high is None or b.high is None else a.high * b.high
    return Interval(low, high)


def difference(a: Interval, b: Interval) -> Interval:
    """Every a - b."""
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Interval(low, high)


def plain(figure: Figure) -> Decimal | None:
    """The one number that is written, None for a range, a date, a vague word."""
    value = figure.amount.value
    return value.low if value.low is not None and value.low == value.high else _bounded(figure)


def shown(number: Decimal) -> str:
    """A number that was reckoned, as a person would write it: three digits behind the comma at most."""
    places = 0 if abs(number) >= _ROUNDABLE else 1
    text = f"{round(number, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _bounded(figure: Figure) -> Decimal | None:
    """The number of "more than 50" or "up to 50"."""
    value = figure.amount.value
    if (value.low is None) == (value.high is None):
        return None
    return value.low if value.high is None else value.high


def _rounding(figure: Figure) -> Decimal:
    number = plain(figure)
    if number is None or number < _ROUNDABLE:
        return Decimal(0)
    return min(_last_digit(number) / 2, number * _ROUNDED)


def _last_digit(number: Decimal) -> Decimal:
    """The size of the last digit that is not zero: 10,000 for 250,000."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)


def _wider(interval: Interval, by: Decimal) -> Interval:
    return Interval(
        None if interval.low is None else interval.low - by,
        None if interval.high is None else interval.high + by,
    )
