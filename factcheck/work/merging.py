"""What was found in each group of a run, all together in the order of its text, loaded as it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from factcheck.model import Claim, Figure, Finding, Link, Shelf
from factcheck.scale.store import Store
from factcheck.work.comparing import Compared, Found
from factcheck.work.groups import Group, figure_in
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import renamed
from factcheck.work.read import Read

_GROUPS, _WITH_FINDINGS = 200, 2000
"""Groups whose claims are kept unpacked, and whose findings are: a report goes through these again and again."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a run remembers of what was found in a group.

    `firsts` are the places of its claims' first figures among all figures of the run, `ranks` the order of its
    findings among all. `claims` is where the claims are in the store: findings, supports and what is spoken of come
    after them.
    """

    firsts: Sequence[int]
    ranks: Sequence[int]
    claims: int

    @property
    def findings(self) -> int:
        """Where the findings are."""
        return self.claims + 1

    @property
    def supports(self) -> int:
        """Where it is what the sources say of a draft's figures."""
        return self.claims + 2

    @property
    def spoken(self) -> int:
        """Where the claims and figures are of which findings speak."""
        return self.claims + 3


NOTHING = Noted((), (), -1)
"""Of a group without figures."""


def noted(found: Found, group: Group, begins: Sequence[int], store: Store) -> Noted:
    """What was found in a group, put into the store; documents of the run begin with the figures `begins`."""
    ranks = (
        bad * begins[-1] + place
        for bad, place in zip(found.severities, found.primaries.places(group, begins), strict=True)
    )
    firsts = array("I", found.firsts.places(group, begins))
    return Noted(firsts, array("Q", ranks), store.put(found.claims, found.findings, found.supports, found.spoken))


def merged(groups: Sequence[Group], found: Sequence[Noted], read: Read, store: Store) -> Compared:
    """What was found in each group, under the ids of the run.

    Claims come in the order of their first figures; of findings the worst first, then in the order of the text.
    """
    if len(groups) == 1 and groups[0].size:  # it has the ids of the run, and all that is said of a draft
        held = found[0].claims, found[0].findings, found[0].supports
        return Compared(*(COLUMNS.unpacked(store.get(number)) for number in held))
    claims = _ordered([one.firsts for one in found])
    ranks = _ordered([one.ranks for one in found])
    places = [group.places for group in groups]
    shelves = _Shelves(places, [said.id for said in read.said], found, claims, store)
    spoken = _Spoken(places, len(read.cards), claims[0], shelves)
    return Compared(
        Shelf(*claims, shelves.claims, _number, _GROUPS).beside(spoken.claim),
        Shelf(*ranks, shelves.findings, _no_place, _WITH_FINDINGS),
        spoken=spoken.figure,
    )


class _Shelves:
    """What was found in groups, unpacked group by group.

    `places` are those of each group's documents in the run, in which they have other `names`; `claims` are the group of
    each claim of the run and its place there.
    """

    def __init__(
        self,
        places: Sequence[Sequence[int]],
        names: Sequence[str],
        found: Sequence[Noted],
        claims: tuple[Sequence[int], Sequence[int]],
        store: Store,
    ) -> None:
        self._places, self._run, self._found, self._store = places, names, found, store
        self._numbers = [array("I", [0] * len(one.firsts)) for one in found]
        for n, (group, place) in enumerate(zip(*claims, strict=True), start=1):
            self._numbers[group][place] = n

    def _names(self, n: int) -> Mapping[str, str]:
        """By the ids of documents in a group those in the run."""
        return {f"d{k}": self._run[place] for k, place in enumerate(self._places[n], start=1)}

    def claims(self, n: int) -> tuple[Claim, ...]:
        """The claims of a group."""
        held: tuple[Claim, ...] = COLUMNS.unpacked(self._store.get(self._found[n].claims))
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
        return f"c{self._numbers[n][_number(claim)]}"

    def findings(self, n: int) -> tuple[Finding, ...]:
        """The findings of a group."""
        held: tuple[Finding, ...] = COLUMNS.unpacked(self._store.get(self._found[n].findings))
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
        if self._found[n] is NOTHING:
            return {}, {}
        names, (claims, figures) = self._names(n), COLUMNS.unpacked(self._store.get(self._found[n].spoken))
        named = [renamed(figure, names[figure.document], figure_in(names, figure.id)) for figure in figures]
        return {c.id: c for c in (self._claim(claim, n, names) for claim in claims)}, {
            figure.id: figure for figure in named
        }


class _Spoken:
    """The claims and figures of which findings speak, by their ids; None for others.

    `places` are those of each group's documents, `claims` the groups of all claims, in their order.
    """

    def __init__(
        self, places: Sequence[Sequence[int]], documents: int, claims: Sequence[int], shelves: _Shelves
    ) -> None:
        self._opened = lru_cache(maxsize=_GROUPS)(shelves.spoken)
        self._of_claims = claims
        self._of_documents = array("I", [0] * documents)
        for n, own in enumerate(places):
            for place in own:
                self._of_documents[place] = n

    def claim(self, name: str) -> Claim | None:
        group = _at(self._of_claims, name)
        return None if group is None else self._opened(group)[0].get(name)

    def figure(self, name: str) -> Figure | None:
        group = _at(self._of_documents, name.partition(".")[0])
        return None if group is None else self._opened(group)[1].get(name)


def _at(groups: Sequence[int], name: str) -> int | None:
    """The group of the thing with an id ("d3", "c7"); None where there is none."""
    number = name[1:]
    return groups[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(groups) else None


def _ordered(keys: Sequence[Sequence[int]]) -> tuple[Sequence[int], Sequence[int]]:
    """The group of each thing and its place there, in the order of the things' keys."""
    import numpy as np  # loaded by then where there are many

    sizes = [len(own) for own in keys]
    order = np.argsort(np.fromiter(chain.from_iterable(keys), np.uint64, sum(sizes)), kind="stable")
    groups = np.repeat(np.arange(len(keys), dtype=np.uint32), sizes)
    places = np.fromiter(chain.from_iterable(map(range, sizes)), np.uint32, len(order))
    return _array(groups[order].tobytes()), _array(places[order].tobytes())


def _array(numbers: bytes) -> Sequence[int]:
    found = array("I")
    found.frombytes(numbers)
    return found


def _link(link: Link, names: Mapping[str, str]) -> Link:
    return Link(figure_in(names, link.a), figure_in(names, link.b), link.score, link.reasons)


def _in(names: Mapping[str, str], figures: Iterable[str]) -> tuple[str, ...]:
    return tuple(figure_in(names, figure) for figure in figures)


def _number(claim: str) -> int:
    """The place of a claim among those of its group, or of its run, by its id."""
    return int(claim[1:]) - 1


def _no_place(name: str) -> int:
    raise ValueError(name)
