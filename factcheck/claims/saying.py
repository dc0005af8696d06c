"""Whether a source's figure says what a draft's figure says: the same, rounded, or in another unit.

Stricter than the agreement of two sources: a writer takes a figure over, so "871" is not "870", "around 871"
neither, and a bound must hold the source's number near its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from factcheck.claims.converting import in_unit_of
from factcheck.claims.mentions import Mention
from factcheck.claims.stance import stand
from factcheck.claims.values import last_digit, same_value

Saying = Literal["same", "rounded", "converted"]

_TONS = {"ton", "metric_ton"}
"""A writer who says tons may mean either; nobody converts between them."""
_ROUNDED = Decimal("0.03")
"""How far plain rounding may move a draft's figure: "12,300" for 12,345, "1.2 million" for 1,234,567."""
_VERY_ROUGH = Decimal("0.35")
"""How far "over a million" may lie from the source's number: of a number of one digit."""
_ROUGH = Decimal("0.1")
"""How far a draft's "about", "more than" or "under" may lie from the source's number."""


def says(draft: Mention, source: Mention) -> Saying | None:
    """How the source's figure gives the draft's; None where it says another value."""
    if draft.dimension != source.dimension:
        return None
    one, two = draft.figure.amount, source.figure.amount
    if one.iso or two.iso:
        return "same" if stand(draft, source).stance == "agree" and _as_exact(draft, source) else None
    if one.value.low is None or two.value.low is None:
        return _says_vaguely(draft, source)
    if {one.unit.split("/")[0], two.unit.split("/")[0]} == _TONS and one.value == two.value:
        return "same"
    other = in_unit_of(source, draft, two.value)
    if draft.figure.kind == "fraction" and one.bound == "about" and other and other.overlaps(one.precise):
        return "rounded"
    if other is None or (one.unit != two.unit and draft.dimension != "count"):
        return "converted" if same_value(draft, source) else None
    if other == one.value or (one.value.low == one.value.high and one.value.low in (other.low, other.high)):
        return "same"
    if other.low != other.high or one.value.low != one.value.high or other.low is None:
        return None
    return "rounded" if _rounds(draft, source, other.low) else None


def _as_exact(draft: Mention, source: Mention) -> bool:
    """Whether a source's date or time says all that the draft's says: "Sunday" is no 10 March, 2016 no 5 May."""
    if draft.figure.kind != "date":
        return True
    ours, theirs = draft.figure.amount, source.figure.amount
    values = [m.value for m in (draft, source)]
    days = [value.low for value in values if value.low is not None and value.low == value.high]
    if len(days) == 2:  # the year of one may be reckoned wrong, not its month and day
        return days[0] == days[1] or (ours.iso or "")[5:] == (theirs.iso or "")[5:]
    if "/" in (ours.iso or ""):  # a quarter is told by many names, and its year may stand for it
        return True
    return (theirs.iso or "").count("-") >= (ours.iso or "").count("-")


def _says_vaguely(draft: Mention, source: Mention) -> Saying | None:
    """Of two vague words only the same one; a vague word and a number where the word's room holds it."""
    if draft.value.low is None and source.value.low is None:
        return "same" if draft.figure.amount.precise == source.figure.amount.precise else None
    vague, number = sorted((draft, source), key=lambda m: m.value.low is not None)
    room, size = vague.figure.amount.precise, number.value.low or Decimal(0)
    inside = (room.low is None or size >= room.low) and (room.high is None or size <= room.high)
    return "rounded" if inside and stand(draft, source).stance in ("agree", "compatible") else None


def _rounds(draft: Mention, source: Mention, theirs: Decimal) -> bool:
    """Whether the draft's number is the source's, rounded as its wording says."""
    amount, ours = draft.figure.amount, draft.value.low or Decimal(0)
    off, size = abs(ours - theirs), abs(theirs)
    rough = _VERY_ROUGH if len(ours.normalize().as_tuple().digits) == 1 and ours >= _LARGE else _ROUGH
    if amount.bound == "at_least":
        return ours <= theirs and off < last_digit(draft) and off <= rough * size
    if amount.bound == "at_most":
        return ours >= theirs and off < last_digit(draft) and off <= rough * size
    if amount.bound == "about":
        return off <= last_digit(draft) / 2 and off <= _ROUGH * size
    return _plainly(draft, source, off, size)


_LARGE = 100


def _plainly(draft: Mention, source: Mention, off: Decimal, size: Decimal) -> bool:
    """Whether the draft's plain number is the source's with fewer digits."""
    step, theirs = draft.figure.amount.step, source.figure.amount.step
    digits = last_digit(draft)
    if step > theirs > 0:
        return off <= step / 2 and off <= _ROUNDED * size
    kept = len((draft.value.low or Decimal(0)).normalize().as_tuple().digits)
    return kept >= _KEPT and digits > last_digit(source) and off <= digits / 2 and off <= _ROUNDED * size


_KEPT = 3
"""Digits that a plain number without a scale word must keep to be a rounded one."""


Tilt = Literal["overstated", "understated"]


def tilted(draft: Mention, backing: Sequence[Mention]) -> tuple[Tilt, str] | None:
    """Whether a draft's bound says more or less than every source that gives its number, and why in words."""
    ours, theirs = draft.figure.amount.bound, {m.figure.amount.bound for m in backing}
    if draft.figure.kind in ("date", "time") or ours in theirs:
        return None
    if ours == "at_least":
        return "overstated", "no source says that it is more"
    if ours == "at_most":
        return "understated", "no source says that it is less"
    if theirs == {"at_most"}:
        return "overstated", "the source says “up to” or “less than”"
    if theirs == {"at_least"}:
        return "understated", "the source says “at least” or “more than”"
    return None
