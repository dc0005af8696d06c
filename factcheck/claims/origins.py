"""Which figures of a claim go back to one text: three outlets that print one agency's sentence are one source.

Two sentences are copies where they share nearly all their words; a whole document that is known as a copy
of another (`Document.copy_of`) counts as that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.claims.mentions import Mention

_WORD = re.compile(r"\w+")
_SHORTEST = 8
"""Words of a sentence that are too few to tell a copy: "Five people were killed" is anybody's."""
_ALIKE = 0.8
"""The share of their words that two copies have in common: outlets trim and correct what they print."""


def origins(members: Sequence[Mention]) -> tuple[int, ...]:
    """For each figure the place, among the figures, of the first one that goes back to the same text."""
    home = list(range(len(members)))
    for n, member in enumerate(members):
        same = {home[k] for k in range(n) if _one_text(members[k], member)}
        if same:
            first = min(same)
            home = [first if at in same or i == n else at for i, at in enumerate(home)]
    return tuple(home)


def _one_text(a: Mention, b: Mention) -> bool:
    one, two = (m.document.copy_of or m.document.id for m in (a, b))
    return one == two or _copied(*(m.figure.context.sentence.quote(m.document.text) for m in (a, b)))


def _copied(one: str, two: str) -> bool:
    first, second = _words(one), _words(two)
    return min(len(first), len(second)) >= _SHORTEST and len(first & second) >= _ALIKE * len(first | second)


@lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(sentence))
