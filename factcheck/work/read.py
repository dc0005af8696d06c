"""What a run has read: documents, their figures, and the words by which they meet."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from factcheck import claims, documents
from factcheck import figures as extraction
from factcheck.model import Copied, Document, Figure, Role, Skipped
from factcheck.scale.store import Store
from factcheck.work.gathering import card_of
from factcheck.work.held import File, Said, Shelved
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import Card

Thing = TypeVar("Thing")

_ROLES: tuple[Role, ...] = ("source", "draft")
"""In the order of a run's documents."""
FEW = claims.MOST + 1
"""Documents that all meet: so many, or a draft with its sources, are compared at once, and so they are unpacked."""


@dataclass(frozen=True, slots=True)
class Read:
    """Documents as they were read, with their figures; and of each its card, and what only the run says of it.

    `packed` gives a document and its figures, by the document's place, as they were read, and `told` the digests of the
    words by which it is known to tell of an event. `digests` are those of all that is read of a document; none where
    they are not known.
    """

    cards: tuple[Card, ...]
    said: tuple[Said, ...]
    documents: Sequence[Document]
    figures: Sequence[Figure]
    skipped: tuple[Skipped, ...]
    packed: Callable[[int], tuple[bytes, bytes]]
    told: Callable[[int], bytes]
    digests: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, files: Iterable[File], store: Store, skipped: Sequence[Skipped] = ()) -> Read:
        """What files hold, in their order, drafts last; copies are marked.

        Two documents that have one path in two folders are called by their whole paths.
        """
        cards: list[Card] = []
        places = array("Q")
        digests: list[bytes] = []
        unread = list(skipped)
        for file in files:
            digests += file.digests
            for entry in file.entries:
                if isinstance(entry, Skipped):
                    unread.append(entry)
                else:
                    cards.append(entry.card)
                    places.append(entry.document)
        shelved = Shelved(store, places, cards)
        said = tuple(_said(cards, shelved))
        read, figures = shelved.documents(said), shelved.figures()
        whole = len(cards) <= FEW or _has_draft(cards)
        return cls(
            tuple(cards),
            said,
            tuple(read) if whole else read,
            tuple(figures) if whole else figures,
            (*unread, *_unread(cards)),
            shelved.packed,
            shelved.told,
            tuple(digests),
        )

    @classmethod
    def of_documents(cls, read: Sequence[Document], model: str, skipped: Sequence[Skipped] = ()) -> Read:
        """Documents that were read already; copies are marked."""
        extracted = extraction.extract(read, model)
        marked = documents.with_copies(read)
        cards = tuple(map(card_of, read, extracted))
        return cls(
            cards,
            tuple(Said(d.id, d.within, d.copy_of, d.copied) for d in marked),
            marked,
            tuple(figure for one in extracted for figure in one.figures),
            (*skipped, *_unread(cards)),
            lambda n: (COLUMNS.packed(marked[n]), COLUMNS.packed(extracted[n].figures)),
            cache(lambda n: claims.told(extracted[n].figures, marked[n])),  # asked for more than once
        )

    @property
    def has_draft(self) -> bool:
        return _has_draft(self.cards)

    def beside(self, other: Read) -> Read:
        """Both, the other's documents last."""

        def either(own: Callable[[int], Thing], others: Callable[[int], Thing]) -> Callable[[int], Thing]:
            return lambda n: own(n) if n < len(self.cards) else others(n - len(self.cards))

        return Read(
            (*self.cards, *other.cards),
            (*self.said, *other.said),
            (*self.documents, *other.documents),
            (*self.figures, *other.figures),
            (*self.skipped, *other.skipped),
            either(self.packed, other.packed),
            either(self.told, other.told),
        )


def _has_draft(cards: Sequence[Card]) -> bool:
    return any(card.role == "draft" for card in cards)


def _said(cards: Sequence[Card], shelved: Shelved) -> Iterator[Said]:
    """What the run says of each document."""
    names = [name for role in _ROLES for name in documents.names([card for card in cards if card.role == role])]
    origins = documents.find_copies(shelved.sketches())
    for n, (within, (whole, stretches)) in enumerate(zip(names, origins, strict=True), start=1):
        copied = sorted(Copied(span, f"d{place + 1}") for span, place in stretches)
        yield Said(f"d{n}", within, None if whole is None else f"d{whole + 1}", tuple(copied))


def _unread(cards: Sequence[Card]) -> Iterator[Skipped]:
    """What of the documents holds too many numbers to be checked."""
    return (Skipped(card.path, card.unread, checked=True) for card in cards if card.unread)
