"""How far into its story a figure stands: counted in what is read, whatever stands around it in the file."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from factcheck.model import Document


class Order:
    """The places of one document, from 0 (its first block) to 1; furniture and front matter take no room."""

    def __init__(self, document: Document) -> None:
        told = [block.span for block in document.blocks if block.kind != "furniture"]
        self._starts = [span.start for span in told]
        self._before = [0, *accumulate(span.end - span.start for span in told)]

    def of(self, offset: int) -> float:
        """The share of the words that stand before an offset."""
        n = bisect_right(self._starts, offset)
        if not n:
            return 0.0
        inside = min(offset - self._starts[n - 1], self._before[n] - self._before[n - 1])
        return (self._before[n - 1] + inside) / max(1, self._before[-1])
