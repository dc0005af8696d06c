"""Whose money a bare name is: "15 cents" beside euros are euro cents, "214 crowns" beside Czech crowns are Czech.

A name that several countries use is read with the one that world news means by it (`currencies.txt`). Where the
document says other money of that name, its own money decides: that of the sentence, else what it says most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, word

_MONEY = ("money", "rate")


@dataclass(frozen=True, slots=True)
class _Said:
    """A currency that a sentence says without doubt, at that token."""

    code: str
    at: int


def settled(sentences: Sequence[tuple[Sequence[Token], Sequence[Reading]]]) -> Iterator[list[Reading]]:
    """The readings of each sentence of a document with the currencies that its own money gives them."""
    said = [[s for r in readings if (s := _said(tokens, r))] for tokens, readings in sentences]
    whole = Counter(s.code for sentence in said for s in sentence)
    for (tokens, readings), near in zip(sentences, said, strict=True):
        yield [_settled(tokens, r, near, whole) for r in readings] if whole else list(readings)


def _said(tokens: Sequence[Token], reading: Reading) -> _Said | None:
    code = reading.unit.partition("/")[0]
    doubtful = reading.kind not in _MONEY or units.dimension(code) != "money" or _bare(tokens, reading)
    return None if doubtful else _Said(code, reading.start)


def _bare(tokens: Sequence[Token], reading: Reading) -> str:
    """The name without a country that is the unit of a sum, or stands behind a number without one; "" where none is."""
    counted = reading.kind == "count" and not reading.unit
    name = word(tokens, reading.end if counted else reading.unit_start)
    named = counted or (reading.kind in _MONEY and reading.unit_end > reading.unit_start)
    return name if named and units.namesakes(name) else ""


def _settled(tokens: Sequence[Token], reading: Reading, near: Sequence[_Said], whole: Counter[str]) -> Reading:
    name = _bare(tokens, reading)
    shared = units.namesakes(name) if name else {}
    if not shared:
        return reading
    close = sorted((s for s in near if s.code in shared), key=lambda s: abs(s.at - reading.start))
    often = sorted((-count, code) for code, count in whole.items() if code in shared)
    code = close[0].code if close else often[0][1] if often else ""
    return _of(reading, name, code, shared[code]) if code else reading


def _of(reading: Reading, name: str, code: str, part: Decimal) -> Reading:
    """The reading in that currency, of which the name says that part."""
    known = units.currency_after([name])
    share = part / known[2] if known and reading.kind != "count" else part
    _, stroke, below = reading.unit.partition("/")
    behind = reading.end, reading.end + 1
    start, end = behind if reading.kind == "count" else (reading.unit_start, reading.unit_end)
    return replace(
        reading,
        kind="rate" if stroke else "money",
        unit=f"{code}{stroke}{below}",
        unit_start=start,
        unit_end=end,
        value=reading.value.scaled(share),
        step=reading.step * share,
    )
