"""The words of sketches in runs of three, as numbers, of many documents at a time.

Two words are shared by any texts on one topic, and each word that is edited costs three runs. They go across
sentences and paragraphs, which outlets join and part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.documents.sketches import COLUMNS, Sketch

Numbers = NDArray[Any]
Flags = NDArray[np.bool_]

AT_ONCE = 1 << 16
"""Words that are looked at together."""

_FACTORS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0xD6E8FEB86659FD93))


class Source(NamedTuple):
    """A document among all that are compared: its number, and that of its first passage."""

    number: int
    first: int
    sketch: Sketch


class Runs:
    """The runs of some documents, in their order."""

    def __init__(self, some: Sequence[Source]) -> None:
        self._some = some
        self._lengths = [len(words_of(source.sketch)) for source in some]
        documents = np.repeat(np.array([source.number for source in some], np.int32), self._lengths)
        self._within = documents[:-2] == documents[2:]
        self.documents = documents[:-2][self._within]
        self.shingles = shingles(np.concatenate([words_of(source.sketch) for source in some]))[self._within]

    @cached_property
    def passages(self) -> Numbers:
        """In which each begins."""
        passages: Numbers = self._all_passages[:-2][self._within]
        return passages

    @cached_property
    def inner(self) -> Flags:
        """Which end in the passage in which they begin."""
        inner: Flags = (self._all_passages[:-2] == self._all_passages[2:])[self._within]
        return inner

    @cached_property
    def named(self) -> Flags:
        """In which a name of the passage stands."""
        return self._anywhere([source.sketch.names for source in self._some])

    @cached_property
    def known(self) -> Flags:
        """In which a name of the document stands."""
        return self._anywhere([source.sketch.known for source in self._some])

    @cached_property
    def _all_passages(self) -> Numbers:
        counts = [passages_of(source.sketch)[:, 2] for source in self._some]
        numbers = [
            np.arange(s.first, s.first + len(own), dtype=np.int32) for s, own in zip(self._some, counts, strict=True)
        ]
        passages: Numbers = np.repeat(np.concatenate(numbers), np.concatenate(counts))
        return passages

    def _anywhere(self, bits: Sequence[bytes]) -> Flags:
        flags = [flags_of(some, length) for some, length in zip(bits, self._lengths, strict=True)]
        found: Flags = anywhere(np.concatenate(flags))[self._within]
        return found


def shingles(words: Numbers) -> Numbers:
    """A number of 64 bits for each three words that follow each other."""
    wide = words.astype(np.uint64)
    first, second, third = _FACTORS
    found: Numbers = wide[:-2] * first + wide[1:-1] * second + wide[2:] * third
    return found


def anywhere(flags: Flags) -> Flags:
    """For each run whether a word of it is flagged."""
    found: Flags = flags[:-2] | flags[1:-1] | flags[2:]
    return found


def words_of(sketch: Sketch) -> Numbers:
    return np.frombuffer(sketch.words, "<u4")


def passages_of(sketch: Sketch) -> Numbers:
    """A row for each passage: its start and end, how many words it has, how many of its own, how many numbers."""
    return np.frombuffer(sketch.passages, "<i4").reshape(-1, COLUMNS)


def flags_of(bits: bytes, count: int) -> Flags:
    return np.unpackbits(np.frombuffer(bits, np.uint8), count=count).view(np.bool_)


def runs(sources: Iterable[Source]) -> Iterator[Runs]:
    """The runs of all documents, those of some at a time."""
    some: list[Source] = []
    words = 0
    for source in sources:
        some.append(source)
        words += len(words_of(source.sketch))
        if words >= AT_ONCE:
            yield Runs(some)
            some, words = [], 0
    if some:
        yield Runs(some)
