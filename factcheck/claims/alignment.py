"""Which figure of another document a figure answers to: each document's figures compete for it.

A pair has a score, the weighted evidence. Of two documents, each figure of one chooses among those of
the other, or none: a softmax with an empty choice of score 0. A pair is aligned as far as both choose
each other, so a figure that another one explains better ("12 Somalis" beside "11 Yemenis") is explained
away. The weights are fitted to such choices (a conditional logit: McFadden, "Conditional logit analysis
of qualitative choice behavior", 1974).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.claims.mentions import Mention, Sister
from factcheck.claims.weights import Weights, total

Pair = tuple[int, int]
Features = Mapping[str, float]


def align(mentions: Sequence[Mention], pairs: Mapping[Pair, Features], weights: Weights) -> dict[Pair, float]:
    """How surely the two figures of each pair answer to each other, from 0 to 1."""
    raised = {(a, b): raise_score(found, weights, mentions[a].dimension) for (a, b), found in pairs.items()}
    return answers(mentions, raised)


def raise_score(found: Features, weights: Weights, dimension: str) -> float:
    """The weighted evidence on a pair, raised: what it has in a choice against 1 for no answer."""
    return math.exp(total(found, weights.pair(dimension)))


def answers(mentions: Sequence[Mention], raised: Mapping[Pair, float]) -> dict[Pair, float]:
    """As `align`, of pairs whose evidence is weighed already."""
    choices = _choices(mentions, raised)
    return {
        (a, b): _chosen(value, choices[a, mentions[b].document.id], mentions[b])
        * _chosen(value, choices[b, mentions[a].document.id], mentions[a])
        for (a, b), value in raised.items()
    }


Choice = tuple[Mapping[Sister, float], float]
"""What a figure may answer to in a document: by value the raised scores of all that say it, and those of all values."""


def _choices(mentions: Sequence[Mention], raised: Mapping[Pair, float]) -> dict[tuple[int, str], Choice]:
    found: dict[tuple[int, str], dict[Sister, float]] = defaultdict(lambda: defaultdict(float))
    for (a, b), value in raised.items():
        for here, there in ((a, mentions[b]), (b, mentions[a])):
            found[here, there.document.id][there.said] += value
    return {home: (by_value, sum(by_value.values())) for home, by_value in found.items()}


def _chosen(value: float, choice: Choice, other: Mention) -> float:
    """How surely a figure answers to `other`; a headline that says the same takes nothing from the body."""
    by_value, of_all = choice
    return value / (1.0 + value + max(0.0, of_all - by_value[other.said]))
