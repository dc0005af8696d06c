"""Which of some texts are copies, and of which one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from factcheck.documents.register import Register
from factcheck.documents.runs import Numbers
from factcheck.documents.words import Words

_OPEN = 64
"""Documents whose words are kept at hand."""
_AT_ONCE = 1 << 12


def originals(pairs: Numbers, register: Register) -> Mapping[int, int]:
    """The texts that are copies, each with its one original, of pairs of which the first may be the second's original.

    A text is laid beside all of the other's document, since outlets join and part paragraphs. A copy of a copy goes
    back to the first. Nothing is a copy of what was written later.
    """
    home: dict[int, int] = {}
    beside = _Beside(register)
    for original, copy in _in_order(pairs, register):
        may_be = copy not in home and not register.later(original, copy) and _root(home, original) != copy
        if may_be and beside.is_copy(copy, original):
            home[copy] = original
    firsts = {copy: _first(home, copy, beside) for copy in home}
    return {copy: first for copy, first in firsts.items() if _elsewhere(first, copy, register)}


def _in_order(pairs: Numbers, register: Register) -> Iterator[tuple[int, int]]:
    """The pairs by the first of both texts, then by the other, each two with the first as original before the last."""
    placed = register.order[pairs]
    pairs = pairs[np.lexsort((placed[:, 0], placed.max(axis=1), placed.min(axis=1)))]
    for start in range(0, len(pairs), _AT_ONCE):
        yield from map(tuple, pairs[start : start + _AT_ONCE].tolist())


class _Beside:
    """Texts laid beside documents, of which some are kept at hand."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._sketch = lru_cache(maxsize=_OPEN)(register.sketch)
        self._whole = lru_cache(maxsize=_OPEN)(lambda document: Words.of_document(self._sketch(document)))

    def is_copy(self, text: int, original: int) -> bool:
        """Whether a text stands in the document of another; of passages that are pairs the runs do."""
        own, other = self._words(text), self._whole(self._register.document_of(original))
        return (text < self._register.passages or own.run_in(other)) and own.tell_the_same(other)

    def named_alike(self, text: int, original: int) -> bool:
        """Whether a text's names stand among the same words in the document of another."""
        return self._words(text).named_alike(self._whole(self._register.document_of(original)))

    def _words(self, text: int) -> Words:
        document, passage = self._register.document_of(text), self._register.passage_of(text)
        return self._whole(document) if passage is None else Words.of_passage(self._sketch(document), passage)


def _elsewhere(original: int, copy: int, register: Register) -> bool:
    return bool(register.document[original] != register.document[copy]) and not register.later(original, copy)


def _first(home: Mapping[int, int], copy: int, beside: _Beside) -> int:
    """The first text of a chain of copies that has the copy's names: each may have changed one."""
    first = home[copy]
    while first in home and beside.named_alike(copy, home[first]):
        first = home[first]
    return first


def _root(home: Mapping[int, int], n: int) -> int:
    while n in home:
        n = home[n]
    return n
