"""Whether sums in two currencies can be one sum: no day's rate is known, but rates keep within bounds.

The bounds stand in `rules/lexicon/exchange.yaml`.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.mentions import Mention
from factcheck.lexicon import lexicon
from factcheck.model import Interval

_DRIFT = Decimal("0.05")
"""How far two conversions of one sum may lie apart: rates of two days, and rounding."""


def impossible(a: Mention, b: Mention) -> str | None:
    """Why no rate of exchange makes two sums one, in words; None where one may, or where the rate is not known."""
    one, two = _dollars(a), _dollars(b)
    if one is None or two is None or one.overlaps(two):
        return None
    return f"no rate of exchange since 2000 makes {a.figure.text} and {b.figure.text} one sum"


def drifted(a: Mention, b: Mention) -> bool:
    """Whether two sums in one currency, both converted from another, differ by no more than a few days' rates."""
    one, two = a.value.low, b.value.low
    return one is not None and two is not None and abs(one - two) <= _DRIFT * max(abs(one), abs(two))


def _dollars(mention: Mention) -> Interval | None:
    """What the sum may be in US dollars."""
    bounds = lexicon("exchange").get(mention.figure.amount.unit)
    if bounds is None:
        return None
    least, most = (Decimal(str(rate)) for rate in bounds)
    low, high = mention.figure.amount.precise.low, mention.figure.amount.precise.high
    return Interval(None if low is None else low * least, None if high is None else high * most)
