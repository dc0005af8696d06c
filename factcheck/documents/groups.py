"""Rows that follow each other and belong together."""

from __future__ import annotations

import numpy as np

from factcheck.documents.runs import Flags, Numbers


def laid(starts: Numbers, sizes: Numbers) -> Numbers:
    """The numbers of so many rows from each start on, one after another."""
    ends = np.cumsum(sizes, dtype=np.int64)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes)


def once(numbers: Numbers) -> Numbers:
    """Each of some numbers of at least 0 once, in order."""
    numbers = np.sort(numbers)
    kept = np.ones(len(numbers), np.bool_)
    kept[1:] = numbers[1:] != numbers[:-1]
    return numbers[kept]


class Groups:
    """The groups of rows with one key; rows of one key follow each other."""

    def __init__(self, keys: Numbers) -> None:
        self.starts = np.flatnonzero(np.diff(keys, prepend=-1))
        self.sizes = np.diff(self.starts, append=len(keys))
        self.keys = keys[self.starts]

    def __len__(self) -> int:
        return len(self.starts)

    def total(self, values: Numbers | Flags) -> Numbers:
        """The sum of each group's values."""
        return np.add.reduceat(values, self.starts, dtype=np.int64) if len(self) else self.starts

    def spread(self, values: Numbers | Flags) -> Numbers:
        """Beside each row what is said of its group."""
        return np.repeat(values, self.sizes)

    def ranks(self) -> Numbers:
        """The place of each row in its group, counted from 0."""
        return laid(np.zeros_like(self.sizes), self.sizes)
