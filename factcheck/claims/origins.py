"""Which figures of a claim go back to one text: three outlets that print one agency's sentence are one source.

A figure in a paragraph that copies another document (`Document.copied`) goes back to that document. One that the
copier's desk added in a paragraph of its own is that outlet's own: somebody there vouches for it, so a story that
copies otherwise is a source of it. Where the document says the same in a copied paragraph too, its own words only
repeat what it copied. Beyond that two sentences are copies where they share nearly all their words.
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
    documents = _documents(members)
    sentences = [m.figure.context.sentence.quote(m.document.text) for m in members]
    home = list(range(len(members)))
    for n in range(len(members)):
        same = {home[k] for k in range(n) if documents[k] == documents[n] or _copied(sentences[k], sentences[n])}
        if same:
            first = min(same)
            home = [first if at in same or i == n else at for i, at in enumerate(home)]
    return tuple(home)


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


def _copied(one: str, two: str) -> bool:
    first, second = _words(one), _words(two)
    return min(len(first), len(second)) >= _SHORTEST and len(first & second) >= _ALIKE * len(first | second)


@lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(sentence))
