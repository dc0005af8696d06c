"""From mentions to claims in two passes.

First, figures that say the same value and speak of the same thing are joined. Then groups with
different values are joined where they fill the same slot. Pairs in one sentence, or of different
measures, are kept apart in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims import blocks, evidence
from factcheck.claims.mentions import Mention, Rarities
from factcheck.claims.values import same_value
from factcheck.claims.weights import Weights

Pair = tuple[int, int]

BOTH_VALUES = 0.5
"""How much of its strength a link between two values loses where every document gives both."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of mention indices, and the scored links inside them."""

    groups: tuple[tuple[int, ...], ...]
    links: Mapping[Pair, float]


class _Union:
    """Disjoint groups, joined where no member keeps the other's members out."""

    def __init__(self, size: int) -> None:
        self._members = {n: [n] for n in range(size)}
        self._group = list(range(size))

    def of(self, n: int) -> list[int]:
        return self._members[self._group[n]]

    def join(self, a: int, b: int) -> None:
        keep, lose = sorted((self._group[a], self._group[b]))
        if keep != lose:
            for n in self._members[lose]:
                self._group[n] = keep
            self._members[keep] += self._members.pop(lose)

    def groups(self) -> list[tuple[int, ...]]:
        return [tuple(sorted(members)) for _, members in sorted(self._members.items())]


def group(mentions: Sequence[Mention], rarities: Rarities, weights: Weights) -> Grouped:
    """The claims as groups of indices; every mention is in one group."""
    same, other = _scored(mentions, rarities, weights)
    union = _Union(len(mentions))
    _join(union, same, weights.threshold_same)
    _join_rivals(union, other, weights, mentions)
    links = {p: s for p, s in (same | other).items() if p[1] in union.of(p[0])}
    return Grouped(tuple(union.groups()), links)


def _scored(
    mentions: Sequence[Mention], rarities: Rarities, weights: Weights
) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """The scores of the pairs with one value, and of those with different values."""
    same: dict[Pair, float] = {}
    other: dict[Pair, float] = {}
    for a, b in blocks.pairs(mentions):
        one, two = mentions[a], mentions[b]
        if apart(one, two):
            continue
        equal = same_value(one, two)
        kind_weights = weights.same(one.dimension) if equal else weights.other(one.dimension)
        score = evidence.score(evidence.features(one, two, rarities), kind_weights)
        (same if equal else other)[a, b] = score
    return same, other


def apart(a: Mention, b: Mention) -> bool:
    """Counter-evidence that nothing outweighs: another measure, one sentence, another direction of change."""
    one, two = a.figure.context, b.figure.context
    if one.measure and two.measure and one.measure != two.measure:
        return True
    if a.sentence == b.sentence and not _converted(a, b):
        return True
    rate_apart = (a.figure.kind == "rate") != (b.figure.kind == "rate") and a.dimension != "volume"
    changes = {a.figure.amount.change, b.figure.amount.change}
    return rate_apart or changes == {"up", "down"}


def _converted(a: Mention, b: Mention) -> bool:
    """Whether one of two figures in a sentence is the other's conversion: "10 kilometers (6 miles)"."""
    first, second = sorted((a.figure, b.figure), key=lambda f: f.span)
    end = max(first.span.end, first.unit_span.end if first.unit_span else 0)
    between = a.document.text[end : second.span.start].strip()
    return between in ("(", ", or", "or", "/", "[") and first.amount.unit != second.amount.unit


def _join(union: _Union, scores: Mapping[Pair, float], threshold: float) -> None:
    """Join the best pairs first; a group is joined when its pairs' scores reach the threshold on average."""
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            return
        if b in union.of(a):
            continue
        if _average(union.of(a), union.of(b), scores) >= threshold / 2:
            union.join(a, b)


def _average(one: Sequence[int], two: Sequence[int], scores: Mapping[Pair, float]) -> float:
    total = sum(scores.get((min(a, b), max(a, b)), 0.0) for a in one for b in two)
    return total / (len(one) * len(two))


def _join_rivals(union: _Union, other: Mapping[Pair, float], weights: Weights, mentions: Sequence[Mention]) -> None:
    """Join value groups that are each other's nearest rivals for one slot."""
    linked: dict[Pair, list[float]] = defaultdict(list)
    heads = {n: union.of(n)[0] for n in range(len(mentions))}
    members = {head: list(union.of(head)) for head in set(heads.values())}
    for (a, b), score in other.items():
        if heads[a] != heads[b]:
            linked[min(heads[a], heads[b]), max(heads[a], heads[b])].append(score)
    strength = {
        pair: _strength(scores, members, pair) * _without_both(members, pair, mentions)
        for pair, scores in linked.items()
    }
    best: dict[int, float] = defaultdict(float)
    for (a, b), value in strength.items():
        best[a], best[b] = max(best[a], value), max(best[b], value)
    for (a, b), value in sorted(strength.items(), key=lambda item: (-item[1], item[0])):
        if value < weights.threshold_other:
            return
        if value >= max(best[a], best[b]) - weights.rival_slack and _may_meet(union.of(a), union.of(b), mentions):
            union.join(a, b)


def _strength(scores: Sequence[float], members: Mapping[int, Sequence[int]], pair: Pair) -> float:
    """Between the best pair's score and the average over all pairs, absent ones counting nothing."""
    size = len(members[pair[0]]) * len(members[pair[1]])
    return 0.6 * max(scores) + 0.4 * sum(scores) / min(size, 3 * len(scores))


def _without_both(members: Mapping[int, Sequence[int]], pair: Pair, mentions: Sequence[Mention]) -> float:
    """Less where documents give both values: a text that has two values mostly has two things."""
    one, two = ({mentions[n].document.id for n in members[head]} for head in pair)
    return 1.0 - BOTH_VALUES * len(one & two) / min(len(one), len(two))


def _may_meet(one: Iterable[int], two: Iterable[int], mentions: Sequence[Mention]) -> bool:
    """No member of one group is kept apart from a member of the other."""
    others = list(two)
    return not any(apart(mentions[a], mentions[b]) for a in one for b in others)
