"""What is held of all sources at once while copies are looked for: a few numbers for each passage and each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np

from factcheck.documents.runs import Numbers, Source, passages_of
from factcheck.documents.sketches import DOCUMENT, PARAGRAPH, SEVERAL, Sketch

_UNDATED = date.max.toordinal() + 1
_MOST = 2 / 3
_COLUMNS = 5
"""Of the table of a document's passages."""

_Key = tuple[int, int, str]


class Register:
    """The sources among some sketches, and their texts: all passages, numbered in their order, then all documents.

    Of two texts the one that is lower in `order` is the original where no time tells: the dated comes before the
    undated, the longer document before the shorter, then the order of the paths.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._sketches = sketches
        self._moments: list[str | None] = []
        self.places: list[int] = []
        keys: list[_Key] = []
        counts: list[int] = []
        rows = bytearray()
        for place, sketch in enumerate(sketches):
            if sketch.role == "source":
                self.places.append(place)
                self._moments.append(sketch.moment)
                keys.append((_ordinal(sketch.published), -sketch.size, sketch.path))
                table = _table(sketch)
                counts.append(len(table))
                rows += table.tobytes()
        self.documents = len(keys)
        self._note(counts, np.frombuffer(rows, np.int32).reshape(-1, _COLUMNS), keys)

    def _note(self, counts: Sequence[int], table: Numbers, keys: Sequence[_Key]) -> None:
        starts, words, own, days, timed = table.T
        self.passages = len(table)
        self.words = int(words.sum())
        """Of all passages together."""
        self.first = np.cumsum([0, *counts], dtype=np.int32)
        """The number of each document's first passage."""
        numbers = np.arange(self.documents, dtype=np.int32)
        self.document = np.concatenate((np.repeat(numbers, counts), numbers))
        """Of each text."""
        self.enough = np.concatenate((own >= PARAGRAPH, self._total(own) >= DOCUMENT))
        """Which texts have so many words of their own that they may be told as copies."""
        judged = self.enough[: self.passages]
        self.judged = self._total(judged)
        """How many of each document's passages may."""
        self.loose = (self.judged < SEVERAL) | (self._total(words * judged) < _MOST * self._total(words))
        """Which documents may be copies of what holds none of their passages: much of them is in short ones."""
        self._timed = timed.astype(np.bool_)
        self._day = np.concatenate((days, np.array([day for day, _, _ in keys], np.int32)))
        self.order = self._ordered(starts, keys)

    def _total(self, values: Numbers) -> Numbers:
        """Of each document the sum of what is said of its passages."""
        return np.bincount(self.document[: self.passages], values, self.documents).astype(np.int64)

    def _ordered(self, starts: Numbers, keys: Sequence[_Key]) -> Numbers:
        rank = np.empty(self.documents, np.int32)
        rank[sorted(range(self.documents), key=keys.__getitem__)] = np.arange(self.documents)
        days = self._day[: self.passages]
        order = np.empty(len(self.document), np.int32)
        order[np.lexsort((starts, rank[self.document[: self.passages]], days))] = np.arange(self.passages)
        order[self.passages :] = self.passages + rank
        return order

    def sources(self, numbers: Iterable[int] | None = None) -> Iterator[Source]:
        """All sources, or those with some numbers, in their order."""
        for number in range(self.documents) if numbers is None else numbers:
            yield Source(number, int(self.first[number]), self.sketch(number))

    def sketch(self, document: int) -> Sketch:
        return self._sketches[self.places[document]]

    def document_of(self, text: int) -> int:
        return int(self.document[text])

    def passage_of(self, text: int) -> int | None:
        """The number of a passage in its document; None for a whole document."""
        return text - int(self.first[self.document_of(text)]) if text < self.passages else None

    def place(self, text: int) -> int:
        """The place of a text's document among all sketches."""
        return self.places[self.document_of(text)]

    def later(self, one: int, two: int) -> bool:
        """Whether the moments, or else the days, tell that the first text was written after the second."""
        first, second = self._moment(one), self._moment(two)
        if first and second:
            return first > second
        return bool(self._day[two] < self._day[one] < _UNDATED)

    def _moment(self, text: int) -> str | None:
        timed = text >= self.passages or self._timed[text]
        return self._moments[self.document[text]] if timed else None


def _table(sketch: Sketch) -> Numbers:
    """For each passage where it starts, its words and those of its own, its day, and whether that is the document's."""
    told = passages_of(sketch)
    day = _ordinal(sketch.published)
    table = np.empty((len(told), _COLUMNS), np.int32)
    table[:, :3] = told[:, [0, 2, 3]]
    table[:, 3] = [day if own is None else _ordinal(own) for own in sketch.days] or day
    table[:, 4] = [own is None for own in sketch.days] or True
    return table


def _ordinal(day: date | None) -> int:
    return _UNDATED if day is None else day.toordinal()
