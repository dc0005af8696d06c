"""How much each piece of evidence counts: `rules/matching.yaml`, plain numbers with names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from factcheck.errors import UsageError
from factcheck.lexicon import read_yaml, shipped_rules

_LIMITS = ("same_value", "other_value", "rival_share", "draft_fit", "draft_other", "draft_margin")
"""The thresholds of the file, in the order of the fields of `Weights`."""
_LIMIT = 25.0
"""A score beyond this is as sure as can be."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """How well a source's words must fit a draft's figure; `rules/matching.yaml` says what each threshold is for."""

    fit: float = 1.5
    other: float = 2.0
    margin: float = 1.7


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by question and dimension; a dimension without its own takes those of "default"."""

    tables: Mapping[str, Mapping[str, Mapping[str, float]]]
    threshold_same: float
    threshold_other: float
    rival_share: float
    drafts: Drafts = Drafts()
    merged: dict[tuple[str, str], Mapping[str, float]] = field(default_factory=dict, compare=False)
    """The tables of the dimensions that were asked for: each is asked for again and again."""

    def asked(self, question: str) -> frozenset[str]:
        """The evidence that weighs something in some dimension, for "pair" or "rivals"."""
        tables = self.tables[question].values()
        return frozenset(name for weights in tables for name, weight in weights.items() if weight)

    def pair(self, dimension: str) -> Mapping[str, float]:
        """The weights for two figures being one claim."""
        return self._table("pair", dimension)

    def rivals(self, dimension: str) -> Mapping[str, float]:
        """The weights for two groups of different values being one claim."""
        return self._table("rivals", dimension)

    def _table(self, which: str, dimension: str) -> Mapping[str, float]:
        if (which, dimension) not in self.merged:
            tables = self.tables[which]
            self.merged[which, dimension] = {**tables["default"], **tables.get(dimension.split(":", maxsplit=1)[0], {})}
        return self.merged[which, dimension]


def total(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted evidence with its bias: 0 for a coin's toss."""
    score = weights.get("bias", 0.0)
    for name, weight in weights.items():
        if value := found.get(name):
            score += weight * value
    return max(-_LIMIT, min(_LIMIT, score))


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighted evidence."""
    return 1.0 / (1.0 + math.exp(-total(found, weights)))


@cache
def shipped() -> Weights:
    """The weights of `rules/matching.yaml`. UsageError where something lacks or is no number."""
    path = shipped_rules() / "matching.yaml"
    data = read_yaml(path)
    try:
        same, other, share, *drafts = (float(data["thresholds"][name]) for name in _LIMITS)
        tables = {which: _table(data[which]) for which in ("pair", "rivals")}
        return Weights(tables, same, other, share, Drafts(*drafts))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path}: lacks a number: {error}; see the head of the shipped file") from error


def _table(data: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    """Weights by dimension, as numbers; KeyError where "default" is not among them."""
    tables = {dimension: {name: float(w) for name, w in weights.items()} for dimension, weights in data.items()}
    return {"default": tables["default"], **tables}
