"""The weights of `rules/matching.yaml`: each has its evidence, and a broken file is told in a line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import alignment, group, rivals, weights
from factcheck.errors import UsageError
from tests.claims.builders import mentions

DIFFERENT = ("Port Elsin has 12 ferries.", "Port Elsin has 13 ferries.")


def evidence_asked(monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...]) -> list[set[str]]:
    """The names of the evidence that the grouping of some texts gives weights to, each time that it asks."""
    asked: list[set[str]] = []

    def recorded(found: Mapping[str, float], _: Mapping[str, float]) -> float:
        asked.append(set(found))
        return 0.5

    monkeypatch.setattr(alignment, "total", recorded)
    monkeypatch.setattr(rivals, "probability", recorded)
    ready = mentions(*texts)
    group([m.figure for m in ready], [m.document for m in ready])
    return asked


@pytest.mark.parametrize(("table", "at"), [("pair", 0), ("rivals", -1)])
def test_every_weight_has_its_evidence(table: str, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = evidence_asked(monkeypatch, DIFFERENT)[at]
    named = {name for own in weights.shipped().tables[table].values() for name in own}
    assert len(asked) > 10
    assert named - asked == {"bias"}


def test_evidence_without_weight_is_not_asked_for() -> None:
    tables = {"pair": {"default": {"bias": -1, "x": 2, "y": 0}, "money": {"z": 3}}, "rivals": {"default": {"x": 0}}}
    found = weights.Weights(tables, 0.5, 0.5, 0.5)
    assert found.asked("pair") == {"bias", "x", "z"}
    assert found.asked("rivals") == frozenset()


def test_a_dimension_overrides_single_weights() -> None:
    found = weights.Weights({"pair": {"default": {"bias": -1, "x": 2}, "money": {"bias": 3}}}, 0.5, 0.5, 0.5)
    assert found.pair("money") == {"bias": 3, "x": 2}
    assert found.pair("length") == {"bias": -1, "x": 2}


def test_a_counted_noun_takes_the_weights_of_counts() -> None:
    found = weights.Weights({"rivals": {"default": {"bias": -1}, "count": {"bias": 4}}}, 0.5, 0.5, 0.5)
    assert found.rivals("count:ferry") == found.rivals("count") == {"bias": 4}


@pytest.mark.parametrize("name", [*rivals.COUNTER, "other_measure", "both_values", "contradict"])
def test_counter_evidence_never_speaks_for_a_pair(name: str) -> None:
    given = [own.get(name, 0.0) for tables in weights.shipped().tables.values() for own in tables.values()]
    assert max(given) <= 0


@given(st.floats(0, 1), st.floats(-50, 50), st.floats(-50, 50))
def test_a_score_is_a_probability_that_evidence_raises(value: float, weight: float, bias: float) -> None:
    without = weights.probability({"piece": 0.0}, {"bias": bias, "piece": weight})
    score = weights.probability({"piece": value}, {"bias": bias, "piece": weight})
    assert 0 < score < 1
    assert (score >= without) if weight >= 0 else (score <= without)


def test_a_piece_without_weight_counts_nothing() -> None:
    assert weights.probability({"unheard": 1.0}, {"bias": 0.0}) == 0.5


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "- pair\n",
        "thresholds: 0.5\n",
        "thresholds: {same_value: 0.5}\npair: {default: {bias: 1}}\nrivals: {default: {bias: 1}}\n",
        "pair: {default: {bias: 1}}\nrivals: {default: {bias: 1}}\n",
        "thresholds: {same_value: 0.5, same_value: 0.4}\n",
        "thresholds: {same_value: 0.5\n",
    ],
    ids=[
        "missing",
        "empty",
        "a list",
        "one number for all thresholds",
        "a threshold missing",
        "no thresholds",
        "a key twice",
        "broken YAML",
    ],
)
def test_a_broken_file_is_told_in_a_line(content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "matching.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(weights, "shipped_rules", lambda: tmp_path)
    with pytest.raises(UsageError) as raised:
        weights.shipped.__wrapped__()
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)
