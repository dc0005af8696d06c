"""How the figures of a claim stand to each other as a whole: the worst of all pairs on different sides.

A story that a thousand outlets print has half a million pairs, but its figures say few different things: pairs that
say the same stand the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from factcheck.claims.counterparts import place
from factcheck.claims.mentions import Mention
from factcheck.claims.revisions import wording
from factcheck.claims.stance import stand, worst
from factcheck.claims.standing import Standing

_FEW = 40
"""Pairs that are compared one by one: it takes less time than to tell which of them say the same."""


def standing(sides: Sequence[Sequence[Mention]]) -> Standing:
    """The worst of all pairs on different sides."""
    pairs = (pair for one, two in combinations(sides, 2) for pair in product(one, two))
    count = (sum(map(len, sides)) ** 2 - sum(len(side) ** 2 for side in sides)) // 2
    told = [stand(a, b) for a, b in (pairs if count <= _FEW else _telling(pairs))]
    return worst(told) if told else Standing("agree")


def _telling(pairs: Iterator[tuple[Mention, Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """The first of the pairs that stand the same, in their order."""
    numbers: dict[object, int] = {}
    known: dict[str, tuple[int, int]] = {}
    seen = set()
    for pair in pairs:
        for m in pair:
            if m.figure.id not in known:
                known[m.figure.id] = _number(_said(m), numbers), _number(place(m) or m.figure.id, numbers)
        a, b = pair
        (one, here), (two, there) = known[a.figure.id], known[b.figure.id]
        key = one, two, here == there, a.document.id == b.document.id
        if key not in seen:
            seen.add(key)
            yield pair


def _number(thing: object, numbers: dict[object, int]) -> int:
    return numbers.setdefault(thing, len(numbers))


def _said(mention: Mention) -> tuple[object, ...]:
    """All that decides how a figure stands to another, but whether they share a document or a place of a text."""
    figure = mention.figure
    return figure.kind, figure.text, figure.amount, mention.dimension, bool(mention.document.copied), *wording(mention)
