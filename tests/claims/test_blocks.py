"""Which figures meet: those that share a key, each pair once, in order."""

from __future__ import annotations

import pytest

from factcheck.claims import blocks
from tests.claims.builders import mentions

FLOOD = "The flood killed nine people."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Nine wells were shut.", "Some 40 wells leaked."], [(0, 1)]),
        (["The fire killed nine.", "The toll is 14."], [(0, 1)]),
        (["The flood cost $5 million.", "A bridge was sold for €7 million."], [(0, 1)]),
        ([FLOOD, "The dam is 9 metres high.", "It killed 14 people."], [(0, 2)]),
        ([FLOOD, FLOOD, FLOOD], [(0, 1), (0, 2), (1, 2)]),
        ([f"[{FLOOD[:21]}] people."], []),
        (["The fire killed 31 people.", "The dam is 31 metres high."], []),
        (["Some 12 ferries sank.", "Halland has 31 schools."], []),
        ([], []),
    ],
    ids=[
        "one noun",
        "one measure in other words",
        "money always",
        "only within one dimension",
        "each pair once, sorted",
        "never with itself",
        "never in two dimensions, whatever the number",
        "never without a common word",
        "nothing",
    ],
)
def test_pairs(texts: list[str], expected: list[tuple[int, int]]) -> None:
    assert list(_pairs(mentions(*texts))) == expected


@pytest.mark.parametrize(("limit", "expected"), [(3, 3), (2, 0)])
def test_a_key_of_too_many_figures_tells_nothing(limit: int, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCK", limit)
    assert len(list(blocks.pairs(mentions(FLOOD, FLOOD, FLOOD)))) == expected
