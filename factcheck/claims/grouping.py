"""From mentions to claims in two passes.

First, figures that say the same value and speak of the same thing are joined. Then groups with
different values are joined where they fill the same slot. Pairs in one sentence, or of different
measures, are kept apart in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims import blocks, evidence, rivals, steered
from factcheck.claims.alignment import Features, Pair, answers, raise_score
from factcheck.claims.counterparts import counterparts
from factcheck.claims.mentions import Mention
from factcheck.claims.objections import objection, told_apart
from factcheck.claims.rarity import Rarities
from factcheck.claims.values import same_value
from factcheck.claims.weights import Weights

KEPT_APART = 0.25
"""The share of pairs that may speak against joining two groups: one misread member does not part them."""


FEWEST_SHARED = 3
"""Stems, lemmas and names that the surroundings of two figures must share to be compared."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of mention indices, and the scored links inside them."""

    groups: tuple[tuple[int, ...], ...]
    links: Mapping[Pair, float]


class Union:
    """Disjoint groups; no two members of a pair that is set `apart` ever come into one."""

    def __init__(self, size: int, apart: Collection[Pair] = ()) -> None:
        self._members = {n: [n] for n in range(size)}
        self._group = list(range(size))
        self._apart = apart

    def of(self, n: int) -> list[int]:
        return self._members[self._group[n]]

    def join(self, a: int, b: int) -> None:
        keep, lose = sorted((self._group[a], self._group[b]))
        if keep != lose and not self._kept_apart(self._members[keep], self._members[lose]):
            for n in self._members[lose]:
                self._group[n] = keep
            self._members[keep] += self._members.pop(lose)

    def _kept_apart(self, one: Sequence[int], two: Sequence[int]) -> bool:
        return bool(self._apart) and any((min(a, b), max(a, b)) in self._apart for a in one for b in two)

    def groups(self) -> list[tuple[int, ...]]:
        return [tuple(sorted(members)) for _, members in sorted(self._members.items())]


def group(mentions: Sequence[Mention], rarities: Rarities, weights: Weights) -> Grouped:
    """The claims as groups of indices; every mention is in one group."""
    pairs, raised = _weighed(mentions, rarities, weights)
    aligned = answers(mentions, raised)
    apart, together = steered.pairs(mentions)
    union = Union(len(mentions), apart)
    for a, b in sorted(together):  # an editor's word comes before all evidence
        union.join(a, b)
    join_values(union, pairs, aligned, weights)
    copied = list(counterparts(mentions))
    for a, b in copied:  # one text speaks of one thing, whatever else seems to speak against it
        if not _told_apart(union.of(a), union.of(b), mentions):
            union.join(a, b)
    between = rivals.strengths(mentions, pairs, aligned, union.groups(), weights, rarities.kindred.meeting)
    _join_rivals(union, between, weights, mentions)
    heads = {n: members[0] for members in between.groups for n in members}
    links = {}
    for a, b in pairs:
        if b in union.of(a):
            head = (min(heads[a], heads[b]), max(heads[a], heads[b]))
            links[a, b] = aligned[a, b] if head[0] == head[1] else between.strengths.get(head, 0.0)
    links |= {(a, b): 1.0 for a, b in (*copied, *together) if b in union.of(a)}
    return Grouped(tuple(union.groups()), links)


def _weighed(
    mentions: Sequence[Mention], rarities: Rarities, weights: Weights
) -> tuple[dict[Pair, Features], dict[Pair, float]]:
    """The raised score of every pair, and the evidence that is asked for after it: an archive has millions of pairs."""
    later = (weights.asked("rivals") | {"same_value", "window_alike"}) & evidence.PIECES.keys()
    kept: dict[Pair, Features] = {}
    raised: dict[Pair, float] = {}
    for pair, found in compared(mentions, rarities, weights.asked("pair") | later):
        raised[pair] = raise_score(found, weights, mentions[pair[0]].dimension)
        kept[pair] = {name: found[name] for name in later}
    return kept, raised


def compared(
    mentions: Sequence[Mention], rarities: Rarities, asked: frozenset[str] | None = None
) -> Iterator[tuple[Pair, dict[str, float]]]:
    """The evidence, all or what is asked for, on every pair that meets and that nothing keeps apart."""
    for a, b in blocks.pairs(mentions, rarities.kindred.meeting):
        one, two = mentions[a], mentions[b]
        if _akin(one, two) and not apart(one, two):
            yield (a, b), evidence.features(one, two, rarities, asked)


def _akin(a: Mention, b: Mention) -> bool:
    """Whether two figures share enough words around them, or say one value, so that their evidence is worth weighing.

    A line of a table ("Turnout: 63.1%") has hardly a word, but its value.
    """
    shared = len(a.window & b.window) + len(a.words & b.words) + len(a.names & b.names)
    return shared >= FEWEST_SHARED or (shared > 0 and same_value(a, b))


def join_values(union: Union, pairs: Mapping[Pair, Features], aligned: Mapping[Pair, float], weights: Weights) -> None:
    """Join the figures that say the same value of the same thing."""
    same = {pair: aligned[pair] for pair, found in pairs.items() if found["same_value"]}
    _join(union, same, weights.threshold_same)


def apart(a: Mention, b: Mention) -> bool:
    """Whether counter-evidence that nothing outweighs keeps the two apart."""
    return objection(a, b) is not None


def _join(union: Union, scores: Mapping[Pair, float], threshold: float) -> None:
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


def _join_rivals(union: Union, between: rivals.Rivals, weights: Weights, mentions: Sequence[Mention]) -> None:
    """Join value groups that are near each other's nearest rivals for one slot, the nearest first."""
    best: dict[int, float] = defaultdict(float)
    for (a, b), strength in between.strengths.items():
        best[a], best[b] = max(best[a], strength), max(best[b], strength)
    for (a, b), strength in sorted(between.strengths.items(), key=lambda item: (-item[1], item[0])):
        if strength < weights.threshold_other:
            return
        nearest = strength >= weights.rival_share * max(best[a], best[b])
        if nearest and _may_meet(union.of(a), union.of(b), mentions):
            union.join(a, b)


def _may_meet(one: Sequence[int], two: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """No sentence tells the two groups apart, and at most few of their members are kept apart otherwise."""
    if _told_apart(one, two, mentions):
        return False
    kept = [apart(mentions[a], mentions[b]) for a in one for b in two]
    return sum(kept) <= len(kept) * KEPT_APART


def _told_apart(one: Sequence[int], two: Sequence[int], mentions: Sequence[Mention]) -> bool:
    return any(told_apart(mentions[a], mentions[b]) for a in one for b in two)
