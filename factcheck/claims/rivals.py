"""Groups of one value each as rivals for one slot: the second of the two questions.

Evidence for two groups is the best that any pair of their members gives; counter-evidence is what
their pairs give on average. To it comes what only groups show: whether the same documents give both
values, how many of the pairs met at all, how many documents stand behind both.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims import evidence
from factcheck.claims.mentions import Mention
from factcheck.claims.weights import Weights

Pair = tuple[int, int]

_COUNTER = frozenset(
    "other_subject qualifiers_apart names_apart other_place other_period same_sentence same_document "
    "other_modality value_far published_apart sister_apart".split()
)


@dataclass(frozen=True, slots=True)
class Rivals:
    """How likely two groups, named by their first members, have different values of one thing."""

    groups: Sequence[tuple[int, ...]]
    strengths: Mapping[Pair, float]


def strengths(
    mentions: Sequence[Mention],
    pairs: Mapping[Pair, Mapping[str, float]],
    groups: Sequence[tuple[int, ...]],
    weights: Weights,
) -> Rivals:
    """The strength of every two groups that have a pair with different values."""
    home = {n: members for members in groups for n in members}
    met: dict[Pair, list[Mapping[str, float]]] = defaultdict(list)
    for (a, b), found in pairs.items():
        one, two = sorted((home[a], home[b]))
        if one != two:
            met[one[0], two[0]].append(found)
    return Rivals(
        groups,
        {
            pair: evidence.score(
                _together(mentions, home[pair[0]], home[pair[1]], found), weights.other(mentions[pair[0]].dimension)
            )
            for pair, found in met.items()
        },
    )


def _together(
    mentions: Sequence[Mention], one: Sequence[int], two: Sequence[int], found: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    """The evidence for two groups, from that of their pairs."""
    result = {
        name: sum(f[name] for f in found) / len(found) if name in _COUNTER else max(f[name] for f in found)
        for name in found[0]
    }
    first, second = ({mentions[n].document.id for n in group} for group in (one, two))
    result["both_values"] = len(first & second) / min(len(first), len(second))
    result["linked"] = len(found) / (len(one) * len(two))
    result["well_attested"] = min(1.0, math.log(len(first) * len(second)) / 3)
    return result
