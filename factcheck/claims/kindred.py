"""Which documents meet: those that may tell of one event.

A small folder is taken to be about one event: all its documents meet. Of an archive each document meets the
likeliest few, by the telling words that their sentences with figures share; so the work grows with the number of
documents, not with its square, and a figure of one event is not laid beside a like figure of another.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims.mentions import Mention

MOST = 31
"""How many others a document chooses at most: a folder of one more meets in whole."""

LEAST = 0.08
"""The likeness (0 to 1) that two documents of an archive have at least."""

LOOKUPS = 1000
"""How many documents are looked at for one that holds a word, beginning with its rarest."""

_UNREAD = 200
"""Documents that are taken to stand beside those at hand: the words of a folder's one topic still tell."""

Kindred = Mapping[str, frozenset[str]]
"""By the id of a document, the ids of those that it meets, itself among them."""


def kindred(mentions: Sequence[Mention]) -> Kindred:
    """Who meets whom, of the documents that have figures. Symmetric, and the same in whatever order they are given."""
    words = _words(mentions)
    if len(words) <= MOST + 1:
        return dict.fromkeys(words, frozenset(words))
    found = {document: {document} for document in words}
    for one, two in _chosen(words):
        found[one].add(two)
        found[two].add(one)
    same: dict[frozenset[str], frozenset[str]] = {}
    frozen = {document: frozenset(others) for document, others in found.items()}
    return {document: same.setdefault(others, others) for document, others in frozen.items()}


def _words(mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """The words of each document's sentences with figures."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        found[mention.document.id].update(mention.words, mention.near, mention.names)
    return dict(found)


def _chosen(words: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Each document with the likeliest others; where several are equally like, all of them."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document, own in words.items():
        for word in own:
            holders[word].append(document)
    squares = {word: math.log((len(words) + _UNREAD) / len(having)) ** 2 for word, having in holders.items()}
    lengths = {document: math.sqrt(math.fsum(squares[w] for w in own)) for document, own in words.items()}
    for document, own in words.items():
        shared = _shared(own, holders, squares)
        shared.pop(document, None)
        alike = {other: mass / (lengths[document] * lengths[other]) for other, mass in shared.items()}
        last = sorted(alike.values(), reverse=True)[:MOST][-1:]
        yield from ((document, other) for other, share in alike.items() if share >= max(LEAST, *last))


def _shared(own: set[str], holders: Mapping[str, list[str]], squares: Mapping[str, float]) -> dict[str, float]:
    """How much each document shares with one that has the words: the squared rarities, of the rarest words first."""
    found: Counter[str] = Counter()
    looked = 0
    for word in sorted(own, key=lambda w: (len(holders[w]), w)):
        looked += len(holders[word])
        if looked > LOOKUPS:
            break
        square = squares[word]
        for document in holders[word]:
            found[document] += square
    return found
