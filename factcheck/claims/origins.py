"""Which figures of a claim go back to one text: three outlets that print one agency's sentence are one source.

A figure in a paragraph that copies another document (`Document.copied`) goes back to that document. One that the
copier's desk added in a paragraph of its own is that outlet's own: somebody there vouches for it, so a story that
copies otherwise is a source of it. Where the document says the same in a copied paragraph too, its own words only
repeat what it copied. Beyond that two sentences are copies where they share nearly all their words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations, pairwise

from factcheck.claims.mentions import Mention
from factcheck.joining import joined

_WORD = re.compile(r"\w+")
_SHORTEST = 8
"""Words of a sentence that are too few to tell a copy: "Five people were killed" is anybody's."""
_ALIKE = 0.8
"""The share of their words that two copies have in common: outlets trim and correct what they print."""
_ROUNDING = 1e-9
_FEW = 20
"""Sentences that are compared each with each: it takes less time than to look for the likely ones."""


def origins(members: Sequence[Mention]) -> tuple[int, ...]:
    """For each figure the place, among the figures, of the first one that goes back to the same text."""
    ties = [pair for same in _alike(_documents(members)) for pair in pairwise(same)]
    told = [_words(m.figure.context.sentence.quote(m.document.text)) for m in members]
    sentences = [same for same in _alike(told) if len(told[same[0]]) >= _SHORTEST]
    ties += (pair for same in sentences for pair in pairwise(same))
    ties += ((sentences[a][0], sentences[b][0]) for a, b in _copies([told[same[0]] for same in sentences]))
    groups = joined(range(len(members)), ties)
    first = {n: min(same) for same in groups for n in same}
    return tuple(first[n] for n in range(len(members)))


def _alike(said: Sequence[Hashable]) -> list[list[int]]:
    """The places of what is equal together."""
    found: dict[Hashable, list[int]] = {}
    for n, one in enumerate(said):
        found.setdefault(one, []).append(n)
    return list(found.values())


def _copies(told: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of different sentences that are copies.

    Two that share so many words share one of the rarest few of each: only sentences that do are compared.
    """
    if len(told) <= _FEW:
        yield from ((a, b) for a, b in combinations(range(len(told)), 2) if _copied(told[a], told[b]))
        return
    often = Counter(word for words in told for word in words)
    holders: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(told):
        few = len(words) - math.ceil(_ALIKE * len(words) - _ROUNDING) + 1
        rarest = nsmallest(few, words, key=lambda word: (often[word], word))
        met = {other for word in rarest for other in holders[word]}
        yield from ((other, n) for other in met if _copied(told[other], words))
        for word in rarest:
            holders[word].append(n)


def _documents(members: Sequence[Mention]) -> list[str]:
    """For each figure the document to which it goes back: that which it copies there, else its own.

    What a document says beside a copied figure goes back to the text that it copied first.
    """
    copied: dict[str, str] = {}
    originals = [m.document.original(m.figure.span.start) for m in members]
    for member, original in zip(members, originals, strict=True):
        if original:
            copied.setdefault(member.document.id, original)
    found = [original or m.document.id for m, original in zip(members, originals, strict=True)]
    return [copied.get(document, document) for document in found]


def _copied(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _ALIKE * len(one | two)


@lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(sentence))
