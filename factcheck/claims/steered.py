"""What editors decided of figures, laid on the mentions: whom they keep away from and whom they belong with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.claims.alignment import Pair
from factcheck.claims.mentions import Mention
from factcheck.model import Steering

APART = "an editor decided that they are different things"
TOGETHER = "an editor decided that they are one thing"


def steered(ready: Sequence[Mention], steering: Steering) -> list[Mention]:
    """The mentions, each with the figures that editors set apart from it or put together with it."""
    apart, together = _each(steering.apart), _each(steering.together)
    return [
        replace(m, apart=frozenset(apart[name]), together=frozenset(together[name]))
        if (name := m.figure.id) in apart or name in together
        else m
        for m in ready
    ]


def pairs(ready: Sequence[Mention]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of indices, the lesser first, that are set apart and those that are put together."""
    number = {m.figure.id: n for n, m in enumerate(ready)}
    apart = {_pair(n, number[name]) for n, m in enumerate(ready) for name in m.apart if name in number}
    together = {_pair(n, number[name]) for n, m in enumerate(ready) for name in m.together if name in number}
    return apart, together


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _each(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return found
