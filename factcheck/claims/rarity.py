"""How telling a word is: the rarer among the sentences with figures, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims.mentions import Mention

_UNREAD = 40
"""Sentences that are taken to stand beside those at hand: in two short texts no word is common yet."""


@dataclass(frozen=True)
class Rarities:
    """How telling a word is in a sentence, and how telling a stem is in the window of a number."""

    words: Rarity
    windows: Rarity

    @classmethod
    def of(cls, all_mentions: Sequence[Mention]) -> Rarities:
        return cls(Rarity.of(all_mentions), Rarity.of_windows(all_mentions))


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
        weights = {w: max(0.0, math.log(total / (n + 0.5))) for w, n in counts.items()}
        return cls(weights, math.log(total), {w: weight**2 for w, weight in weights.items()})

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
