"""Which figures can have a say in each other's claims: those of documents that are tied, directly or by others.

Each circle is compared on its own, and all that was weighed of it is let go before the next: what is held at once
grows with the largest event and not with the archive, and what is asked for again and again stays near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.claims import steered
from factcheck.claims.kindred import Meeting
from factcheck.claims.mentions import Mention
from factcheck.joining import joined


def circles(ready: Sequence[Mention], meeting: Meeting) -> list[list[Mention]]:
    """The mentions of each circle in their order; the circles by their first mentions."""
    ties = [*_ties(ready, meeting)]
    names = dict.fromkeys(name for tie in ties for name in tie)
    home = {name: n for n, circle in enumerate(joined(names, ties)) for name in circle}
    held: dict[int, list[Mention]] = defaultdict(list)
    for mention in ready:
        held[home[mention.document.id]].append(mention)
    return list(held.values())


def _ties(ready: Sequence[Mention], meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Pairs of documents that meet, of which one copies the other, or of which an editor put two figures together.

    Each document meets itself; of two that copy a third, that one ties them though it has no figures.
    """
    yield from ((name, other) for name, met in meeting.items() for other in met)
    documents = {mention.document.id: mention.document for mention in ready}
    yield from ((name, copied.of) for name, document in documents.items() for copied in document.copied)
    _, together = steered.pairs(ready)
    yield from ((ready[a].document.id, ready[b].document.id) for a, b in together)
