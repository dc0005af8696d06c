"""What was found in each group of a run, all together in the order of its text, loaded as it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Claim, Finding, Shelf
from factcheck.scale.store import Store
from factcheck.work.comparing import Compared, Found, Spots
from factcheck.work.groups import Group, figure_in
from factcheck.work.packing import COLUMNS
from factcheck.work.read import Read

_GROUPS = 200
"""Groups whose claims, and whose findings, are kept unpacked."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a run remembers of what was found in a group: the numbers are those of a store."""

    firsts: Spots
    primaries: Spots
    severities: tuple[int, ...]
    claims: int
    findings: int


NOTHING = Noted(Spots((), ()), Spots((), ()), (), -1, -1)
"""Of a group without figures."""


def noted(found: Found, store: Store) -> Noted:
    """What was found in a group, put into the store."""
    held = store.put(found.claims), store.put(found.findings)
    return Noted(found.firsts, found.primaries, found.severities, *held)


def merged(groups: Sequence[Group], found: Sequence[Noted], read: Read, store: Store) -> Compared:
    """What was found in each group, under the ids of the run.

    Claims come in the order of their first figures; of findings the worst first, then in the order of the text.
    """
    starts = read.starts
    firsts = [[*own.firsts.places(group, starts)] for group, own in zip(groups, found, strict=True)]
    primaries = [[*own.primaries.places(group, starts)] for group, own in zip(groups, found, strict=True)]
    ranks = [
        [bad * starts[-1] + place for bad, place in zip(own.severities, places, strict=True)]
        for own, places in zip(found, primaries, strict=True)
    ]
    names = [{f"d{k}": read.said[n].id for k, n in enumerate(group.places, start=1)} for group in groups]
    groups_of, places_of = _ordered(firsts)
    numbers = [array("I", [0] * len(own)) for own in firsts]
    for n, (group, place) in enumerate(zip(groups_of, places_of, strict=True), start=1):
        numbers[group][place] = n

    def claims(n: int) -> tuple[Claim, ...]:
        held: tuple[Claim, ...] = COLUMNS.unpacked(store.get(found[n].claims))
        return tuple(_claim(c, names[n], number) for c, number in zip(held, numbers[n], strict=True))

    def findings(n: int) -> tuple[Finding, ...]:
        held: tuple[Finding, ...] = COLUMNS.unpacked(store.get(found[n].findings))
        return tuple(_finding(f, names[n], numbers[n]) for f in held)

    return Compared(
        Shelf(groups_of, places_of, claims, _number, _GROUPS),
        Shelf(*_ordered(ranks), findings, _no_place, _GROUPS),
    )


def _ordered(keys: Sequence[Sequence[int]]) -> tuple[Sequence[int], Sequence[int]]:
    """The group of each thing and its place there, in the order of the things' keys."""
    groups = array("I", (n for n, own in enumerate(keys) for _ in own))
    places = array("I", (place for own in keys for place in range(len(own))))
    every = [key for own in keys for key in own]
    order = sorted(range(len(every)), key=every.__getitem__)
    return array("I", map(groups.__getitem__, order)), array("I", map(places.__getitem__, order))


def _claim(claim: Claim, names: Mapping[str, str], number: int) -> Claim:
    sides = tuple(_named(side, names) for side in claim.sides)
    links = tuple(replace(link, a=figure_in(names, link.a), b=figure_in(names, link.b)) for link in claim.links)
    return replace(claim, id=f"c{number}", figures=_named(claim.figures, names), sides=sides, links=links)


def _finding(finding: Finding, names: Mapping[str, str], numbers: Sequence[int]) -> Finding:
    return replace(
        finding,
        claim=f"c{numbers[_number(finding.claim)]}" if finding.claim else finding.claim,
        sides=tuple(_named(side, names) for side in finding.sides),
        primary=figure_in(names, finding.primary),
    )


def _named(figures: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(figure_in(names, figure) for figure in figures)


def _number(claim: str) -> int:
    """The place of a claim among those of its group, or of its run, by its id."""
    return int(claim[1:]) - 1


def _no_place(name: str) -> int:
    raise ValueError(name)
