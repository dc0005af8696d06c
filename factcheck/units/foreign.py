"""Our names for the units of other programs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from factcheck.errors import UsageError
from factcheck.units.measures import measures
from factcheck.units.tables import read, rows

COLUMNS = ("their name", "our name")


@cache
def known_to_quantulum() -> Mapping[str, str]:
    """The units of quantulum3 that the program takes from it, by its names, in ours (quantulum.txt)."""
    return MappingProxyType(parse(read("quantulum.txt")))


def parse(text: str) -> dict[str, str]:
    """A table like quantulum.txt; UsageError with its line where our name is no unit."""
    names: dict[str, str] = {}
    for row in rows("quantulum.txt", text, COLUMNS):
        theirs, ours = row.cells
        if ours not in measures().units:
            raise UsageError(f"{row.place}: {ours} is no unit of units.txt")
        names[theirs] = ours
    return names
