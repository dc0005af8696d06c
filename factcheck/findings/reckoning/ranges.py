"""Ranges whose ends stand in the wrong order: "between 50 and 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import plain, reach
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import Sentence, mark, same_unit, sentences
from factcheck.model import Figure

_CLOCK = Decimal(24)
"""Bare numbers up to here may be hours: "between 10 and 4"."""


def ranges(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Ranges that end below where they begin by more than the tolerance."""
    for sentence in sentences(evidence):
        if sentence.has("range", "otherwise"):
            continue
        for match, marked in sentence.matches(_pattern()):
            low, high = marked["low"], marked["high"]
            if _is_range(low, high) and _falls(low, high, tolerance):
                yield _slip(sentence, match, low, high)


def _is_range(low: Figure, high: Figure) -> bool:
    start, end = plain(low), plain(high)
    if start is None or end is None or end < 0 or not same_unit(low, high) or "degree" in low.amount.unit:
        return False
    return bool(high.amount.unit) or max(start, end) > _CLOCK


def _falls(low: Figure, high: Figure, tolerance: Decimal) -> bool:
    least, most = reach(low).low, reach(high).high
    return least is not None and most is not None and least > most * (1 + tolerance)


def _slip(sentence: Sentence, match: re.Match[str], low: Figure, high: Figure) -> Slip:
    return Slip((low, high), low, f"{sentence.quote(low)} is more than {sentence.quote(high)}", sentence.written(match))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\bbetween {mark('low', 'cmpuda')}(?: [a-z'’\-]+)?? and {mark('high', 'cmpuda')}")
