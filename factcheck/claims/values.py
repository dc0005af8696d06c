"""Whether two figures say the same number, after conversion and rounding."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.mentions import Mention, in_unit_of
from factcheck.model import Interval

_CLOSE = Decimal("0.005")
"""Two converted values this close (as a share) are one number: what half a unit of rounding leaves."""

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
    if other is None or None in (one.low, one.high, other.low, other.high):
        return False
    slack = _last_digit(a) / 2
    theirs = in_unit_of(b, a, Interval(_last_digit(b) / 2, _last_digit(b) / 2))
    slack += theirs.low if theirs and theirs.low else Decimal(0)
    return _near(one.low, other.low, slack) and _near(one.high, other.high, slack)


def _near(a: Decimal | None, b: Decimal | None, slack: Decimal) -> bool:
    return a is not None and b is not None and abs(a - b) <= min(slack, max(abs(a), abs(b)) * _CONVERTED)


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
    """Whether the coarser figure's rounding interval holds the other's value, close by."""
    one, two = _tight(a, a), _tight(b, a)
    if one is None or two is None:
        return False
    (low, high), (other_low, other_high) = one, two
    if high < other_low or other_high < low:
        return False
    middle, other = (low + high) / 2, (other_low + other_high) / 2
    largest = max(abs(middle), abs(other))
    return largest == 0 or abs(middle - other) / largest <= max(
        _CLOSE, (max(high - low, other_high - other_low)) / largest
    )


def _tight(mention: Mention, unit_of: Mention) -> tuple[Decimal, Decimal] | None:
    """The value with its written rounding alone, in the unit of another mention."""
    precise = mention.figure.amount.precise
    value = mention.value
    low = value.low if precise.low is None or mention.figure.amount.bound != "exact" else precise.low
    high = value.high if precise.high is None or mention.figure.amount.bound != "exact" else precise.high
    if low is None or high is None:
        return None
    inside = in_unit_of(mention, unit_of, Interval(low, high))
    if inside is None or inside.low is None or inside.high is None:
        return None
    return inside.low, inside.high
