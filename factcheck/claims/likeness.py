"""How like documents are by the words that they tell, with arrays: the work grows with the number of documents.

Two documents are as like as the cosine of their words, each weighed by the square of its rarity.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np

_UNREAD = 200
"""Documents that are taken to stand beside those at hand: the words of a folder's one topic still tell."""
_BATCH = 64
"""Documents that are laid beside the others at once."""
_AT_ONCE = 1 << 17
"""Words that are put in order at once."""
_BYTES = 8
"""Of the digest of a word: of the millions of an archive no two are likely to share one."""

_Array = np.ndarray[Any, np.dtype[Any]]


def digests(words: Iterable[str]) -> bytes:
    """Words as they are compared: their digests, sorted, the same in every process."""
    return array("Q", sorted(map(_digest, words))).tobytes()


@lru_cache(maxsize=1 << 16)  # of an archive's words most are written again and again
def _digest(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest(), "big")


def alike(told: Sequence[bytes], lookups: int, least: float) -> Iterator[tuple[int, Mapping[int, float]]]:
    """The place of each document with the others that are at least so like it, and how like they are (0 to 1).

    Beside one that holds a word its other holders are laid, `lookups` at most, beginning with its rarest words. What is
    told may be loaded when it is asked for: it is gone through a few times.
    """
    words = _Words(told, lookups)
    for start in range(0, len(told), _BATCH):
        yield from words.near(range(start, min(start + _BATCH, len(told))), least)


class _Shared(NamedTuple):
    """Words by which documents are laid beside each other, as numbers from 0 on: how many hold each, and their weight.

    `holders` are the documents that hold each word, word after word.
    """

    counts: _Array
    squares: _Array
    holders: _Array


class _Words:
    """By document the words by which others are laid beside it, the rarest first."""

    def __init__(self, told: Sequence[bytes], lookups: int) -> None:
        masses, alone = np.zeros(len(told)), np.zeros(len(told), np.int64)
        shared = [_shared(*part, masses, alone, lookups) for part in _parts(told)]
        self._counts, self._squares, self._holders = (np.concatenate(column) for column in zip(*shared, strict=True))
        self._firsts: _Array = np.cumsum(self._counts) - self._counts
        self._lengths: _Array = np.sqrt(masses)
        self._chosen, self._ends = self._looked_up(alone, lookups)

    def _looked_up(self, alone: _Array, lookups: int) -> tuple[_Array, _Array]:
        """The rarest words of each document, document after document, whose holders come to so many, and their ends.

        `alone` is how many words each holds that no other does: they are its rarest.
        """
        order = np.argsort(self._holders, kind="stable")
        words = np.repeat(np.arange(len(self._counts), dtype=np.int32), self._counts)[order]
        del order  # the largest of all
        ends = np.cumsum(np.bincount(self._holders, minlength=len(alone)))
        found = [np.empty(0, np.int32)]
        sizes = np.zeros(len(alone), np.int64)
        for start in range(0, len(alone), _BATCH):
            some = slice(start, start + _BATCH)
            first = ends[start - 1] if start else 0
            rows = np.diff(ends[some], prepend=first)
            chosen = self._rarest(words[first : ends[some][-1]], rows, alone[some], lookups)
            found.append(chosen[0])
            sizes[some] = chosen[1]
        return np.concatenate(found), np.cumsum(sizes)

    def _rarest(self, words: _Array, sizes: _Array, alone: _Array, lookups: int) -> tuple[_Array, _Array]:
        """Of the words of some documents those that are looked up, and how many each has of them."""
        documents = np.repeat(np.arange(len(sizes)), sizes)
        words = words[np.lexsort((words, self._counts[words], documents))]
        ends = np.cumsum(self._counts[words], dtype=np.int64)
        before = np.append(0, ends)[np.cumsum(sizes) - sizes]
        kept = ends - before[documents] + alone[documents] <= lookups
        return words[kept], np.bincount(documents[kept], minlength=len(sizes))

    def near(self, batch: range, least: float) -> Iterator[tuple[int, Mapping[int, float]]]:
        """Each document of a batch with those that are like it."""
        ends = self._ends[batch.start : batch.stop]
        start = self._ends[batch.start - 1] if batch.start else 0
        words = self._chosen[start : ends[-1]]
        ones = np.repeat(np.array(batch, np.int64), np.diff(ends, prepend=start))
        counts = self._counts[words]
        places = np.arange(counts.sum()) + np.repeat(self._firsts[words] - np.cumsum(counts) + counts, counts)
        pairs = np.repeat(ones * len(self._lengths), counts) + self._holders[places]
        met, which = np.unique(pairs, return_inverse=True)
        shared = np.bincount(which, np.repeat(self._squares[words], counts), len(met))
        one, other = np.divmod(met, len(self._lengths))
        likeness = shared / np.maximum(self._lengths[one] * self._lengths[other], np.finfo(float).tiny)
        kept = (likeness >= least) & (one != other)
        found: dict[int, dict[int, float]] = {n: {} for n in batch}
        for n, near, share in zip(one[kept].tolist(), other[kept].tolist(), likeness[kept].tolist(), strict=True):
            found[n][near] = share
        yield from found.items()


def _parts(told: Sequence[bytes]) -> Iterator[tuple[_Array, _Array]]:
    """The words of all documents and, beside each, who holds it: all holders of a word together, the words in order.

    There are as many parts as it takes to hold few words at once.
    """
    parts = 1 + sum(map(len, told)) // (_BYTES * _AT_ONCE)
    firsts = np.array([n * (1 << 64) // parts for n in range(parts)], np.uint64)
    for part in range(parts):
        held, sizes = bytearray(), []
        for own in told:
            some = _part(np.frombuffer(own, np.uint64), firsts, part)
            held += some.tobytes()
            sizes.append(len(some))
        words = np.frombuffer(held, np.uint64)
        order = np.argsort(words, kind="stable")
        yield words[order], np.repeat(np.arange(len(told), dtype=np.int32), sizes)[order]


def _part(own: _Array, firsts: _Array, part: int) -> _Array:
    """Of a document's words, which are in order, those of a part; each begins with one of `firsts`."""
    starts = np.append(np.searchsorted(own, firsts), len(own))
    return own[starts[part] : starts[part + 1]]


def _shared(words: _Array, documents: _Array, masses: _Array, alone: _Array, lookups: int) -> _Shared:
    """The words that lead from one document to others; all weigh in the documents' `masses`."""
    starts = np.flatnonzero(np.diff(words, prepend=words[:1] + np.uint64(1)))
    counts = np.diff(starts, append=len(words))
    squares = np.log((len(masses) + _UNREAD) / counts) ** 2
    np.add.at(masses, documents, np.repeat(squares, counts))
    alone += np.bincount(documents[starts[counts == 1]], minlength=len(alone))
    leads = (counts > 1) & (counts <= lookups)
    return _Shared(counts[leads].astype(np.int32), squares[leads], documents[np.repeat(leads, counts)])
