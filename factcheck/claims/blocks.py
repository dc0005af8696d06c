"""Which figures meet at all: never all pairs, only those that share a key.

A key is a dimension with something that two figures of one claim must share at least one of: the
counted noun, the measure, the verb, a telling word beside the number, or the very value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.mentions import Mention

MAX_BLOCK = 400
"""A key that more figures share than this tells nothing; its pairs meet through their other keys."""


def keys(mention: Mention) -> Iterator[tuple[str, str]]:
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


def pairs(mentions: Sequence[Mention]) -> Iterable[tuple[int, int]]:
    """The pairs of indices that share a key, each once, in order."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, mention in enumerate(mentions):
        for key in keys(mention):
            blocks[key].append(n)
    met = {
        (a, b)
        for members in blocks.values()
        if len(members) <= MAX_BLOCK
        for i, a in enumerate(members)
        for b in members[i + 1 :]
    }
    return sorted(met)
