"""Whether two figures say the same number, after conversion and rounding."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.mentions import Mention, in_unit_of

_CLOSE = Decimal("0.005")
"""Two converted values this close (as a share) are one number: what half a unit of rounding leaves."""


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
    converted = a.figure.amount.unit != b.figure.amount.unit
    return _rounds(a, b) if converted or _coarse(a, b) else False


def _same_iso(a: Mention, b: Mention) -> bool:
    one, two = a.figure.amount, b.figure.amount
    if one.iso == two.iso:
        return True
    if a.figure.kind == "time" and one.zone != two.zone:
        return False
    return a.figure.kind == b.figure.kind == "date" and one.value.low is not None and one.value == two.value


def _coarse(a: Mention, b: Mention) -> bool:
    """Whether one of two figures is plainly the other rounded ("$13 billion", "$13.2 billion")."""
    return a.dimension not in ("count", "age", "date", "time", "score") or _large(a) or _large(b)


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
    from factcheck.model import Interval

    inside = in_unit_of(mention, unit_of, Interval(low, high))
    if inside is None or inside.low is None or inside.high is None:
        return None
    return inside.low, inside.high
