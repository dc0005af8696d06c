"""Which documents hold so many of the rarest runs of a text that they may hold all of it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from factcheck.documents.groups import Groups
from factcheck.documents.holders import Holders
from factcheck.documents.register import Register
from factcheck.documents.runs import Flags, Numbers
from factcheck.documents.sought import Sought

_AT_ONCE = 1 << 13
"""Runs whose holders are laid out together."""


def likely(wanted: Sought, register: Register) -> Numbers:
    """Rows of a text, by its place among those sought, and a document that may hold it.

    No document is left out that holds a text, but of very many that do.
    """
    looked_up = wanted.rows(np.arange(len(wanted.texts)), wanted.looked_up)
    shingles, places = np.unique(wanted.shingles[looked_up], return_inverse=True)
    holders = Holders(shingles, register)
    ends = np.cumsum(wanted.looked_up)
    found = [np.empty((0, 2), np.int64)]
    for texts, rows in _parts(ends):
        own = np.repeat(np.arange(texts.start, texts.stop), wanted.looked_up[texts])
        found.append(_of_some(wanted, own, wanted.named[looked_up[rows]], places[rows], holders, register))
    return np.concatenate(found)


def _parts(ends: Numbers) -> Iterator[tuple[slice, slice]]:
    """Some texts at a time, and their rows."""
    start = first = 0
    while start < len(ends):
        stop = max(start + 1, int(np.searchsorted(ends, first + _AT_ONCE, "right")))
        yield slice(start, stop), slice(first, int(ends[stop - 1]))
        start, first = stop, int(ends[stop - 1])


def _of_some(
    wanted: Sought, own: Numbers, named: Flags, places: Numbers, holders: Holders, register: Register
) -> Numbers:
    rows, documents = holders.of(places)
    elsewhere = documents != register.document[wanted.texts[own[rows]]]
    rows, documents = rows[elsewhere], documents[elsewhere]
    keys = own[rows] << 32 | documents
    sorting = np.argsort(keys)
    rows, pairs = rows[sorting], Groups(keys[sorting])
    texts = pairs.keys >> 32
    crowded = holders.crowded[places]
    first = own[0]

    def most(counted: Flags) -> Numbers:
        """How many of some runs each document holds at most: all that are crowded, where that is not known."""
        unknown = np.bincount(own[crowded & counted] - first, minlength=own[-1] + 1 - first)
        held: Numbers = pairs.total((counted & ~crowded)[rows]) + unknown[texts - first]
        return held

    enough = (most(np.ones_like(named)) >= wanted.enough[texts]) & (most(named) >= wanted.enough_named[texts])
    found: Numbers = np.column_stack((texts, pairs.keys & 0xFFFFFFFF))[enough]
    return found
