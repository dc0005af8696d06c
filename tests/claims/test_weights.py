"""The weights of `rules/matching.yaml`: each has its evidence, and a broken file is told in a line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.claims import evidence, group, weights
from factcheck.errors import UsageError
from tests.claims.builders import mentions

EQUAL = ("Port Elsin has 12 ferries.", "Port Elsin has 12 ferries.")
DIFFERENT = ("Port Elsin has 12 ferries.", "Port Elsin has 13 ferries.")


def evidence_asked(monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...]) -> set[str]:
    """The names of the evidence that the grouping of some texts gives weights to."""
    asked: set[str] = set()

    def recorded(found: Mapping[str, float], given: Mapping[str, float]) -> float:
        asked.update(found)
        return 0.5

    monkeypatch.setattr(evidence, "score", recorded)
    ready = mentions(*texts)
    group([m.figure for m in ready], [m.document for m in ready])
    return asked


@pytest.mark.parametrize(("table", "texts"), [("same_value", EQUAL), ("other_value", DIFFERENT)])
def test_every_weight_has_its_evidence(table: str, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = evidence_asked(monkeypatch, texts)
    named = {name for own in weights.shipped().tables[table].values() for name in own}
    assert len(asked) > 10
    assert named - asked == {"bias"}


def test_a_dimension_overrides_single_weights() -> None:
    found = weights.Weights({"same_value": {"default": {"bias": -1, "x": 2}, "money": {"bias": 3}}}, 0.5, 0.5, 0.5)
    assert found.same("money") == {"bias": 3, "x": 2}
    assert found.same("length") == {"bias": -1, "x": 2}


def test_a_counted_noun_takes_the_weights_of_counts() -> None:
    found = weights.Weights({"other_value": {"default": {"bias": -1}, "count": {"bias": 4}}}, 0.5, 0.5, 0.5)
    assert found.other("count:ferry") == found.other("count") == {"bias": 4}


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "- same_value\n",
        "thresholds: 0.5\n",
        "thresholds: {same_value: 0.5}\nsame_value: {default: {bias: 1}}\nother_value: {default: {bias: 1}}\n",
        "same_value: {default: {bias: 1}}\nother_value: {default: {bias: 1}}\n",
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
