"""The units of units.txt: which stands in a text, and what it measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.errors import UsageError
from factcheck.units.surfaces import Lookup, Surface, atoms, lookup, surfaces
from factcheck.units.tables import Row, read, rows

COLUMNS = ("name", "dimension", "definition", "surfaces")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of units.txt by its name ("kilometer"), and the dimension that it measures ("length")."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Measures:
    """What units.txt says. `definitions` are pint's, `written` the surfaces that a report uses."""

    units: Mapping[str, Unit]
    definitions: Mapping[str, str]
    written: Mapping[str, Surface]
    apart: Lookup[Unit]
    attached: Lookup[Unit]


@cache
def measures() -> Measures:
    """The units that come with the program."""
    return parse(read("units.txt"))


def parse(text: str) -> Measures:
    """The units of a table like units.txt; UsageError with its line where it is wrong."""
    units: dict[str, Unit] = {}
    definitions: dict[str, str] = {}
    written: dict[str, Surface] = {}
    entries: list[tuple[Surface, Unit, str]] = []
    for row in rows("units.txt", text, COLUMNS):
        unit, definition, found = _unit(row)
        if unit.name in units:
            raise UsageError(f"{row.place}: {unit.name} is defined twice; take one of the lines out")
        units[unit.name] = unit
        written[unit.name] = found[0]
        if definition:
            definitions[unit.name] = definition
        entries += [(surface, unit, row.place) for surface in found]
    apart = lookup(e for e in entries if e[0].mark != "+")
    attached = lookup(e for e in entries if e[0].mark in ("", "+"))
    return Measures(units, definitions, written, apart, attached)


def _unit(row: Row) -> tuple[Unit, str, list[Surface]]:
    name, dimension, definition, cell = row.cells
    found = list(surfaces(cell, marks="+~!"))
    if not found:
        raise UsageError(f"{row.place}: {name} has no surface; say how texts write it")
    if not definition and "/" not in name:
        raise UsageError(f"{row.place}: {name} has no definition; say what it is in other units")
    return Unit(name, dimension), definition, found


def match(words: Sequence[str]) -> tuple[Unit, int] | None:
    """The unit that the longest surface at the start of `words` names, and how many words that takes.

    `words` are consecutive tokens of a sentence from the one after the number on; a hyphen before
    the unit counts as one. `["cubic", "metres", "of", "gas"]` is `(cubic_meter, 2)`.
    A word that also names a currency ("pounds") is answered here and by `currency_after`.
    """
    return measures().apart.longest(words)


def glued(suffix: str) -> Unit | None:
    """The unit written directly after digits ("kW" of 10kW), in this case only.

    None where it may be something else: "m" is as well million.
    """
    return measures().attached.written.get(atoms(suffix))
