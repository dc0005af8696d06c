"""Whether two figures say the same number, after conversion and rounding."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.mentions import Mention, in_unit_of
from factcheck.model import Interval

_ROUNDED = Decimal("0.05")
"""How far rounding may move a figure: "$14 billion" is $13.9 billion, "1" is no rounding of 1.4."""

_CONVERTED = Decimal("0.08")
"""How far a rounded conversion may be off: "about 10 miles" for 15 km is 7 percent."""


def same_value(a: Mention, b: Mention) -> bool:
    """Whether the figures state one value: equal numbers, equal words, or equal within written rounding. Symmetric."""
    if a.figure.amount.iso or b.figure.amount.iso:
        return _same_iso(a, b)
    if a.value.low is None or b.value.low is None:
        return a.value == b.value and a.figure.amount.precise == b.figure.amount.precise
    other = in_unit_of(b, a, b.value)
    if other is None:
        return False
    if other == a.value:
        return True
    if a.figure.amount.unit != b.figure.amount.unit and a.dimension != "count":
        return _converts(a, b)
    return _coarse(a, b) and _rounds(a, b)


def _same_iso(a: Mention, b: Mention) -> bool:
    one, two = a.figure.amount, b.figure.amount
    if one.iso == two.iso:
        return True
    if a.figure.kind == "time" and one.zone != two.zone:
        return False
    return a.figure.kind == b.figure.kind == "date" and one.value.low is not None and one.value == two.value


def _converts(a: Mention, b: Mention) -> bool:
    """Whether figures in two units are one value: trailing zeros of a converted figure are rounding ("260 km")."""
    one, other = a.value, in_unit_of(b, a, b.value)
    if other is None:
        return False
    slack = _last_digit(a) / 2
    theirs = in_unit_of(b, a, Interval(_last_digit(b) / 2, _last_digit(b) / 2))
    slack += theirs.low if theirs and theirs.low else Decimal(0)
    share = max(abs(one.low or Decimal(0)), abs(one.high or Decimal(0))) * _CONVERTED
    return _within(one.low, other.low, min(slack, share)) and _within(one.high, other.high, min(slack, share))


def _last_digit(mention: Mention) -> Decimal:
    """The size of the last digit that is not a trailing zero."""
    value = mention.value.high or Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _coarse(a: Mention, b: Mention) -> bool:
    """Whether one of two figures is plainly the other rounded ("$13 billion", "$13.2 billion")."""
    return a.dimension not in ("count", "age", "date", "clock", "score") or _large(a) or _large(b)


def _large(mention: Mention) -> bool:
    return mention.value.low is not None and mention.value.low >= 10_000


def _rounds(a: Mention, b: Mention) -> bool:
    """Whether the figure with the coarser last digit is the other one rounded to it."""
    one, two = a.figure.amount, b.figure.amount
    theirs = in_unit_of(b, a, Interval(two.step, two.step))
    if theirs is None or theirs.low is None or theirs.low == one.step:
        return False
    half = min(max(one.step, theirs.low) / 2, abs(a.value.high or Decimal(0)) * _ROUNDED)
    other = in_unit_of(b, a, b.value)
    return other is not None and _within(a.value.low, other.low, half) and _within(a.value.high, other.high, half)


def _within(a: Decimal | None, b: Decimal | None, slack: Decimal) -> bool:
    return a is not None and b is not None and abs(a - b) <= slack
