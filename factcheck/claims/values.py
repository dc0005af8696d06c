"""Whether two figures say the same number, after conversion and rounding."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck import units
from factcheck.claims.converting import in_unit_of, width_in_unit_of
from factcheck.claims.mentions import Mention

_ROUNDED = Decimal("0.05")
"""How far rounding may move a figure: "$14 billion" is $13.9 billion, "1" is no rounding of 1.4."""

_CONVERTED, _ABOUT = Decimal("0.06"), Decimal("0.08")
"""How far a rounded conversion may be off, and one behind an "about": "about 10 miles" for 15 km is 7 percent."""


_JOINED = re.compile(r"(?:\s*(?:hours|local|time))*\s*(?:[(\[/]|,? or)\s*(?:about|around|some)?\s*")
"""What stands between a figure and its conversion: "17:06 hours local time (13:36 GMT)"."""


def same_value(a: Mention, b: Mention) -> bool:
    """Whether the figures state one value: equal numbers, equal words, or equal within written rounding. Symmetric."""
    if a.figure.amount.iso or b.figure.amount.iso:
        return _same_iso(a, b)
    if a.value.low is None or b.value.low is None:
        return a.value == b.value and a.figure.amount.precise == b.figure.amount.precise
    other = in_unit_of(b, a, b.value)
    if other is None:
        return _same_dollars(a, b)
    if other == a.value:
        return True
    if a.figure.amount.unit != b.figure.amount.unit and a.dimension != "count":
        return _converts(a, b)
    return _coarse(a, b) and _rounds(a, b)


def _same_dollars(a: Mention, b: Mention) -> bool:
    """Whether both say one number of dollars, and one of them does not say which dollars ("$52m", "A$52m")."""
    if a.dimension != "money" or a.value != b.value:
        return False
    named = all(units.words_for(m.figure.amount.unit, plural=True).endswith("dollars") for m in (a, b))
    return named and any(m.figure.text.startswith("$") for m in (a, b))


def opposed(a: Mention, b: Mention) -> bool:
    """Whether bounds part two equal numbers: "nearly 50" and "more than 50"."""
    if "exact" in (a.figure.amount.bound, b.figure.amount.bound):
        return False
    other = in_unit_of(b, a, b.figure.amount.precise)
    return other is not None and not a.figure.amount.precise.overlaps(other)


def converted(a: Mention, b: Mention) -> bool:
    """Whether one of two figures of a sentence is the other's conversion: "10 kilometers (6 miles)", "£85m ($109m)"."""
    if a.sentence != b.sentence or _measured_in(a) == _measured_in(b):
        return False
    first, second = sorted((a.figure, b.figure), key=lambda f: f.span)
    return bool(_JOINED.fullmatch(a.document.text[first.extent.end : second.span.start]))


def _measured_in(mention: Mention) -> str:
    """The unit; of a clock time its zone ("8 a.m. local time (0300 GMT)")."""
    amount = mention.figure.amount
    return (amount.zone or "local") if mention.figure.kind == "time" else amount.unit


def _same_iso(a: Mention, b: Mention) -> bool:
    one, two = a.figure.amount, b.figure.amount
    if a.figure.kind == "time" and one.zone and two.zone and one.zone != two.zone:
        return False
    if one.iso == two.iso:
        return True
    return a.figure.kind == b.figure.kind == "date" and one.value.low is not None and one.value == two.value


def _converts(a: Mention, b: Mention) -> bool:
    """Whether figures in two units are one value: trailing zeros of a converted figure are rounding ("260 km")."""
    theirs = width_in_unit_of(b, a, last_digit(b) / 2)
    share = _ABOUT if "about" in (a.figure.amount.bound, b.figure.amount.bound) else _CONVERTED
    return theirs is not None and _near(a, b, last_digit(a) / 2 + theirs, share)


def _near(a: Mention, b: Mention, slack: Decimal, share: Decimal) -> bool:
    """Whether both ends lie within `slack`, and within `share` of the larger value."""
    other = in_unit_of(b, a, b.value)
    if other is None:
        return False
    ends = [
        (x, y) for x, y in ((a.value.low, other.low), (a.value.high, other.high)) if x is not None and y is not None
    ]
    return len(ends) == 2 and all(abs(x - y) <= min(slack, share * max(abs(x), abs(y))) for x, y in ends)


def last_digit(mention: Mention) -> Decimal:
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
    theirs = width_in_unit_of(b, a, b.figure.amount.step)
    ours = a.figure.amount.step
    return theirs is not None and theirs != ours and _near(a, b, max(ours, theirs) / 2, _ROUNDED)
