"""Values of one unit in another. The only place that imports pint, and only when two units differ.

pint is given names of units.txt alone, never the text of a document.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.units.measures import measures

if TYPE_CHECKING:
    import pint

_ROUNDED = Context(prec=28)
_EXACT = Context(prec=80)
_FACTOR = Context(prec=40)
"""More digits than `_ROUNDED`: a value times a factor is then right in its last digit."""


def comparable(a: str, b: str) -> bool:
    """Whether values in `a` can be said in `b`: equal names, one dimension, or rates whose parts are."""
    first, second = a.split("/"), b.split("/")
    return len(first) == len(second) and all(map(_same_dimension, first, second))


def _same_dimension(a: str, b: str) -> bool:
    units = measures().units
    return a == b or (a in units and b in units and units[a].dimension == units[b].dimension)


def convert(value: Decimal, source: str, target: str, *, change: bool = False) -> Decimal | None:
    """`value` of `source` in `target`, to 28 digits; None where the two are not comparable.

    A `change` is a difference of two values: warmer by 1 °C is warmer by 1.8 °F, not by 33.8.
    """
    if source == target:
        return value
    line = _line(source, target)
    if line is None:
        return None
    scale, offset = line
    if change:
        offset = Fraction(0)
    # One division of whole numbers: 1.609344 km is 1 mile, not 0.999….
    denominator = scale.denominator * offset.denominator
    numerator = Decimal(scale.numerator * offset.denominator)
    shift = Decimal(offset.numerator * scale.denominator)
    return _ROUNDED.divide(_EXACT.fma(value, numerator, shift), Decimal(denominator))


@lru_cache(maxsize=4096)
def factor(source: str, target: str) -> Decimal | None:
    """What a value of `source` is multiplied with to be one of `target`, to 40 digits.

    None where the two are not comparable, or where no factor does it (temperatures).
    """
    line = _line(source, target)
    if line is None or line[1]:
        return None
    return _FACTOR.divide(Decimal(line[0].numerator), Decimal(line[0].denominator))


@lru_cache(maxsize=4096)
def _line(source: str, target: str) -> tuple[Fraction, Fraction] | None:
    """Scale and offset that lead from one unit to the other."""
    if not comparable(source, target):
        return None
    if "/" not in source:
        return _by_pint(source, target)
    (scale, _), *per = map(_by_pint, source.split("/"), target.split("/"))
    for part, _ in per:
        scale /= part
    return scale, Fraction(0)


def _by_pint(source: str, target: str) -> tuple[Fraction, Fraction]:
    if source == target:
        return Fraction(1), Fraction(0)
    import pint

    try:
        zero, one = (registry().Quantity(Fraction(n), source).to(target).magnitude for n in (0, 1))
    except (pint.errors.PintError, ArithmeticError) as error:
        raise UsageError(f"units.txt: {source} cannot be said in {target}, see their definitions: {error}") from error
    return Fraction(one) - Fraction(zero), Fraction(zero)


@cache
def registry() -> pint.UnitRegistry[Fraction]:
    """pint's registry of units.txt and nothing else; UsageError where a definition cannot be read."""
    import pint

    empty: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction)
    for name, definition in measures().definitions.items():
        try:
            empty.define(f"{name} = {definition}")
        except (pint.errors.PintError, TypeError) as error:  # TypeError: what pint makes of a line it cannot parse
            raise UsageError(f'units.txt: "{definition}" is no definition of {name} that pint can read') from error
    return empty
