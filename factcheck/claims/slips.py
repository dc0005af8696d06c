"""What may have gone wrong where two figures of one claim conflict: the likely slip, named for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck import units
from factcheck.claims.converting import in_unit_of
from factcheck.claims.mentions import Mention

_POWERS = {Decimal(10): "ten", Decimal(100): "a hundred", Decimal(1000): "a thousand", Decimal(1000000): "a million"}
_HOUR = 60
_EXACTLY = Decimal("0.0005")
_NEARLY = Decimal("0.02")


def slips(a: Mention, b: Mention) -> Iterator[str]:
    """The slips that turn one figure into the other, in words; none where none does."""
    if a.figure.kind == "date":
        yield from _days(a, b)
    elif a.figure.kind == "time":
        yield from _hours(a, b)
    else:
        yield from _numbers(a, b)


def _numbers(a: Mention, b: Mention) -> Iterator[str]:
    one, two = a.value.low, b.value.low
    inside = in_unit_of(b, a, b.value)
    other = inside.low if inside else None
    if one is None or two is None or other is None or one <= 0 or other <= 0 or one == other:
        return
    high, low = max(one, other), min(one, other)
    for power, words in _POWERS.items():
        if abs(high / low / power - 1) <= _EXACTLY:
            yield f"one figure is {words} times the other: a scale word or the decimal point may be wrong"
    if a.figure.amount.unit == b.figure.amount.unit:
        yield from _digits(one, two)
        yield from _other_unit(high / low, a)
    elif one == two:
        yield f"both say {one.normalize():f}: one of the units ({_unit(a)}, {_unit(b)}) may be wrong"


def _digits(one: Decimal, two: Decimal) -> Iterator[str]:
    first, second = f"{one.normalize():f}", f"{two.normalize():f}"
    if len(first) != len(second) or len(first.strip("0.")) < 2:
        return
    wrong = [n for n, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and first[wrong[0]] == second[wrong[1]]:
        if first[wrong[1]] == second[wrong[0]]:
            yield "two digits are transposed"
    elif len(wrong) == 1 and len(first.strip("0.")) > 2:
        yield "one digit differs"


_CONFUSED = (("mile", "kilometer"), ("foot", "meter"), ("pound", "kilogram"), ("acre", "hectare"), ("gallon", "liter"))


def _other_unit(ratio: Decimal, mention: Mention) -> Iterator[str]:
    """A figure given in one unit with the number of another: 55 miles for 55 kilometres."""
    for first, second in _CONFUSED:
        if units.dimension(mention.figure.amount.unit) == units.dimension(first):
            factor = units.factor(first, second)
            if factor is not None and abs(ratio / max(factor, 1 / factor) - 1) <= _NEARLY:
                yield f"the figures stand as {first} to {second}: one may not have been converted"


def _unit(mention: Mention) -> str:
    return units.words_for(mention.figure.amount.unit, plural=True) or mention.figure.amount.unit


def _days(a: Mention, b: Mention) -> Iterator[str]:
    one, two = a.value.low, b.value.low
    if one is None or two is None or a.value.high != one or b.value.high != two:
        return
    apart = abs(one - two)
    if apart == 1:
        yield "the dates are one day apart: a time zone, or the day of the report for the day of the event"
    elif apart % 7 == 0 and apart <= 28:
        yield "the dates fall on the same weekday"
    elif apart in (365, 366):
        yield "the dates are one year apart"


def _hours(a: Mention, b: Mention) -> Iterator[str]:
    one, two = a.value.low, b.value.low
    zones = (a.figure.amount.zone, b.figure.amount.zone)
    if one is None or two is None or (zones[0] and zones[0] == zones[1]):
        return
    apart = abs(one - two)
    if apart and apart % _HOUR == 0:
        yield f"the times are {apart // _HOUR} hours apart: the clocks of two zones, or morning for evening"
