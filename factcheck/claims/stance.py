"""How the figures of a claim stand to each other: agree, compatible, update, conflict.

The four words are those of the labelling guide of news clusters: figures agree where both can be
true as written, allowing for the rounding that the wording shows; are compatible where a bound or a
vague word leaves room; one updates the other where the later report has superseded it; else they
conflict. The worst pair decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.claims.mentions import Mention, in_unit_of
from factcheck.claims.values import same_value
from factcheck.lexicon import lexicon
from factcheck.model import STANCES, Interval, Stance

_TIGHT = Decimal("0.12")
"""An interval no wider than this share of its middle still names one value."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The stance of a pair or claim, and why."""

    stance: Stance
    reasons: tuple[str, ...] = ()


def stand(a: Mention, b: Mention) -> Standing:
    """How two figures of one claim stand to each other. Symmetric in its stance."""
    if a.figure.kind in ("date", "time"):
        return _stand_in_time(a, b)
    if same_value(a, b):
        return Standing("agree")
    one, two = a.figure.amount, b.figure.amount
    other = in_unit_of(b, a, two.precise)
    if other is None:
        return Standing("agree" if a.value == b.value else "compatible", ("the units cannot be compared",))
    if one.precise.overlaps(other):
        open_ended = not (_tight(one.precise) and _tight(other))
        if not open_ended:
            return Standing("agree", ("equal within the rounding that the wording shows",))
        return Standing("compatible", (_why_compatible(a, b),))
    if later := _superseded(a, b):
        return Standing("update", (later,))
    return Standing("conflict")


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


def _stand_in_time(a: Mention, b: Mention) -> Standing:
    """Dates and clock times: one inside the other is compatible, apart is a conflict."""
    if same_value(a, b):
        return Standing("agree")
    one, two = a.figure.amount, b.figure.amount
    if a.figure.text.lower() == b.figure.text.lower():
        return Standing("agree", ("both name the same day of the week",))
    if one.value.low is None or two.value.low is None:
        return Standing("compatible", ("a partial date leaves room for the other",))
    if a.figure.kind == "time" and bool(one.zone) != bool(two.zone):
        return Standing("compatible", ("only one of the clock times names its zone",))
    if one.precise.overlaps(two.precise):
        return Standing("compatible", ("one date holds the other",))
    if a.figure.kind == "time" and _near_times(a, b):
        return Standing("compatible", ("an approximate clock time leaves room for the other",))
    return Standing("conflict")


def _near_times(a: Mention, b: Mention) -> bool:
    one, two = a.figure.amount, b.figure.amount
    if "about" not in (one.bound, two.bound) or one.value.low is None or two.value.low is None:
        return False
    return abs(one.value.low - two.value.low) <= 15


@cache
def _growing() -> frozenset[str]:
    return frozenset(c for c, entry in lexicon("measures").items() if entry.get("grows"))


def _superseded(a: Mention, b: Mention) -> str | None:
    """Why the later figure updates the earlier one, or None: a toll that grew from one report to the next."""
    if a.figure.context.measure not in _growing() or a.document.id == b.document.id:
        return None
    first, second = a.document.published, b.document.published
    if first is None or second is None or first == second:
        return None
    earlier, later = (a, b) if first < second else (b, a)
    if earlier.size is not None and later.size is not None and earlier.size < later.size:
        published = later.document.published
        return f"the later report, of {published.isoformat() if published else ''}, gives the higher figure"
    return None


def worst(standings: Sequence[Standing]) -> Standing:
    """The worst stance with all reasons given for it, without repeats."""
    stance: Stance = max((s.stance for s in standings), key=STANCES.index, default="agree")
    reasons = dict.fromkeys(r for s in standings if s.stance == stance for r in s.reasons)
    return Standing(stance, tuple(reasons))
