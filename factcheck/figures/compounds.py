"""Figures that share: a unit along a list ("8, 9 and 10 euros"), a value in two units ("5 ft 2 in").

The words stand in `rules/lexicon/compounds.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token
from factcheck.lexicon import wordlist
from factcheck.model import Interval

_SHARED = ("money", "measure", "duration", "percent")
_LARGE, _APART = 1000, 6
_TWO_UNITS = ("measure", "duration", "age")
_TWO_DIMENSIONS = ("time", "length", "mass")


def compounded(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """The readings with units carried to the list members before them, and two-unit values made one."""
    return _carried(tokens, _joined(tokens, readings))


def _carried(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    result = list(readings)
    for i in range(len(result) - 2, -1, -1):
        here, following = result[i], result[i + 1]
        bare = here.kind == "count" and not here.unit and here.bound != "vague"
        if bare and following.kind in _SHARED and following.unit and _linked(tokens, here, following):
            result[i] = replace(
                here,
                kind=following.kind,
                unit=following.unit,
                unit_start=following.unit_start,
                unit_end=following.unit_end,
            )
    for i in range(1, len(result)):
        before, here = result[i - 1], result[i]
        aged = before.kind == "age" and here.kind == "count" and not here.unit and not here.words
        if aged and _linked(tokens, before, here) and _ends_ages(tokens, here):
            result[i] = replace(here, kind="age", unit=before.unit)
        elif _shares(tokens, before, here):
            result[i] = replace(here, kind="percent", unit=before.unit)
        elif _moves_on(tokens, before, here):
            result[i] = replace(here, kind="money", unit=before.unit)
    return result


def _shares(tokens: Sequence[Token], before: Reading, here: Reading) -> bool:
    """Whether a party's number stands in a row of percentages: "Labour is on 40%, the Tories 33"."""
    ends = _ends_list(tokens, here) or tokens[here.end].lower == "and"
    if before.kind != "percent" or here.kind != "count" or here.unit or here.words or not ends:
        return False
    between = tokens[before.last : here.start]
    names = [t for t in between if t.text[0].isupper()]
    return (
        bool(names) and names[-1] is between[-1] and all(t in names or t.lower in (",", "and", "the") for t in between)
    )


def _moves_on(tokens: Sequence[Token], before: Reading, here: Reading) -> bool:
    """Whether a large number without a noun is where a sum went or came from: "£60m, up from 45m"."""
    if before.kind != "money" or here.kind != "count" or here.unit or here.step < _LARGE:
        return False
    between = [t.lower for t in tokens[before.last : here.start]]
    if not between or len(between) > _APART or not {"to", "from"} & set(between[-3:]) or _others(between, "moving"):
        return False
    return _ends_list(tokens, here) or tokens[here.end].lower in wordlist("compounds", "behind_sum")


def _others(between: Sequence[str], key: str) -> set[str]:
    """The words that are no comma and do not stand in that list."""
    return set(between) - wordlist("compounds", key) - {","}


def _linked(tokens: Sequence[Token], here: Reading, following: Reading) -> bool:
    between = [t.lower for t in tokens[here.end : following.start]]
    return 0 < len(between) <= 3 and not _others(between, "links")


def _ends_ages(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether the number counts nothing behind it, or the list goes on ("aged 5, 7 and 9 were")."""
    at = reading.end
    if _ends_list(tokens, reading) or tokens[at].lower in wordlist("compounds", "behind_ages"):
        return True
    return tokens[at].lower in ("and", "or") and at + 1 < len(tokens) and tokens[at + 1].kind == "digits"


def _ends_list(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether nothing stands behind the number that it could count ("aged 12 and 15,")."""
    return reading.end >= len(tokens) or tokens[reading.end].kind == "sign" or tokens[reading.end].lower == "more"


def _joined(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    result: list[Reading] = []
    for reading in readings:
        if result and (whole := _whole(tokens, result[-1], reading)):
            result[-1] = whole
        else:
            result.append(reading)
    return result


def _whole(tokens: Sequence[Token], large: Reading, small: Reading) -> Reading | None:
    """The one value of "12 minutes, 31 seconds", "5 feet 2 inches", "3 dollars and 50 cents", "15 dollars 50"."""
    between = [t.lower for t in tokens[large.last : small.start]]
    if between not in ([], [","], ["and"], [",", "and"]) or large.bound != small.bound:
        return None
    if large.value.low is None or large.value.low != large.value.high or small.value.low is None:
        return None
    if large.kind == "money" and "," not in between:
        return _whole_sum(tokens, large, small)
    small = _inches(tokens, large, small)
    return _whole_measure(large, small) if large.kind in _TWO_UNITS and small.kind in _TWO_UNITS else None


def _inches(tokens: Sequence[Token], large: Reading, small: Reading) -> Reading:
    """ "in" behind a number behind feet is inches, as nowhere else: "5 ft 2 in"."""
    at = small.end
    if large.unit != "foot" or small.kind != "count" or at >= len(tokens) or tokens[at].lower != "in":
        return small
    return replace(small, kind="measure", unit="inch", unit_start=at, unit_end=at + 1)


def _whole_sum(tokens: Sequence[Token], large: Reading, small: Reading) -> Reading | None:
    cents = small.value.low
    if cents is None or large.step != 1 or not large.unit_end:
        return None
    if small.kind == "count" and not small.unit and cents >= 10 and small.step == 1 and _ends_list(tokens, small):
        cents /= 100
    elif small.kind != "money" or small.unit != large.unit or small.step >= 1:
        return None
    return _sum(large, small, cents, small.step) if 0 < cents < 1 else None


def _whole_measure(large: Reading, small: Reading) -> Reading | None:
    """A time is said in its smaller unit, where it is whole; a length or weight in its larger one."""
    dimension = units.dimension(large.unit)
    if dimension not in _TWO_DIMENSIONS or dimension != units.dimension(small.unit) or large.unit == small.unit:
        return None
    if small.value.low is None or large.value.low is None:
        return None
    if dimension == "time":
        factor = units.factor(large.unit, small.unit)
        if factor is None or small.value.low >= factor:
            return None
        total = large.value.low * factor + small.value.low
        both = _sum(large, small, Decimal(0), small.step)
        return replace(both, value=Interval(total, total), unit=small.unit)
    part = units.convert(small.value.low, small.unit, large.unit)
    return _sum(large, small, part, Decimal(0)) if part is not None and part < 1 else None


def _sum(large: Reading, small: Reading, part: Decimal, step: Decimal) -> Reading:
    return replace(
        large,
        end=small.end,
        value=Interval(
            None if large.value.low is None else large.value.low + part,
            None if large.value.high is None else large.value.high + part,
        ),
        step=step,
        unit_start=small.unit_start,
        unit_end=small.unit_end,
    )
