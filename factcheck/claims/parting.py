"""Why two figures are not one claim, for whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import evidence, weights
from factcheck.claims.alignment import align
from factcheck.claims.grouping import compared
from factcheck.claims.mentions import Mention, mentions
from factcheck.claims.objections import doubts, objection
from factcheck.claims.rarity import Rarities
from factcheck.model import Document, Figure

_LEAST = 0.01


def why_not(figures: Sequence[Figure], documents: Sequence[Document], a: str, b: str) -> tuple[str, ...]:
    """What kept the figures with ids `a` and `b` apart, in lines: one line where nothing outweighs it."""
    ready = mentions(figures, documents)
    number = {m.figure.id: n for n, m in enumerate(ready)}
    first, second = sorted((number[a], number[b]))
    one, two = ready[first], ready[second]
    if one.dimension != two.dimension:
        return (f"they cannot be compared: one is a {_named(one)}, the other a {_named(two)}",)
    if against := objection(one, two):
        return (against,)
    rarities = Rarities.of(ready)
    pairs = dict(compared(ready, rarities))
    if two.document.id not in rarities.kindred.meeting[one.document.id]:
        return ("their documents share too few telling words to be of one event, so they were not compared",)
    found = evidence.features(one, two, rarities)
    return (*_weighed(ready, pairs, (first, second)), *doubts(one, two, found))


def _named(mention: Mention) -> str:
    return mention.dimension.replace(":", " of ").replace("clock", "time of day").replace("time", "duration", 1)


def _weighed(
    ready: Sequence[Mention], pairs: dict[tuple[int, int], dict[str, float]], pair: tuple[int, int]
) -> tuple[str, ...]:
    """How sure the match is, and what answers better."""
    if pair not in pairs:
        return ("they share no noun, measure, verb or telling word, so they were not compared",)
    aligned = align(ready, pairs, weights.shipped())
    lines = [f"they answer to each other with a certainty of {_share(aligned[pair])}, which is too little"]
    for here, there in (pair, pair[::-1]):
        home = ready[there].document.id
        rivals = [(score, _other(p, here)) for p, score in aligned.items() if here in p]
        better = [(s, n) for s, n in rivals if ready[n].document.id == home and n != there and s > aligned[pair]]
        if better:
            score, n = max(better)
            text, known = ready[n].figure.text, ready[here].figure.text
            lines.append(f"“{text}” of {ready[n].document.name} answers to “{known}” better ({_share(score)})")
    return tuple(lines)


def _other(pair: tuple[int, int], one: int) -> int:
    return pair[1] if pair[0] == one else pair[0]


def _share(score: float) -> str:
    return f"{score:.0%}" if score >= _LEAST else "under 1%"
