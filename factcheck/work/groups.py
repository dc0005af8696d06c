"""Documents that meet, directly or by others: what is found among them is the same whatever else a run holds.

So each group can be compared by another process, and what was found in it holds until something in it changes. In a
group the documents are "d1", "d2", … in the order of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, partial

from factcheck import claims
from factcheck.claims import Kindred
from factcheck.joining import joined
from factcheck.model import Document, Figure, Steering
from factcheck.work.held import Said
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import numbered
from factcheck.work.read import Read


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of a run by their places in it; all else is under the ids of the group.

    `meeting` holds for each document that has figures the documents that it meets and those of its event; None where
    the figures themselves tell that. `size` is how many figures there are.
    """

    places: tuple[int, ...]
    said: tuple[Said, ...]
    size: int
    meeting: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] | None
    apart: tuple[tuple[str, str], ...] = ()
    together: tuple[tuple[str, str], ...] = ()

    @property
    def kindred(self) -> Kindred | None:
        if self.meeting is None:
            return None
        events: dict[tuple[str, ...], frozenset[str]] = {}
        return Kindred(
            {name: frozenset(met) for name, met, _ in self.meeting},
            {name: events.setdefault(event, frozenset(event)) for name, _, event in self.meeting},
        )

    @property
    def steering(self) -> Steering:
        return Steering(frozenset(self.apart), frozenset(self.together))


@dataclass(frozen=True, slots=True)
class Bundle:
    """A group with its documents and their figures, each packed as it was read: so it is sent to who compares it."""

    group: Group
    documents: tuple[bytes, ...]
    figures: tuple[bytes, ...]

    def unpacked(self) -> tuple[tuple[Document, ...], tuple[Figure, ...]]:
        """The documents and their figures under the ids of the group."""
        said = self.group.said
        read = tuple(one.of(COLUMNS.unpacked(data)) for one, data in zip(said, self.documents, strict=True))
        found = (numbered(COLUMNS.unpacked(data), one.id) for one, data in zip(said, self.figures, strict=True))
        return read, tuple(figure for figures in found for figure in figures)


def bundled(group: Group, read: Read) -> Bundle:
    """A group of a run as it is sent."""
    packed = [read.packed(n) for n in group.places]
    return Bundle(group, tuple(document for document, _ in packed), tuple(figures for _, figures in packed))


def grouped(read: Read, steering: Steering) -> list[Group]:
    """The groups of a run in the order of their first documents; with a draft, which meets all, one group."""
    if read.has_draft:
        return [_group(read, range(len(read.cards)), None, steering)]
    told = {
        said.id: claims.Told(card.path, card.published, partial(read.told, n))
        for n, (said, card) in enumerate(zip(read.said, read.cards, strict=True))
        if card.figures
    }
    kindred = claims.meetings(told)
    members = joined([said.id for said in read.said], _ties(read, kindred, steering))
    place = {said.id: n for n, said in enumerate(read.said)}
    return [_group(read, sorted(place[name] for name in names), kindred, steering) for names in members]


def _ties(read: Read, kindred: Kindred, steering: Steering) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which one can have a say in what is found of the other."""
    yield from ((name, other) for name, met in kindred.meeting.items() for other in met)
    yield from ((said.id, copied.of) for said in read.said for copied in said.copied)
    yield from ((said.id, said.copy_of) for said in read.said if said.copy_of)
    yield from ((_home(a), _home(b)) for a, b in steering.together)


def _home(figure: str) -> str:
    """The document of a figure, by its id."""
    return figure.partition(".")[0]


def _group(read: Read, places: Sequence[int], kindred: Kindred | None, steering: Steering) -> Group:
    own = {read.said[n].id: _name(k) for k, n in enumerate(places, start=1)}
    return Group(
        tuple(places),
        tuple(_renamed(read.said[n], own) for n in places),
        sum(read.cards[n].figures for n in places),
        _meeting(kindred, own) if kindred and len(places) > 1 else None,
        _pairs(steering.apart, own),
        _pairs(steering.together, own),
    )


@cache
def _name(k: int) -> str:
    return f"d{k}"


def _meeting(kindred: Kindred, own: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    def among(names: AbstractSet[str]) -> tuple[str, ...]:
        return tuple(sorted(own[name] for name in names))

    known = [name for name in own if name in kindred.meeting]
    return tuple((own[name], among(kindred.meeting[name]), among(kindred.event[name])) for name in known)


def _renamed(said: Said, own: Mapping[str, str]) -> Said:
    copied = tuple(replace(c, of=own[c.of]) for c in said.copied)
    return Said(own[said.id], said.within, own[said.copy_of] if said.copy_of else None, copied)


def _pairs(pairs: Iterable[tuple[str, str]], own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs of figures of the group."""
    inside = ((a, b) for a, b in pairs if _home(a) in own and _home(b) in own)
    return tuple(sorted((figure_in(own, a), figure_in(own, b)) for a, b in inside))


def figure_in(names: Mapping[str, str], figure: str) -> str:
    """The id of a figure whose document has another name."""
    home, _, number = figure.partition(".")
    return f"{names[home]}.{number}"
