"""All words of a text, laid beside those of another."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from factcheck.documents.groups import once
from factcheck.documents.runs import Flags, Numbers, anywhere, flags_of, passages_of, shingles, words_of
from factcheck.documents.sketches import Sketch
from factcheck.documents.sought import NAMED, SHARE

_TELLING, _SAME = 3, 0.5
"""Of so many numbers or more a copy keeps this share: a form that is filled in anew each day keeps none. Of one or two
all may have been changed."""


class Words:
    """The words of a passage or of a document, those that are names, and what its numbers say; each counts once."""

    def __init__(self, words: Numbers, names: Flags, numbers: Numbers) -> None:
        self._words, self._names, self._numbers = words, names, numbers

    @classmethod
    def of_passage(cls, sketch: Sketch, n: int) -> Words:
        counts = passages_of(sketch)
        before, words = counts[:n], words_of(sketch)
        own = slice(before[:, 2].sum(), before[:, 2].sum() + counts[n, 2])
        numbers = slice(before[:, 4].sum(), before[:, 4].sum() + counts[n, 4])
        return cls(words[own], flags_of(sketch.names, len(words))[own], _numbers(sketch)[numbers])

    @classmethod
    def of_document(cls, sketch: Sketch) -> Words:
        words = words_of(sketch)
        return cls(words, flags_of(sketch.known, len(words)), _numbers(sketch))

    def run_in(self, original: Words) -> bool:
        """Whether enough of their runs stand in another text, and of those with a name."""
        shared = _held(self.shingles, original.shingles)
        return shared >= SHARE * len(self.shingles) and self._named_in(original)

    def tell_the_same(self, original: Words) -> bool:
        """Whether enough of their names and numbers stand in another text."""
        if _held(self.names, original.words) < NAMED * len(self.names):
            return False
        return len(self.numbers) < _TELLING or _held(self.numbers, original.numbers) >= _SAME * len(self.numbers)

    def named_alike(self, original: Words) -> bool:
        """Whether their names stand among the same words in another text."""
        return self._named_in(original) and _held(self.names, original.words) >= NAMED * len(self.names)

    def _named_in(self, original: Words) -> bool:
        return _held(self.named, original.shingles) >= NAMED * len(self.named)

    @cached_property
    def shingles(self) -> Numbers:
        return once(shingles(self._words))

    @cached_property
    def named(self) -> Numbers:
        """The shingles in which a name stands."""
        return once(shingles(self._words)[anywhere(self._names)])

    @cached_property
    def words(self) -> Numbers:
        return once(self._words)

    @cached_property
    def names(self) -> Numbers:
        return once(self._words[self._names])

    @cached_property
    def numbers(self) -> Numbers:
        return once(self._numbers)


def _numbers(sketch: Sketch) -> Numbers:
    return np.frombuffer(sketch.numbers, "<u4")


def _held(some: Numbers, others: Numbers) -> int:
    """How many of some numbers are among others; both are in order, each once."""
    if not len(others):
        return 0
    places = np.minimum(np.searchsorted(others, some), len(others) - 1)
    return int(np.count_nonzero(others[places] == some))
