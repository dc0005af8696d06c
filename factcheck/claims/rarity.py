"""How telling a word is: the rarer among the sentences with figures, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
        return cls({w: max(0.0, math.log(total / (n + 0.5))) for w, n in counts.items()}, math.log(total))

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two sets of words, each weighing by its rarity squared; summed exactly, in whatever order."""
        shared = math.fsum(self._weight(w) ** 2 for w in a & b)
        if not shared:
            return 0.0
        return shared / math.sqrt(self._mass(a) * self._mass(b))

    def share(self, word: str) -> float:
        """The weight of one word as a share of the rarest word's."""
        return self._weight(word) / self.unknown if self.unknown else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return math.fsum(self._weight(w) ** 2 for w in words) or 1.0

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.unknown)
