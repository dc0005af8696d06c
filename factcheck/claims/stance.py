"""How the figures of a claim stand to each other: agree, compatible, update, conflict.

The four words are those of the labelling guide of news clusters: figures agree where both can be
true as written, allowing for the rounding that the wording shows; are compatible where a bound or a
vague word leaves room; one updates the other where the later report has superseded it; else they
conflict. The worst pair decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.claims import times
from factcheck.claims.converting import in_unit_of
from factcheck.claims.counterparts import retold
from factcheck.claims.exchange import impossible
from factcheck.claims.mentions import Mention
from factcheck.claims.revisions import superseded
from factcheck.claims.slips import slips
from factcheck.claims.standing import Standing
from factcheck.claims.values import opposed, same_value
from factcheck.model import STANCES, Interval, Stance

_TIGHT = Decimal("0.12")
"""An interval no wider than this share of its middle still names one value."""


def stand(a: Mention, b: Mention) -> Standing:
    """How two figures of one claim stand to each other. Symmetric in its stance."""
    if a.figure.kind in ("date", "time"):
        return times.stand(a, b)
    if same_value(a, b) and not opposed(a, b):
        return Standing("agree")
    if a.figure.kind == "score":
        return Standing("conflict")
    if a.figure.amount.bound == b.figure.amount.bound == "vague" and a.figure.amount.unit != b.figure.amount.unit:
        return Standing("compatible", ("two vague words name no numbers that could differ",))
    other = in_unit_of(b, a, b.figure.amount.precise)
    if other is None:
        return _no_rate(a, b)
    if later := superseded(a, b):
        return Standing("update", (later,))
    if retold(a, b):
        return Standing("conflict", tuple(slips(a, b)))
    if a.figure.amount.precise.overlaps(other) and not _both_exact(a, b):
        if _tight(a.figure.amount.precise) and _tight(other):
            return Standing("agree", ("equal within the rounding that “about” allows",))
        return Standing("compatible", (_why_compatible(a, b),))
    return Standing("conflict", tuple(slips(a, b)))


def _both_exact(a: Mention, b: Mention) -> bool:
    """Exact figures that are not one value differ, though the ends of their rounding may touch (8.6 and 8.7)."""
    return a.figure.amount.bound == b.figure.amount.bound == "exact"


def _tight(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    if low is None or high is None:
        return False
    return high - low <= _TIGHT * max(abs(high), abs(low))


def _why_compatible(a: Mention, b: Mention) -> str:
    bounds = {a.figure.amount.bound, b.figure.amount.bound}
    if "vague" in bounds:
        return "a vague word leaves room for the other figure"
    if bounds & {"at_least", "at_most"}:
        return "a bound leaves room for the other figure"
    if "between" in bounds:
        return "one figure is a range that holds the other"
    return "an approximate figure leaves room for the other"


def _no_rate(a: Mention, b: Mention) -> Standing:
    """Of figures that nothing converts: money in two currencies may well be one sum, other things are left open."""
    if a.dimension == b.dimension == "money":
        if why := impossible(a, b):
            return Standing("conflict", (why,))
        return Standing("agree", ("the figures are in two currencies, which no fixed rate joins",))
    return Standing("compatible", ("the figures are in two units that no fixed rate joins",))


def worst(standings: Sequence[Standing]) -> Standing:
    """The worst stance with all reasons given for it, without repeats."""
    stance: Stance = max((s.stance for s in standings), key=STANCES.index, default="agree")
    reasons = dict.fromkeys(r for s in standings if s.stance == stance for r in s.reasons)
    return Standing(stance, tuple(reasons))
