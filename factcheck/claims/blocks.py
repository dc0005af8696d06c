"""Which figures meet at all: never all pairs, only those of documents that meet, and that share a key.

A key is a dimension with something that two figures of one claim must share at least one of: the
counted noun, the measure, the verb, a telling word beside the number, or the very value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.claims.kindred import Meeting
from factcheck.claims.mentions import Mention

MAX_BLOCK = 200
"""A key that more figures of one document share than this tells nothing of them; they meet by their other keys."""

Key = tuple[str, str]
Block = Mapping[str, Sequence[int]]
"""By document the figures that share a key."""


def keys(mention: Mention) -> Iterator[Key]:
    """The keys of a figure."""
    around = mention.figure.context
    if mention.subject:
        yield mention.dimension, f"subject {mention.subject}"
    if around.measure:
        yield mention.dimension, f"measure {around.measure}"
    if len(around.action) > 2:
        yield mention.dimension, f"action {around.action}"
    for word in mention.near:
        yield mention.dimension, f"word {word}"
    if mention.size is not None and mention.dimension not in ("length", "money"):
        yield mention.dimension, f"value {mention.size:.6g}"
    elif mention.dimension in ("length", "money"):
        yield mention.dimension, "any"


def pairs(mentions: Sequence[Mention], meeting: Meeting) -> Iterator[tuple[int, int]]:
    """The pairs of indices that share a key, of documents that meet: each once, in order."""
    for n, homes in enumerate(_blocks(mentions)):
        here = meeting[mentions[n].document.id]
        met = {other for block in homes for home in _shared(block, here) for other in block[home]}
        yield from ((n, other) for other in sorted(met) if other > n)


def _shared(block: Block, here: frozenset[str]) -> Iterable[str]:
    """The documents of a block among some; it is the fewer that are looked up."""
    return here.intersection(block) if len(block) < len(here) else block.keys() & here


def _blocks(mentions: Sequence[Mention]) -> Sequence[Sequence[Block]]:
    """For each figure the blocks that it stands in, one for each of its keys."""
    found: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    owned = []
    for n, mention in enumerate(mentions):
        mine = [found[key] for key in keys(mention)]
        for block in mine:
            block[mention.document.id].append(n)
        owned.append(mine)
    for block in found.values():
        for home in [home for home, members in block.items() if len(members) > MAX_BLOCK]:
            del block[home]
    return owned
