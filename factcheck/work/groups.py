"""Documents that meet, directly or by others: what is found among them is the same whatever else a run holds.

So each group can be compared by another process, and what was found in it holds until something in it changes. In a
group the documents are "d1", "d2", … in the order of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from factcheck import claims
from factcheck.claims import Kindred
from factcheck.figures import Extracted
from factcheck.joining import joined
from factcheck.model import Document, Figure, Steering
from factcheck.work.read import Read


@dataclass(frozen=True, slots=True)
class Group:
    """Documents with their figures under the ids of the group; `names` are the documents' ids in the run.

    `meeting` and `event` are, for each document that has figures, the documents that it meets and those of its event;
    None where all that is to be told of that the group tells itself.
    """

    names: tuple[str, ...]
    documents: tuple[Document, ...]
    extracted: tuple[Extracted, ...]
    meeting: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] | None
    apart: tuple[tuple[str, str], ...] = ()
    together: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> dict[str, str]:
        """By the id of a document in the group, its id in the run."""
        return {document.id: name for document, name in zip(self.documents, self.names, strict=True)}

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for extracted in self.extracted for figure in extracted.figures)

    @property
    def size(self) -> int:
        """How many figures it has."""
        return sum(len(extracted.figures) for extracted in self.extracted)

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


def grouped(read: Read, steering: Steering) -> list[Group]:
    """The groups of a run in the order of their first documents; with a draft, which meets all, one group."""
    if read.has_draft:
        return [_group(read, range(len(read.documents)), None, steering)]
    told = {
        document.id: claims.Told(document.path, document.published, frozenset(words))
        for document, words, extracted in zip(read.documents, read.words, read.extracted, strict=True)
        if extracted.figures
    }
    kindred = claims.meetings(told)
    members = joined([d.id for d in read.documents], _ties(read, kindred, steering))
    place = {document.id: n for n, document in enumerate(read.documents)}
    return [_group(read, sorted(place[name] for name in names), kindred, steering) for names in members]


def _ties(read: Read, kindred: Kindred, steering: Steering) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which one can have a say in what is found of the other."""
    yield from ((name, other) for name, met in kindred.meeting.items() for other in met)
    yield from ((document.id, copied.of) for document in read.documents for copied in document.copied)
    yield from ((document.id, document.copy_of) for document in read.documents if document.copy_of)
    yield from ((_home(a), _home(b)) for a, b in steering.together)


def _home(figure: str) -> str:
    """The document of a figure, by its id."""
    return figure.partition(".")[0]


def _group(read: Read, places: Sequence[int], kindred: Kindred | None, steering: Steering) -> Group:
    names = tuple(read.documents[n].id for n in places)
    own = {name: f"d{k}" for k, name in enumerate(names, start=1)}
    return Group(
        names,
        tuple(_renamed(read.documents[n], own) for n in places),
        tuple(_moved(read.extracted[n], own) for n in places),
        _meeting(kindred, own) if kindred else None,
        _pairs(steering.apart, own),
        _pairs(steering.together, own),
    )


def _meeting(kindred: Kindred, own: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    def among(names: AbstractSet[str]) -> tuple[str, ...]:
        return tuple(sorted(own[name] for name in names))

    known = [name for name in own if name in kindred.meeting]
    return tuple((own[name], among(kindred.meeting[name]), among(kindred.event[name])) for name in known)


def _renamed(document: Document, own: Mapping[str, str]) -> Document:
    copied = tuple(replace(c, of=own[c.of]) for c in document.copied)
    copy_of = own[document.copy_of] if document.copy_of else None
    return replace(document, id=own[document.id], copy_of=copy_of, copied=copied)


def _moved(extracted: Extracted, own: Mapping[str, str]) -> Extracted:
    figures = extracted.figures
    if not figures or own[figures[0].document] == figures[0].document:
        return extracted
    name = own[figures[0].document]
    return replace(
        extracted, figures=tuple(replace(f, id=figure_in(own, f.id), document=name) for f in extracted.figures)
    )


def _pairs(pairs: Iterable[tuple[str, str]], own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs of figures of the group."""
    inside = ((a, b) for a, b in pairs if _home(a) in own and _home(b) in own)
    return tuple(sorted((figure_in(own, a), figure_in(own, b)) for a, b in inside))


def figure_in(names: Mapping[str, str], figure: str) -> str:
    """The id of a figure whose document has another name."""
    home, _, number = figure.partition(".")
    return f"{names[home]}.{number}"
