"""Groups of one value each as rivals for one slot: the second of the two questions.

Two groups are rivals as far as their figures answer to each other (`alignment`). Evidence for them is
the best that any pair of their members gives; counter-evidence is what their pairs give on average. To
it comes what only groups show: whether the same documents give both values, how many of the pairs met
at all, how many documents stand behind both, how many values the thing has.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factcheck.claims.alignment import Features, Pair
from factcheck.claims.kindred import Meeting
from factcheck.claims.mentions import Mention
from factcheck.claims.stance import stand
from factcheck.claims.weights import Weights, probability

COUNTER = frozenset(
    "other_subject qualifiers_apart names_apart other_place other_period same_sentence same_document "
    "other_modality value_far published_apart sister_apart other_where other_actor other_scope other_era "
    "part_whole other_event".split()
)
"""Evidence against: groups have the average of their pairs', of all other evidence the most."""

_SURE = 0.001
"""Keeps the logarithm of odds finite: nothing is surer than a thousand to one."""

_HOPELESS = 0.005
"""Groups whose best pair is aligned less are no rivals, whatever else speaks for them."""

Kind = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rivals:
    """How likely two groups, named by their first members, have different values of one thing."""

    groups: Sequence[tuple[int, ...]]
    strengths: Mapping[Pair, float]


def strengths(
    mentions: Sequence[Mention],
    pairs: Mapping[Pair, Features],
    aligned: Mapping[Pair, float],
    groups: Sequence[tuple[int, ...]],
    weights: Weights,
    meeting: Meeting,
) -> Rivals:
    """The strength of every two groups that have a pair which met."""
    found = features(mentions, pairs, aligned, groups, meeting)
    scores = {pair: probability(f, weights.rivals(mentions[pair[0]].dimension)) for pair, f in found.items()}
    return Rivals(groups, scores)


def features(
    mentions: Sequence[Mention],
    pairs: Mapping[Pair, Features],
    aligned: Mapping[Pair, float],
    groups: Sequence[tuple[int, ...]],
    meeting: Meeting,
) -> dict[Pair, dict[str, float]]:
    """The evidence for every two groups that have a pair which met."""
    home = {n: members for members in groups for n in members}
    crowds = Crowds(mentions, groups, meeting)
    met: dict[Pair, list[Pair]] = defaultdict(list)
    for a, b in pairs:
        one, two = sorted((home[a], home[b]))
        if one != two:
            met[one[0], two[0]].append((a, b))
    result = {}
    for (first, second), between in met.items():
        if max(aligned[p] for p in between) < _HOPELESS:
            continue
        one, two = home[first], home[second]
        found = _pairwise([pairs[p] for p in between])
        found |= _alignment([aligned[p] for p in between], len(one) * len(two))
        found["contradict"] = _contradict(mentions, between)
        result[first, second] = found | _documents(mentions, one, two) | crowds.between(one, two)
    return result


def _pairwise(found: Sequence[Features]) -> dict[str, float]:
    """What the pairs of two groups show together."""
    result = {
        name: sum(f[name] for f in found) / len(found) if name in COUNTER else max(f[name] for f in found)
        for name in found[0]
    }
    result["window_mean"] = sum(f["window_alike"] for f in found) / len(found)
    return result


def _alignment(aligned: Sequence[float], possible: int) -> dict[str, float]:
    """How surely the groups answer to each other: the best pair, all pairs on average, the share that met."""
    return {
        "aligned_best": _odds(max(aligned)),
        "aligned_mean": _odds(sum(aligned) / possible),
        "linked": len(aligned) / possible,
    }


def _contradict(mentions: Sequence[Mention], between: Sequence[Pair]) -> float:
    """The share of pairs that cannot both be right: where both can, little speaks against one claim."""
    stances = [stand(mentions[a], mentions[b]).stance for a, b in between]
    return sum(s in ("update", "conflict") for s in stances) / len(stances)


def _odds(share: float) -> float:
    return math.log((share + _SURE) / (1 - share + _SURE))


def _documents(mentions: Sequence[Mention], one: Sequence[int], two: Sequence[int]) -> dict[str, float]:
    first, second = ({mentions[n].document.id for n in group} for group in (one, two))
    return {
        "both_values": len(first & second) / min(len(first), len(second)),
        "well_attested": min(1.0, math.log(len(first) * len(second)) / 3),
    }


class Crowds:
    """How many values the things have of which the documents that meet speak."""

    def __init__(self, mentions: Sequence[Mention], groups: Sequence[tuple[int, ...]], meeting: Meeting) -> None:
        self._mentions = mentions
        self._meeting = meeting
        self._values: dict[Kind, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for members in groups:
            for n in members:
                if mentions[n].thing:
                    self._values[_kind(mentions[n])][mentions[n].document.id].add(members[0])

    def between(self, one: Sequence[int], two: Sequence[int]) -> dict[str, float]:
        """1 where the two values are all that their thing has, near 0 where it has many: of twenty numbers
        of people hardly any two are rivals.
        """
        documents = {self._mentions[n].document.id for n in (*one, *two)}
        near = set().union(*{self._meeting[document] for document in documents})
        fewest = min((self._count(kind, near) for kind in self._kinds(one) & self._kinds(two)), default=0)
        return {"few_values": 2 / fewest if fewest > 1 else 0.0}

    def _kinds(self, members: Sequence[int]) -> set[Kind]:
        return {_kind(self._mentions[n]) for n in members if self._mentions[n].thing}

    def _count(self, kind: Kind, documents: AbstractSet[str]) -> int:
        """How many values of a kind the documents give."""
        values = self._values[kind]
        return len(set().union(*(values[document] for document in values.keys() & documents)))


def _kind(mention: Mention) -> Kind:
    return mention.dimension, mention.thing
