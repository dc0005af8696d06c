"""How telling a word is: the rarer among the sentences with figures of one event, the more."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.claims.kindred import Kindred, kindred
from factcheck.claims.mentions import Mention

_UNREAD = 40
"""Sentences that are taken to stand beside those at hand: in two short texts no word is common yet."""


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
    """How telling words are, counted among the documents of an event: an archive weighs them as a small folder does."""

    def __init__(self, all_mentions: Sequence[Mention], known: Kindred | None = None) -> None:
        self.kindred: Kindred = known or kindred(all_mentions)
        self._by_document: dict[str, list[Mention]] = defaultdict(list)
        for mention in all_mentions:
            self._by_document[mention.document.id].append(mention)
        self._counted: dict[frozenset[str], Tellings] = {}

    @classmethod
    def of(cls, all_mentions: Sequence[Mention], known: Kindred | None = None) -> Rarities:
        """How telling they are among some mentions; `known` is who meets whom, where that was found out before."""
        return cls(all_mentions, known)

    def between(self, a: Mention, b: Mention) -> Tellings:
        """How telling words are in the event of both; what two events say on average, where they are of two."""
        here, there = self.kindred.event[a.document.id], self.kindred.event[b.document.id]
        one = self._among(here)
        if here is there:
            return one
        two = self._among(there)
        return Tellings(Halves(one.words, two.words), Halves(one.windows, two.windows))

    def _among(self, documents: frozenset[str]) -> Tellings:
        known = self._counted.get(documents)
        if known is None:
            found = [m for document in documents for m in self._by_document[document]]
            known = self._counted[documents] = Tellings(Rarity.of(found), Rarity.of_windows(found))
        return known


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

    squares: Mapping[str, float]
    unknown: float
    """The weight of a word that no sentence holds."""
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
        squares = {n: max(0.0, math.log(total / (n + 0.5))) ** 2 for n in set(counts.values())}
        return cls({w: squares[n] for w, n in counts.items()}, math.log(total))

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two sets of words, each weighing by its rarity squared; summed exactly, in whatever order."""
        common = a & b
        if not common:
            return 0.0
        shared = self._length(common)
        return shared / math.sqrt((self._mass(a) or 1.0) * (self._mass(b) or 1.0)) if shared else 0.0

    def share(self, word: str) -> float:
        """The weight of one word as a share of the rarest word's."""
        return math.sqrt(self.squares.get(word, self.unknown**2)) / self.unknown if self.unknown else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        known = self.masses.get(words)
        if known is None:
            known = self.masses[words] = self._length(words)
        return known

    def _length(self, words: frozenset[str]) -> float:
        unknown = self.unknown**2
        return math.fsum([self.squares.get(w, unknown) for w in words])
