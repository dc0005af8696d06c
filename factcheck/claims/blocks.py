"""Which figures meet at all: never all pairs, only those of documents that meet, and that share a key.

A key is a dimension with something that two figures of one claim must share at least one of: the
counted noun, the measure, the verb, a telling word beside the number, or the very value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims.kindred import Meeting
from factcheck.claims.mentions import Mention

MAX_BLOCK = 200
"""A key that more figures of one document share than this tells nothing of them; they meet by their other keys."""

Key = tuple[str, str]


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
    owned = [tuple(keys(mention)) for mention in mentions]
    blocks = _blocks(mentions, owned)
    for n, mention in enumerate(mentions):
        here = meeting[mention.document.id]
        met = {other for key in owned[n] for home in blocks[key].keys() & here for other in blocks[key][home]}
        yield from ((n, other) for other in sorted(met) if other > n)


def _blocks(mentions: Sequence[Mention], owned: Sequence[Sequence[Key]]) -> Mapping[Key, Mapping[str, Sequence[int]]]:
    """By key, then by document, the figures that share it."""
    found: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, mention in enumerate(mentions):
        for key in owned[n]:
            found[key][mention.document.id].append(n)
    return {
        key: {home: members for home, members in homes.items() if len(members) <= MAX_BLOCK}
        for key, homes in found.items()
    }
