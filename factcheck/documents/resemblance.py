"""Sentences that are alike, found without laying each beside each. The only import of rensa."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.documents.shingles import runs

Sentence = tuple[str, ...]

FEW = 100
"""Sentences of which all pairs are compared: two short texts need no index."""

_SEED = 20220204
_BANDS, _ROWS = 16, 4
"""Sentences that share two thirds of their shingles meet in 97 of 100 cases, those that share a third in 18."""
_CROWD = 10
"""A sentence that resembles so many earlier ones is no original: it is laid beside the first of them, and no later one
beside it. So a form that is filled in anew each day does not make each of its sentences meet all others."""
_BATCH = 5000
"""Sentences whose sketches are made at a time: memory does not grow with their shingles."""


def alike(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs of places of different sentences that may be copies, the lower first; they are yet to be verified."""
    if len(sentences) <= FEW:
        yield from _of_few(sentences)
    else:
        yield from _of_many(sentences)


def _of_few(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    shingled = [frozenset(runs(sentence)) for sentence in sentences]
    for (n, one), (k, two) in combinations(enumerate(shingled), 2):
        if not one.isdisjoint(two):
            yield n, k


def _of_many(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(0.5, _BANDS * _ROWS, _BANDS)
    for start in range(0, len(sentences), _BATCH):
        shingled = [list(map(" ".join, runs(sentence))) for sentence in sentences[start : start + _BATCH]]
        for n, sketch in enumerate(RMinHash.from_token_sets(shingled, _BANDS * _ROWS, _SEED), start=start):
            found = index.query(sketch)
            yield from ((k, n) for k in sorted(found)[:_CROWD])
            if len(found) < _CROWD:
                index.insert(n, sketch)
