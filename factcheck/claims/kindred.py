"""Which documents meet: those that may tell of one event.

A small folder is taken to be about one event: all its documents meet. Of an archive each document meets the
likeliest few, by the telling words and values that their sentences share; so the work grows with the number of
documents, not with its square, and a figure of one event is not laid beside a like figure of another.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from factcheck.claims.mentions import Mention
from factcheck.joining import joined

MOST = 31
"""How many others a document chooses at most: a folder of one more meets in whole."""

LEAST = 0.08
"""The likeness (0 to 1) that two documents of an archive have at least."""

LOOKUPS = 1000
"""How many documents are looked at for one that holds a word, beginning with its rarest."""

_UNREAD = 200
"""Documents that are taken to stand beside those at hand: the words of a folder's one topic still tell."""

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
    """What the sentences with figures of one document tell: their words, their values."""

    path: str
    published: date | None
    words: AbstractSet[str]


def kindred(mentions: Sequence[Mention]) -> Kindred:
    """Who meets whom, of the documents of some mentions."""
    return meetings(_told(mentions))


def meetings(told: Mapping[str, Told]) -> Kindred:
    """Who meets whom, of the documents that have figures. Symmetric, and the same in whatever order they are given."""
    if len(told) <= MOST + 1:
        all_of_them = dict.fromkeys(told, frozenset(told))
        return Kindred(all_of_them, all_of_them)
    found = {document: {document} for document in told}
    alike: list[tuple[str, str]] = []
    for one, two, likeness in _chosen(told):
        found[one].add(two)
        found[two].add(one)
        if likeness >= EVENT:
            alike.append((one, two))
    events = map(frozenset, joined(told, alike))
    return Kindred(
        {document: frozenset(others) for document, others in found.items()},
        {document: event for event in events for document in event},
    )


def _told(mentions: Sequence[Mention]) -> dict[str, Told]:
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        held[mention.document.id].append(mention)
    documents = {document: own[0].document for document, own in held.items()}
    return {name: Told(d.path, d.published, words_told(held[name])) for name, d in documents.items()}


def words_told(mentions: Sequence[Mention]) -> set[str]:
    """The words by which a document is known to tell of an event: those of its figures' sentences, and their values."""
    words: set[str] = set()
    for mention in mentions:
        words.update(mention.words, mention.near, mention.names)
        if mention.size is not None and mention.dimension not in _DAYS:
            words.add(f"{mention.dimension} {mention.size:.6g}")
    return words


def _chosen(told: Mapping[str, Told]) -> Iterator[tuple[str, str, float]]:
    """Each document with the likeliest others, and how like they are; of several equally like the nearest in time."""
    names, every = list(told), list(told.values())
    holders = _holders(every)
    squares = {word: math.log((len(every) + _UNREAD) / len(having)) ** 2 for word, having in holders.items()}
    lengths = [math.sqrt(math.fsum(squares[word] for word in own.words)) for own in every]
    looked_at = _looked_at(holders, len(every))
    for n, own in enumerate(every):
        enough = LEAST * lengths[n]
        alike = {
            other: mass / (lengths[n] * lengths[other]) * _close(own.published, every[other].published)
            for other, mass in _shared(looked_at[n], holders, squares).items()
            if mass >= enough * lengths[other] and other != n
        }
        nearest = nsmallest(MOST, alike, key=lambda other: (-alike[other], *_away(own, every[other])))
        yield from ((names[n], names[other], alike[other]) for other in nearest if alike[other] >= LEAST)


def _away(one: Told, two: Told) -> tuple[int, str]:
    """How many days lie between two documents; the path is a last word that no order of the documents changes."""
    days = abs((one.published - two.published).days) if one.published and two.published else 0
    return days, two.path


def _holders(every: Sequence[Told]) -> Mapping[str, list[int]]:
    """By word, the numbers of the documents that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(every):
        for word in own.words:
            found[word].append(n)
    return found


def _close(one: date | None, two: date | None) -> float:
    return _LATER if one and two and abs((one - two).days) > _EVENT else 1.0


def _looked_at(holders: Mapping[str, Sequence[int]], documents: int) -> list[list[str]]:
    """By document its rarest words, the rarest first: those by which it is laid beside their other holders.

    All words are put in order once, and each is then handed to its holders.
    """
    chosen: list[list[str]] = [[] for _ in range(documents)]
    looked = [0] * documents
    for held, word in sorted((len(having), word) for word, having in holders.items()):
        for n in holders[word]:
            looked[n] += held
            if looked[n] <= LOOKUPS:
                chosen[n].append(word)
    return chosen


def _shared(words: Sequence[str], holders: Mapping[str, list[int]], squares: Mapping[str, float]) -> dict[int, float]:
    """How much each document shares with one that has the words: their squared rarities, added in their order."""
    found: dict[int, float] = {}
    for word in words:
        square = squares[word]
        for document in holders[word]:
            found[document] = found.get(document, 0.0) + square
    return found
