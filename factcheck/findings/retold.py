"""One text with two numbers: a source that copies another and prints a different figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from factcheck.model import Claim, Document, Figure


def retold(
    sides: Sequence[Sequence[str]],
    claim: Claim,
    figures: Mapping[str, Figure],
    documents: Mapping[str, Document],
    ranks: Mapping[str, int],
) -> Iterator[str]:
    """In words, which sources of a claim print one text with figures of different sides.

    A source that has a figure on the other's side as well has changed none: the text holds both. Nor has one that
    writes the same: "today" is another day a day later.
    """
    origin = dict(zip(claim.figures, claim.origins, strict=False))
    texts: dict[int, dict[str, set[int | str]]] = defaultdict(lambda: defaultdict(set))
    for n, side in enumerate(sides):
        for found in (figures[f] for f in side if f in origin):
            if documents[found.document].role == "source":
                texts[origin[found.id]][found.document] |= {n, found.text.casefold()}
    several = [printed for printed in texts.values() if len(printed) > 1]
    copied = _copied(claim.figures, figures, documents) if several else frozenset()
    for printed in several:
        known = (documents[d] for d in printed)
        first, *others = sorted(known, key=lambda d: (d.id not in copied, _day(d), ranks[d.id]))
        yield from _changed(printed, first, others)


def _copied(
    members: Iterable[str], figures: Mapping[str, Figure], documents: Mapping[str, Document]
) -> AbstractSet[str]:
    """The documents that the claim's figures are copied from."""
    places = (figures[f] for f in members)
    return {original for f in places if (original := documents[f.document].original(f.span.start))}


def _changed(held: Mapping[str, AbstractSet[int | str]], first: Document, others: Sequence[Document]) -> Iterator[str]:
    """What is to say of one text, by the documents that print it: the sides that each is on, and what it writes."""
    for other in others:
        if held[first.id].isdisjoint(held[other.id]):
            yield f"{_told(first, other)}: one of the two changed the number"


def _day(document: Document) -> str:
    return document.published.isoformat() if document.published else "undated"


def _told(first: Document, other: Document) -> str:
    one, two = (first.name, other.name) if first.name != other.name else (first.path, other.path)
    if other.after(first):
        return f"{two} ({_day(other)}) copies the text of {one} ({_day(first)})"
    return f"{two} and {one} print one text, and which came first is not told"
