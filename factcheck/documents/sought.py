"""Which texts may be copies, and by which of their runs originals are looked for.

A text of which too much is met nowhere else is no copy, and most texts are none for that. Of the others the rarest runs
are looked up: of a share of them a document must hold a share, if it is to hold enough of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import numpy as np

from factcheck.documents.groups import Groups, laid
from factcheck.documents.register import Register
from factcheck.documents.runs import Flags, Numbers, Runs, runs
from factcheck.documents.tallies import Tally

SHARE = 0.7
"""How much of a copy stands in the original: a word that is edited in a sentence of thirty costs a
tenth, and reports of one event by different hands share a fifth."""
NAMED = 0.5
"""The share of its names that a copy has from its original: the same words of somebody else are a form that is filled
in, with whose figures nothing needs to agree. Who copies seldom changes a name."""

BATCH = 1 << 17
"""Runs that are looked up in one pass over all documents."""
_LOOKED_UP = 0.5
"""The share of a text's runs that is looked up: with fewer, chance leads to more documents that hold some of them."""
_EXACT = 1e-6
_OF_TEXT, _OF_TIMES = 40, 36
"""How far up the number of a text, and how often a run is met, stand in the key by which runs are put in order."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Runs of texts that may be copies, each with its number in the register; of them all those met elsewhere too.

    Each text has so many as `sizes` say, each once, the rarest first. Of these the first `looked_up` lead to documents
    with the original: one that has it holds at least `enough` of them, and `enough_named` of those that are `named`,
    and of all rows `share` and `share_named`.
    """

    texts: Numbers
    sizes: Numbers
    looked_up: Numbers
    enough: Numbers
    enough_named: Numbers
    share: Numbers
    share_named: Numbers
    shingles: Numbers
    named: Flags

    def rows(self, texts: Numbers, sizes: Numbers | None = None) -> Numbers:
        """The rows of some texts, or the first ones of each, one text's after another's."""
        starts = np.cumsum(self.sizes) - self.sizes
        return laid(starts[texts], self.sizes[texts] if sizes is None else sizes)


def sought(register: Register) -> Iterator[Sought]:
    """What is to be looked up for all texts of a register, no more at a time than is held at once."""
    tally = Tally(register.words)
    for some in runs(register.sources()):
        tally.add(some.shingles, some.documents)
    return _in_batches(_sought(some, register, tally) for some in runs(register.sources()))


def _in_batches(parts: Iterable[Sought]) -> Iterator[Sought]:
    held: list[Sought] = []
    for part in parts:
        held.append(part)
        if sum(len(one.shingles) for one in held) >= BATCH:
            yield _joined(held)
            held = []
    if any(len(one.shingles) for one in held):
        yield _joined(held)


def _joined(parts: list[Sought]) -> Sought:
    return Sought(*(np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Sought)))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Runs, text by text, and in how many documents each is met."""

    texts: Numbers
    shingles: Numbers
    named: Flags
    times: Numbers

    def only(self, which: Flags | Numbers) -> _Rows:
        return _Rows(self.texts[which], self.shingles[which], self.named[which], self.times[which])


def _sought(some: Runs, register: Register, tally: Tally) -> Sought:
    rows = _distinct(_possible(_rows(some, register, tally)))
    texts = Groups(rows.texts)
    named = texts.total(rows.named)
    share, share_named = _share(SHARE, texts.sizes), _share(NAMED, named)
    looked_up = texts.ranks() < texts.spread(np.ceil(_LOOKED_UP * texts.sizes))
    enough = texts.total(looked_up) - (texts.sizes - share)
    enough_named = texts.total(looked_up & rows.named) - (named - share_named)
    met = rows.times > 1
    may_be = texts.total(met) >= share
    kept = rows.only(met & texts.spread(may_be))

    def told(column: Numbers) -> Numbers:
        return column[may_be].astype(np.int32)

    return Sought(
        told(texts.keys),
        told(texts.total(met)),
        told(texts.total(met & looked_up)),
        told(enough),
        told(enough_named),
        told(share),
        told(share_named),
        kept.shingles,
        kept.named,
    )


def _rows(some: Runs, register: Register, tally: Tally) -> _Rows:
    """The runs of the passages, and then of the documents that are more than these."""
    inner = np.flatnonzero(some.inner & register.enough[some.passages])
    wholes = some.documents + np.int32(register.passages)
    loose = np.flatnonzero(register.enough[wholes] & register.loose[some.documents])
    rows = np.concatenate([inner, loose])
    return _Rows(
        np.concatenate([some.passages[inner], wholes[loose]]),
        some.shingles[rows],
        np.concatenate([some.named[inner], some.known[loose]]),
        tally.times(some.shingles[rows]),
    )


def _possible(rows: _Rows) -> _Rows:
    """The rows of texts that may be copies by how many of their runs are met only once."""
    texts, once = Groups(rows.texts), rows.times == 1
    few = texts.total(once) <= texts.sizes - _share(SHARE, texts.sizes)
    named = texts.total(rows.named)
    few_named = texts.total(once & rows.named) <= named - _share(NAMED, named)
    return rows.only(texts.spread(few & few_named))


def _distinct(rows: _Rows) -> _Rows:
    """Each run of a text once, the rarest first."""
    number = np.cumsum(np.diff(rows.texts, prepend=-1) != 0).astype(np.uint64)
    keys = number << _OF_TEXT | rows.times.astype(np.uint64) << _OF_TIMES | rows.shingles >> (64 - _OF_TIMES)
    sorting = np.argsort(keys)
    return rows.only(sorting[np.diff(keys[sorting], prepend=np.uint64(0)) != 0])


def _share(share: float, of: Numbers) -> Numbers:
    """How many of some runs a copy has from its original at least."""
    return np.ceil(share * of - _EXACT).astype(np.int64)
