"""Which documents hold some runs."""

from __future__ import annotations

import numpy as np

from factcheck.documents.groups import Groups, laid, once
from factcheck.documents.register import Register
from factcheck.documents.runs import Numbers, Runs, runs

MOST = 8
"""Documents with one run of which it is known: the first ones, among which the original is."""

_HELD = 1 << 17
"""Places that are held before those that are too many are left out."""
_MARKS = 21


class Holders:
    """By the place of each run in `shingles`, which are in order, the documents that hold it."""

    def __init__(self, shingles: Numbers, register: Register) -> None:
        self._shingles, self._register = shingles, register
        self._order = register.order[register.passages :] - np.int32(register.passages)
        self._first = np.argsort(self._order)
        self._shift = np.uint64(64 - _MARKS)
        self._marks = np.zeros(1 << _MARKS, np.bool_)
        self._marks[shingles >> self._shift] = True
        self.crowded = np.zeros(len(shingles), np.bool_)
        """Which are held by more documents than are known."""
        self._look_up()
        found = np.arange(len(shingles))
        self._starts = np.searchsorted(self._runs, found)
        self._sizes = np.searchsorted(self._runs, found, "right") - self._starts

    def of(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The holders of some runs one after another: beside each the place of the run among those that were asked."""
        sizes = self._sizes[places]
        asked = np.repeat(np.arange(len(places)), sizes)
        return asked, self._first[self._places[laid(self._starts[places], sizes)]]

    def _look_up(self) -> None:
        self._runs = self._places = np.empty(0, np.int32)
        parts: list[tuple[Numbers, Numbers]] = []
        for some in runs(self._register.sources()):
            parts.append(self._found(some))
            if sum(len(found) for found, _ in parts) > _HELD:
                self._take(parts)
                parts = []
        self._take(parts)

    def _found(self, some: Runs) -> tuple[Numbers, Numbers]:
        """The runs that are looked for among those of some documents, and their documents' places in order."""
        marked = np.flatnonzero(self._marks[some.shingles >> self._shift])
        shingles = some.shingles[marked]
        places = np.searchsorted(self._shingles, shingles)
        known = self._shingles[np.minimum(places, len(self._shingles) - 1)] == shingles
        return places[known].astype(np.int32), self._order[some.documents[marked[known]]]

    def _take(self, parts: list[tuple[Numbers, Numbers]]) -> None:
        """Hold what was found, beside what is held: of each run the first documents."""
        found = np.concatenate([self._runs, *(one for one, _ in parts)])
        places = np.concatenate([self._places, *(two for _, two in parts)])
        keys = once(found.astype(np.int64) << 32 | places)
        found, places = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
        few = Groups(found).ranks() < MOST
        self.crowded[found[~few]] = True
        self._runs, self._places = found[few], places[few]
