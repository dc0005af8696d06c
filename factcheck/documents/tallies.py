"""How often numbers of 64 bits were met, roughly: never too few, seldom too many, and no more than 15 times."""

from __future__ import annotations

import numpy as np

from factcheck.documents.groups import Groups, once
from factcheck.documents.runs import Numbers

_MOST = 15
_DOCUMENTS = 24
"""Bits for the number of a document among those whose numbers are counted together."""
_ROOM = 1.5
"""Counters for each number that is expected: at the worst half of those that are met once are taken for more."""


class Tally:
    """Counters of four bits, two in a byte; which one a number has, its highest bits tell."""

    def __init__(self, expected: int) -> None:
        bits = max(8, int(_ROOM * expected).bit_length())
        self._shift = np.uint64(64 - bits)
        self._bytes = np.zeros(1 << (bits - 1), np.uint8)

    def add(self, numbers: Numbers, documents: Numbers) -> None:
        """Count the numbers of some documents once more, each once for a document."""
        counters = (numbers >> self._shift).astype(np.int64)
        counters = once(counters << _DOCUMENTS | (documents - documents[:1])) >> _DOCUMENTS
        found = Groups(counters)
        counters = found.keys
        for half in (0, 1):
            mine = counters & 1 == half
            at = counters[mine] >> 1
            before = self._half(at, half)
            after = np.minimum(before + found.sizes[mine], _MOST)
            self._bytes[at] += ((after - before) << (4 * half)).astype(np.uint8)

    def times(self, numbers: Numbers) -> Numbers:
        """How often each of the numbers was counted."""
        counters = numbers >> self._shift
        halves = (counters & np.uint64(1)).astype(np.uint8) << np.uint8(2)
        times: Numbers = (self._bytes[counters >> np.uint64(1)] >> halves) & np.uint8(_MOST)
        return times

    def _half(self, at: Numbers, half: int) -> Numbers:
        return (self._bytes[at] >> np.uint8(4 * half)) & np.uint8(_MOST)
