"""Which documents meet: those that may tell of one event.

A small folder is taken to be about one event: all its documents meet. Of an archive each document meets the
likeliest few, by the telling words and values that their sentences share; so the work grows with the number of
documents, not with its square, and a figure of one event is not laid beside a like figure of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from factcheck.claims.mentions import Mention
from factcheck.joining import joined
from factcheck.model import Loaded

MOST = 31
"""How many others a document chooses at most: a folder of one more meets in whole."""

LEAST = 0.08
"""The likeness (0 to 1) that two documents of an archive have at least."""

LOOKUPS = 1000
"""How many documents are looked at for one that holds a word, beginning with its rarest."""

_EVENT, _LATER = 31, 0.5
"""Reports further apart than so many days are seldom of one event: their likeness counts for so much."""

EVENT = 0.2
"""The likeness of two documents that certainly tell of one event."""


_DAYS = frozenset(("date", "clock"))
"""Days and hours tell no event: all reports of a week name the same."""

Meeting = Mapping[str, frozenset[str]]
"""By the id of a document, the ids of those that it meets, itself among them."""


@dataclass(frozen=True, slots=True)
class Kindred:
    """Who meets whom, and by the id of a document all those of its event, itself among them."""

    meeting: Meeting
    event: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences with figures of one document tell: `words` gives the digests of their words and values."""

    path: str
    published: date | None
    words: Callable[[], bytes]


def kindred(mentions: Sequence[Mention]) -> Kindred:
    """Who meets whom, of the documents of some mentions."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        held[mention.document.id].append(mention)
    return _whole(held) if len(held) <= MOST + 1 else meetings(_told(held))


def meetings(told: Mapping[str, Told]) -> Kindred:
    """Who meets whom, of the documents that have figures. Symmetric, and the same in whatever order they are given."""
    if len(told) <= MOST + 1:
        return _whole(told)
    found = {document: {document} for document in told}
    alike: list[tuple[str, str]] = []
    for one, two, likeness in _chosen(told):
        found[one].add(two)
        found[two].add(one)
        if likeness >= EVENT:
            alike.append((one, two))
    events = map(frozenset, joined(told, alike))
    return Kindred(
        {document: frozenset(found.pop(document)) for document in told},
        {document: event for event in events for document in event},
    )


def _whole(documents: Iterable[str]) -> Kindred:
    """A small folder: all meet."""
    every = frozenset(documents)
    all_of_them = dict.fromkeys(every, every)
    return Kindred(all_of_them, all_of_them)


def _told(held: Mapping[str, Sequence[Mention]]) -> dict[str, Told]:
    return {name: _told_by(own) for name, own in held.items()}


def _told_by(mentions: Sequence[Mention]) -> Told:
    document, words = mentions[0].document, words_told(mentions)
    return Told(document.path, document.published, lambda: words)


def words_told(mentions: Sequence[Mention]) -> bytes:
    """The digests of the words by which a document is known to tell of an event.

    They are those of its figures' sentences, and the values of its figures.
    """
    from factcheck.claims.likeness import digests  # arrays are loaded where there are many documents

    words: set[str] = set()
    for mention in mentions:
        words.update(mention.words, mention.near, mention.names)
        if mention.size is not None and mention.dimension not in _DAYS:
            words.add(f"{mention.dimension} {mention.size:.6g}")
    return digests(words)


def _chosen(told: Mapping[str, Told]) -> Iterator[tuple[str, str, float]]:
    """Each document with the likeliest others, and how like they are; of several equally like the nearest in time."""
    from factcheck.claims.likeness import alike

    names, every = list(told), list(told.values())
    for n, near in alike(Loaded(len(every), lambda n: every[n].words()), LOOKUPS, LEAST):
        own = every[n]
        likely = {other: share * _close(own.published, every[other].published) for other, share in near.items()}
        nearest = nsmallest(MOST, likely, key=lambda other: (-likely[other], *_away(own, every[other])))
        yield from ((names[n], names[other], likely[other]) for other in nearest if likely[other] >= LEAST)


def _away(one: Told, two: Told) -> tuple[int, str]:
    """How many days lie between two documents; the path is a last word that no order of the documents changes."""
    days = abs((one.published - two.published).days) if one.published and two.published else 0
    return days, two.path


def _close(one: date | None, two: date | None) -> float:
    return _LATER if one and two and abs((one - two).days) > _EVENT else 1.0
