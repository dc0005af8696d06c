"""One mention's values in another's unit."""

from __future__ import annotations

from decimal import Decimal

from factcheck import units
from factcheck.claims.mentions import Mention
from factcheck.model import Interval

_HUNDREDTH = Decimal("0.01")


def in_unit_of(b: Mention, a: Mention, interval: Interval) -> Interval | None:
    """An interval of `b` in the unit of `a`; None where the two units cannot be compared.

    Dates count days and clock times minutes whatever the unit; counted nouns only name things.
    """
    if a.figure.kind in ("date", "time"):
        return interval
    times = _factor(b, a)
    if times is not None:
        return interval.scaled(times)
    source, target = _units(b, a)
    change = a.figure.amount.change_form == b.figure.amount.change_form == "by"
    ends = (interval.low, interval.high)
    low, high = (None if end is None else units.convert(end, source, target, change=change) for end in ends)
    return None if low is None and high is None else Interval(low, high)


def width_in_unit_of(b: Mention, a: Mention, width: Decimal) -> Decimal | None:
    """A difference of two values of `b` in the unit of `a`: half a degree Celsius is 0.9 degrees Fahrenheit."""
    times = _factor(b, a)
    if times is not None:
        return width * times
    return units.convert(width, *_units(b, a), change=True)


def ratio(a: Mention, b: Mention) -> float | None:
    """The larger of two sizes over the smaller in one unit; None where they cannot be compared."""
    times = _factor(b, a)
    if times is None or not a.size or not b.size or a.size < 0 or b.size < 0:
        return None
    other = b.size * float(times)
    return max(a.size, other) / min(a.size, other)


def _units(source: Mention, target: Mention) -> tuple[str, str]:
    """The two units; of a rate and a figure without its period, the rate's own unit ("10 bcm", "10 bcm a year")."""
    theirs, ours = source.figure.amount.unit, target.figure.amount.unit
    if ("/" in theirs) != ("/" in ours):
        theirs, ours = theirs.split("/")[0], ours.split("/")[0]
    return theirs, ours


def _factor(source: Mention, target: Mention) -> Decimal | None:
    """What turns a value of one unit into the other; None where no factor does."""
    theirs, ours = _units(source, target)
    if theirs == ours:
        return Decimal(1)
    if source.dimension == target.dimension == "share" and "" in (theirs, ours):
        return _HUNDREDTH if ours == "" else 1 / _HUNDREDTH
    if units.dimension(theirs) == "" and units.dimension(ours) == "":
        return Decimal(1)
    return units.factor(theirs, ours)
