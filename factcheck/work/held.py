"""What a run holds of the documents that it has read: cards in memory, all else in a store until it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from factcheck.documents import Sketch
from factcheck.model import Copied, Document, Figure, Loaded, Shelf, Skipped
from factcheck.scale.store import Store
from factcheck.work.digests import digest
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import Card, Part, Parts, numbered

_OWN_FIGURES, _SKETCH, _TOLD = 1, 2, 3
"""How far behind a document its figures, its sketch and its words are in the store."""
_DOCUMENTS, _FIGURES = 1000, 50
"""Documents that are kept unpacked, and documents whose figures are: these take ten times the memory."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The card of a document, and where it is in the store: its figures, sketch and words come after it."""

    card: Card
    document: int


@dataclass(frozen=True, slots=True)
class File:
    """What a file holds, in its order, and the key by which that is known: empty where nothing is remembered."""

    entries: tuple[Kept | Skipped, ...]
    key: bytes

    @property
    def digests(self) -> Iterator[bytes]:
        """Those of its documents; none where nothing is remembered."""
        if self.key:
            documents = (n for n, entry in enumerate(self.entries) if isinstance(entry, Kept))
            yield from (digest(self.key, b"%d" % n) for n in documents)


@dataclass(frozen=True, slots=True)
class Said:
    """What only a run, or a group in it, says of a document."""

    id: str
    within: str
    copy_of: str | None = None
    copied: tuple[Copied, ...] = ()

    def of(self, document: Document) -> Document:
        """The document with all that."""
        return replace(document, id=self.id, within=self.within, copy_of=self.copy_of, copied=self.copied)


def kept(parts: Parts, store: Store) -> tuple[Kept | Skipped, ...]:
    """The parts of a file, put into the store."""
    return tuple(part if isinstance(part, Skipped) else _kept(part, store) for part in parts)


def _kept(part: Part, store: Store) -> Kept:
    return Kept(part.card, store.put(part.document, part.figures, part.sketch, part.told))


def starts(cards: Iterable[Card]) -> tuple[int, ...]:
    """By document the place of its first figure among all; last, how many figures there are."""
    return (0, *accumulate(card.figures for card in cards))


class Shelved:
    """Documents and their figures in a store, under what a run says of each.

    `places` are those of the documents: their figures, sketches and words come after them.
    """

    def __init__(self, store: Store, places: Sequence[int], cards: Sequence[Card]) -> None:
        self._store, self._places = store, places
        self._starts = starts(cards)

    def packed(self, n: int) -> tuple[bytes, bytes]:
        """A document and its figures, as they are stored."""
        place = self._places[n]
        return self._store.get(place), self._store.get(place + _OWN_FIGURES)

    def told(self, n: int) -> bytes:
        """The digests of the words by which a document is known to tell of an event."""
        return self._store.get(self._places[n] + _TOLD)

    def sketches(self) -> Sequence[Sketch]:
        """The sketches of the documents, each loaded when it is asked for."""

        def loaded(n: int) -> Sketch:
            found: Sketch = COLUMNS.unpacked(self._store.get(self._places[n] + _SKETCH))
            return found

        return Loaded(len(self._places), loaded)

    def documents(self, said: Sequence[Said]) -> Shelf[Document]:
        """The documents, which are called "d1", "d2", …"""

        def opened(n: int) -> tuple[Document, ...]:
            return (said[n].of(COLUMNS.unpacked(self._store.get(self._places[n]))),)

        size = len(self._places)
        return Shelf(size, lambda n: (n, 0), opened, lambda name: int(name[1:]) - 1, _DOCUMENTS)

    def figures(self) -> Shelf[Figure]:
        """All figures, document by document: "d1.1", "d1.2", …"""

        def opened(n: int) -> tuple[Figure, ...]:
            return numbered(COLUMNS.unpacked(self._store.get(self._places[n] + _OWN_FIGURES)), f"d{n + 1}")

        return Shelf(self._starts[-1], self._where, opened, self._place, _FIGURES)

    def _where(self, n: int) -> tuple[int, int]:
        """In which document a figure stands, by its place among all, and its place there."""
        document = bisect_right(self._starts, n) - 1
        return document, n - self._starts[document]

    def _place(self, figure: str) -> int:
        home, _, number = figure.partition(".")
        return self._starts[int(home[1:]) - 1] + int(number) - 1
