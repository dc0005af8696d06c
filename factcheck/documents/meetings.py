"""Which texts stand in the documents of which others, by their runs of words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from factcheck.documents.groups import Groups, laid, once
from factcheck.documents.likely import likely
from factcheck.documents.register import Register
from factcheck.documents.runs import Flags, Numbers, Runs, runs
from factcheck.documents.sketches import SEVERAL
from factcheck.documents.sought import Sought, sought

_AT_ONCE = 1 << 16
"""Runs that are laid beside those of documents together."""
_FACTOR = np.uint64(0xA24BAED4963EE407)


def meetings(register: Register) -> Numbers:
    """Rows of two texts, both passages or both documents: what may be the original, and what may be its copy.

    Of a document's passages the original is the one that holds the most runs of the copy, the first of equals.
    """
    pairs = [np.empty((0, 2), np.int64)]
    for wanted in sought(register):
        may_be = likely(wanted, register)
        pairs.append(_standing(may_be[np.argsort(may_be[:, 1], kind="stable")], wanted, register))
    found = np.concatenate(pairs)
    return np.concatenate((found[found[:, 1] < register.passages], _wholes(found, register)))


def _standing(pairs: Numbers, wanted: Sought, register: Register) -> Numbers:
    """The pairs of a text and a document that holds enough of it, as a passage of that document and the text."""
    found = [np.empty((0, 2), np.int64)]
    for some in runs(register.sources(once(pairs[:, 1]).tolist())):
        if len(some.documents):
            first, last = np.searchsorted(pairs[:, 1], (some.documents[0], some.documents[-1] + 1))
            beside = _Held(some)
            found += (beside.pairs(part, wanted) for part in _parts(pairs[first:last], wanted))
    return np.concatenate(found)


def _parts(pairs: Numbers, wanted: Sought) -> Iterator[Numbers]:
    rows = np.cumsum(wanted.sizes[pairs[:, 0]], dtype=np.int64)
    for part in np.split(pairs, np.flatnonzero(np.diff(rows // _AT_ONCE)) + 1):
        if len(part):
            yield part


class _Held:
    """The runs that some documents hold, and in which passages."""

    def __init__(self, some: Runs) -> None:
        keys = _keys(some.shingles, some.documents)
        sorting = np.argsort(keys)
        self._keys, self._passages = keys[sorting], some.passages[sorting]

    def pairs(self, pairs: Numbers, wanted: Sought) -> Numbers:
        """Of some pairs those whose document holds enough: first of the named runs, of which most hold too few."""
        named, _, _ = self._found(pairs, wanted, wanted.named)
        pairs = pairs[np.bincount(named, minlength=len(pairs)) >= wanted.share_named[pairs[:, 0]]]
        beside, asked, starts = self._found(pairs, wanted, np.ones_like(wanted.named))
        enough = np.bincount(beside, minlength=len(pairs)) >= wanted.share[pairs[:, 0]]
        held = enough[beside]
        passages = self._likeliest(beside[held], asked[held], starts[held])
        return np.column_stack((passages, wanted.texts[pairs[enough, 0]]))

    def _found(self, pairs: Numbers, wanted: Sought, counted: Flags) -> tuple[Numbers, Numbers, Numbers]:
        """The counted runs of each pair's text that its document holds: the place of the pair, the key, its place."""
        texts, documents = pairs.T
        rows = wanted.rows(texts)
        beside = np.repeat(np.arange(len(texts)), wanted.sizes[texts])[counted[rows]]
        asked = _keys(wanted.shingles[rows[counted[rows]]], documents[beside])
        starts = np.searchsorted(self._keys, asked)
        held = self._keys[np.minimum(starts, len(self._keys) - 1)] == asked
        return beside[held], asked[held], starts[held]

    def _likeliest(self, beside: Numbers, asked: Numbers, starts: Numbers) -> Numbers:
        """For each pair the passage that holds most of what is asked."""
        sizes = np.searchsorted(self._keys, asked, "right") - starts
        passages = self._passages[laid(starts, sizes)]
        holding = Groups(np.sort(np.repeat(beside, sizes) << 32 | passages))
        pairs, numbers = holding.keys >> 32, holding.keys & 0xFFFFFFFF
        firsts = np.lexsort((-holding.sizes, pairs))[Groups(pairs).starts]
        likeliest: Numbers = numbers[firsts]
        return likeliest


def _keys(shingles: Numbers, documents: Numbers) -> Numbers:
    """Numbers that tell the runs of one document from those of another."""
    keys: Numbers = shingles + documents.astype(np.uint64) * _FACTOR
    return keys


def _wholes(pairs: Numbers, register: Register) -> Numbers:
    """The pairs of documents, of pairs of a passage with a text: those of which most of the second may be copied."""
    originals, copies = register.document[pairs].T
    loose = pairs[:, 1] >= register.passages
    passages = np.unique(pairs[~loose, 1])
    copied = np.bincount(register.document[passages], minlength=register.documents)
    most = (register.judged < SEVERAL) | (2 * copied > register.judged)
    may_be = loose | (most & register.enough[register.passages :])[copies]
    return register.passages + np.unique(np.column_stack((originals, copies))[may_be], axis=0)
