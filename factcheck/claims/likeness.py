"""How like documents are by the words that they tell, with arrays: the work grows with the number of documents.

Two documents are as like as the cosine of their words, each weighed by the square of its rarity.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np

_UNREAD = 200
"""Documents that are taken to stand beside those at hand: the words of a folder's one topic still tell."""
_BATCH = 64
"""Documents that are laid beside the others at once."""
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

    Beside one that holds a word its other holders are laid, `lookups` at most, beginning with its rarest words.
    """
    words = _Words(told)
    chosen = words.chosen(lookups)
    for start in range(0, len(told), _BATCH):
        yield from words.near(range(start, min(start + _BATCH, len(told))), chosen, least)


class _Words:
    """The words of documents as two columns, document after document; `words` are numbers from 0 on."""

    def __init__(self, told: Sequence[bytes]) -> None:
        sizes = [len(own) // _BYTES for own in told]
        every = np.frombuffer(b"".join(told), np.uint64)
        known, words = np.unique(every, return_inverse=True)
        self._words: _Array = words.astype(np.int32)
        self._documents: _Array = np.repeat(np.arange(len(told), dtype=np.int32), sizes)
        self._ends: _Array = np.cumsum(sizes)
        self._counts: _Array = np.bincount(self._words, minlength=len(known))
        squares = np.log((len(told) + _UNREAD) / self._counts) ** 2
        self._squares: _Array = squares
        masses = np.bincount(self._documents, squares[self._words], len(told))
        self._lengths: _Array = np.sqrt(masses)
        by_word = np.argsort(self._words, kind="stable")
        self._holders: _Array = self._documents[by_word]
        """The documents that hold each word, word after word, which begin at `_firsts`."""
        self._firsts: _Array = np.cumsum(self._counts) - self._counts

    def chosen(self, lookups: int) -> list[_Array]:
        """By document its rarest words, the rarest first, whose holders come to so many at most."""
        order = np.lexsort((self._words, self._counts[self._words], self._documents))
        words = self._words[order]
        looked = np.split(np.cumsum(self._counts[words]), self._ends[:-1])
        parts = np.split(words, self._ends[:-1])
        before = 0
        found = []
        for own, ends in zip(parts, looked, strict=True):
            found.append(own[ends - before <= lookups])
            before = int(ends[-1]) if len(ends) else before
        return found

    def near(self, batch: range, chosen: Sequence[_Array], least: float) -> Iterator[tuple[int, Mapping[int, float]]]:
        """Each document of a batch with those that are like it."""
        own = [chosen[n] for n in batch]
        words = np.concatenate(own)
        ones = np.repeat(np.array(batch, np.int64), [len(part) for part in own])
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
