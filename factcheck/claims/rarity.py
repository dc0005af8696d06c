"""How telling a word is: the rarer among the sentences with figures of one event, the more."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from factcheck.claims.kindred import Kindred, kindred
from factcheck.claims.mentions import Mention

_UNREAD = 40
"""Sentences that are taken to stand beside those at hand: in two short texts no word is common yet."""

_AT_HAND = 256
"""Events whose rarities are kept: documents that meet stand near each other in an archive more often than not."""


class Telling(Protocol):
    """What weighs words by how much they tell."""

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How alike two sets of words are, from 0 to 1. Symmetric."""

    def share(self, word: str) -> float:
        """The weight of one word as a share of the rarest word's."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """How telling a word is in a sentence, and how telling a stem is in the window of a number."""

    words: Telling
    windows: Telling


class Rarities:
    """How telling words are, counted among the documents that meet: an archive weighs words as a small folder does."""

    def __init__(self, all_mentions: Sequence[Mention]) -> None:
        self.kindred: Kindred = kindred(all_mentions)
        self._by_document: dict[str, list[Mention]] = defaultdict(list)
        for mention in all_mentions:
            self._by_document[mention.document.id].append(mention)
        self._among = lru_cache(_AT_HAND)(self._count)

    @classmethod
    def of(cls, all_mentions: Sequence[Mention]) -> Rarities:
        return cls(all_mentions)

    def between(self, a: Mention, b: Mention) -> Tellings:
        """How telling words are to the documents of both; half of what each of the two says, where they differ."""
        here, there = self.kindred[a.document.id], self.kindred[b.document.id]
        one = self._among(here)
        if here is there:
            return one
        two = self._among(there)
        return Tellings(Halves(one.words, two.words), Halves(one.windows, two.windows))

    def _count(self, documents: frozenset[str]) -> Tellings:
        """The rarities among some documents."""
        found = [m for document in documents for m in self._by_document[document]]
        return Tellings(Rarity.of(found), Rarity.of_windows(found))


@dataclass(frozen=True, slots=True)
class Halves:
    """What two say on average."""

    one: Telling
    two: Telling

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The mean of both likenesses."""
        return (self.one.likeness(a, b) + self.two.likeness(a, b)) / 2 if a & b else 0.0

    def share(self, word: str) -> float:
        """The mean of both shares."""
        return (self.one.share(word) + self.two.share(word)) / 2


@dataclass(frozen=True)
class Rarity:
    """How telling a word is: the logarithm of how few sentences with figures hold it."""

    weights: Mapping[str, float]
    unknown: float
    squares: Mapping[str, float]
    masses: dict[frozenset[str], float] = field(default_factory=dict)
    """The squared lengths of the sets that were asked for: each is compared with many others."""

    @classmethod
    def of(cls, all_mentions: Sequence[Mention]) -> Rarity:
        """The inverse sentence frequency of every word of the mentions' sentences."""
        sentences = {m.sentence: m.words | m.near | m.names for m in all_mentions}
        return cls._counted(list(sentences.values()))

    @classmethod
    def of_windows(cls, all_mentions: Sequence[Mention]) -> Rarity:
        """The same for the stems of the mentions' windows."""
        return cls._counted([m.window for m in all_mentions])

    @classmethod
    def _counted(cls, sets: Sequence[frozenset[str]]) -> Rarity:
        counts = Counter(w for words in sets for w in words)
        total = len(sets) + _UNREAD
        by_count = {n: max(0.0, math.log(total / (n + 0.5))) for n in set(counts.values())}
        squared = {n: weight**2 for n, weight in by_count.items()}
        weights = {w: by_count[n] for w, n in counts.items()}
        return cls(weights, math.log(total), {w: squared[n] for w, n in counts.items()})

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two sets of words, each weighing by its rarity squared; summed exactly, in whatever order."""
        common = a & b
        if not common:
            return 0.0
        shared = self._length(common)
        return shared / math.sqrt((self._mass(a) or 1.0) * (self._mass(b) or 1.0)) if shared else 0.0

    def share(self, word: str) -> float:
        """The weight of one word as a share of the rarest word's."""
        return self._weight(word) / self.unknown if self.unknown else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        if words not in self.masses:
            self.masses[words] = self._length(words)
        return self.masses[words]

    def _length(self, words: frozenset[str]) -> float:
        unknown = self.unknown**2
        return math.fsum([self.squares.get(w, unknown) for w in words])

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.unknown)
