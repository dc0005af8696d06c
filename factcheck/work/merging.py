"""What was found in each group of a run, all together in the order of its text, loaded as it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.model import Claim, Figure, Finding, Link, Shelf
from factcheck.work.comparing import Compared
from factcheck.work.groups import figure_in
from factcheck.work.notes import Notes
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import renamed

_GROUPS, _WITH_FINDINGS = 200, 1000
"""Groups whose claims are kept unpacked, and whose findings are: a report goes through these again and again."""


def of_one(found: Notes) -> Compared:
    """What was found in the one group of a run, which has the ids of the run, and all that is said of a draft."""
    return Compared(*map(COLUMNS.unpacked, (found.claims_of(0), found.findings_of(0), found.supports_of(0))))


def merged(places: Sequence[Sequence[int]], names: Sequence[str], found: Notes) -> Compared:
    """What was found in each group, under the ids of the run.

    `places` are those of each group's documents in the run, in which they have other `names`.
    """
    found.settle()
    shelves = _Shelves(places, names, found)
    spoken = _Spoken(places, len(names), found, shelves)
    claims, findings = found.claims, found.findings
    return Compared(
        Shelf(len(claims), claims.where, shelves.claims, _number, _GROUPS).beside(spoken.claim),
        Shelf(len(findings), findings.where, shelves.findings, _no_place, _WITH_FINDINGS),
        spoken=spoken.figure,
    )


class _Shelves:
    """What was found in groups, unpacked group by group."""

    def __init__(self, places: Sequence[Sequence[int]], names: Sequence[str], found: Notes) -> None:
        self._places, self._run, self._found = places, names, found

    def _names(self, n: int) -> Mapping[str, str]:
        """By the ids of documents in a group those in the run."""
        return {f"d{k}": self._run[place] for k, place in enumerate(self._places[n], start=1)}

    def claims(self, n: int) -> tuple[Claim, ...]:
        """The claims of a group."""
        held: tuple[Claim, ...] = COLUMNS.unpacked(self._found.claims_of(n))
        names = self._names(n)
        return tuple(self._claim(claim, n, names) for claim in held)

    def _claim(self, claim: Claim, n: int, names: Mapping[str, str]) -> Claim:
        return replace(
            claim,
            id=self._named(claim.id, n),
            figures=_in(names, claim.figures),
            sides=tuple(_in(names, side) for side in claim.sides),
            links=tuple(_link(link, names) for link in claim.links),
        )

    def _named(self, claim: str, n: int) -> str:
        return f"c{self._found.claims.number(n, _number(claim)) + 1}"

    def findings(self, n: int) -> tuple[Finding, ...]:
        """The findings of a group."""
        held: tuple[Finding, ...] = COLUMNS.unpacked(self._found.findings_of(n))
        names = self._names(n)
        return tuple(self._finding(finding, n, names) for finding in held)

    def _finding(self, finding: Finding, n: int, names: Mapping[str, str]) -> Finding:
        return replace(
            finding,
            claim=self._named(finding.claim, n) if finding.claim else finding.claim,
            sides=tuple(_in(names, side) for side in finding.sides),
            primary=figure_in(names, finding.primary),
        )

    def spoken(self, n: int) -> tuple[Mapping[str, Claim], Mapping[str, Figure]]:
        """The claims and figures of a group of which findings speak, by their ids."""
        if not self._found.has(n):
            return {}, {}
        names, (claims, figures) = self._names(n), COLUMNS.unpacked(self._found.spoken_of(n))
        named = [renamed(figure, names[figure.document], figure_in(names, figure.id)) for figure in figures]
        return {c.id: c for c in (self._claim(claim, n, names) for claim in claims)}, {f.id: f for f in named}


class _Spoken:
    """The claims and figures of which findings speak, by their ids; None for others.

    `places` are those of each group's documents, of which there are so many.
    """

    def __init__(self, places: Sequence[Sequence[int]], documents: int, found: Notes, shelves: _Shelves) -> None:
        self._opened = lru_cache(maxsize=_GROUPS)(shelves.spoken)
        self._claims = found.claims
        self._of_documents = array("I", [0]) * documents
        for n, own in enumerate(places):
            for place in own:
                self._of_documents[place] = n

    def claim(self, name: str) -> Claim | None:
        at = _at(name, len(self._claims))
        return None if at is None else self._opened(self._claims.where(at)[0])[0].get(name)

    def figure(self, name: str) -> Figure | None:
        at = _at(name.partition(".")[0], len(self._of_documents))
        return None if at is None else self._opened(self._of_documents[at])[1].get(name)


def _at(name: str, of: int) -> int | None:
    """The place of the thing with an id ("d3", "c7") among so many; None where there is none."""
    number = name[1:]
    return int(number) - 1 if number.isdecimal() and 0 < int(number) <= of else None


def _link(link: Link, names: Mapping[str, str]) -> Link:
    return Link(figure_in(names, link.a), figure_in(names, link.b), link.score, link.reasons)


def _in(names: Mapping[str, str], figures: Iterable[str]) -> tuple[str, ...]:
    return tuple(figure_in(names, figure) for figure in figures)


def _number(claim: str) -> int:
    """The place of a claim among those of its group, or of its run, by its id."""
    return int(claim[1:]) - 1


def _no_place(name: str) -> int:
    raise ValueError(name)
