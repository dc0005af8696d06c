"""Figures that stand at one place of a text that several documents print: whatever they say, they are of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.claims.mentions import Mention

_BESIDE = 4
"""Words on each side of a figure that tell its place in the text."""
_FEWEST = 5
"""Words on both sides together, where the sentence begins or ends before."""

Place = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""The document to which the words go back, the dimension, and the words before and behind."""


def counterparts(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of figures of two documents, one of which copies the other there or both a third."""
    found: dict[Place, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    originals = {copied.of for m in mentions for copied in m.document.copied}
    for n, mention in enumerate(mentions):
        if (mention.document.copied or mention.document.id in originals) and (here := place(mention)):
            found[here][mention.document.id].append(n)
    for held in found.values():
        once = [members[0] for members in held.values() if len(members) == 1]
        yield from ((once[0], n) for n in once[1:] if not _moved(mentions[once[0]], mentions[n]))


def _moved(a: Mention, b: Mention) -> bool:
    """Whether the same words mean two values: "today", printed a day later."""
    return a.figure.text.casefold() == b.figure.text.casefold() and a.said != b.said


def same_place(a: Mention, b: Mention) -> bool:
    """Whether two figures of two documents stand at one place of one text. Symmetric."""
    if a.document.id == b.document.id or not (a.document.copied or b.document.copied):
        return False
    return (here := place(a)) is not None and here == place(b)


def retold(a: Mention, b: Mention) -> bool:
    """Whether both are one figure of one text, and one was changed. A bound that was changed is another matter."""
    one, two = a.figure.amount, b.figure.amount
    if one.bound != two.bound or one.bound == "vague" or one.unit != two.unit:
        return False
    return one.value != two.value and same_place(a, b)


def place(mention: Mention) -> Place | None:
    """Where in which text a figure stands; None where too few words tell it."""
    before, after = mention.around
    near = tuple(before[-_BESIDE:]), tuple(after[:_BESIDE])
    if len(near[0]) + len(near[1]) < _FEWEST:
        return None
    document = mention.document
    return document.original(mention.figure.span.start) or document.id, mention.dimension, *near
