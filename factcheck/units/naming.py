"""What a unit measures, and how a person writes it: units, currencies and rates alike."""

from __future__ import annotations

from functools import cache

from factcheck.units.currencies import currencies
from factcheck.units.measures import measures


def names() -> tuple[str, ...]:
    """The names of all units and the codes of all currencies, sorted."""
    return tuple(sorted({*measures().written, *currencies().written}))


@cache
def dimension(unit: str) -> str:
    """What `unit` measures: "length", "money" for a currency's code, "" for anything else.

    Of a rate "A/B" both dimensions with the stroke, "money/volume"; "" where neither is known.
    """
    parts = [_dimension(part) for part in unit.split("/")]
    return "/".join(parts) if any(parts) else ""


def _dimension(part: str) -> str:
    if part in currencies().written:
        return "money"
    known = measures().units.get(part)
    return known.dimension if known else ""


def words_for(unit: str, plural: bool) -> str:
    """How a person writes `unit`: "cubic meters", "°C", "US dollars per barrel". Other words stay."""
    if unit in measures().written or "/" not in unit:
        return _words(unit, plural)
    first, *per = unit.split("/")
    return " per ".join([_words(first, plural), *(_words(part, plural=False) for part in per)])


def _words(part: str, plural: bool) -> str:
    surface = measures().written.get(part) or currencies().written.get(part)
    if surface is None:
        return part.replace("_", " ")
    return surface.plural if plural else surface.singular
