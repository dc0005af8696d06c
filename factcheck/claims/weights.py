"""How much each piece of evidence counts: `rules/matching.yaml`, plain numbers with names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.errors import UsageError
from factcheck.lexicon import read_yaml, shipped_rules


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by pass and dimension; a dimension without its own takes those of "default"."""

    tables: Mapping[str, Mapping[str, Mapping[str, float]]]
    threshold_same: float
    threshold_other: float
    rival_share: float

    def same(self, dimension: str) -> Mapping[str, float]:
        """The weights for two figures of one value."""
        return self._table("same_value", dimension)

    def other(self, dimension: str) -> Mapping[str, float]:
        """The weights for two figures of different values."""
        return self._table("other_value", dimension)

    def _table(self, which: str, dimension: str) -> Mapping[str, float]:
        tables = self.tables[which]
        return {**tables["default"], **tables.get(dimension.split(":", maxsplit=1)[0], {})}


@cache
def shipped() -> Weights:
    """The weights of `rules/matching.yaml`. UsageError where something lacks or is no number."""
    path = shipped_rules() / "matching.yaml"
    data = read_yaml(path)
    try:
        limits = {name: float(data["thresholds"][name]) for name in ("same_value", "other_value", "rival_share")}
        tables = {which: _table(data[which]) for which in ("same_value", "other_value")}
        return Weights(tables, limits["same_value"], limits["other_value"], limits["rival_share"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{path}: lacks a number: {error}; see the head of the shipped file") from error


def _table(data: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, float]]:
    """Weights by dimension, as numbers; KeyError where "default" is not among them."""
    tables = {dimension: {name: float(w) for name, w in weights.items()} for dimension, weights in data.items()}
    return {"default": tables["default"], **tables}
