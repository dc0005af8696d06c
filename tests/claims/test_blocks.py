"""Which figures meet: those that share a key, each pair once, in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.claims import blocks
from factcheck.claims.kindred import kindred
from factcheck.claims.mentions import Mention
from tests.claims.builders import mentions

FLOOD = "The flood killed nine people."


def met(ready: Sequence[Mention]) -> list[tuple[int, int]]:
    """The pairs that meet."""
    return list(blocks.pairs(ready, kindred(ready).meeting))


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
    assert met(mentions(*texts)) == expected


@pytest.mark.parametrize(("limit", "expected"), [(3, 3), (2, 0)])
def test_a_key_of_too_many_figures_of_a_document_tells_nothing(
    limit: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCK", limit)
    assert len(met(mentions(f"{FLOOD} {FLOOD} {FLOOD}"))) == expected


def test_a_key_of_many_documents_tells_as_much_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCK", 1)
    assert met(mentions(FLOOD, FLOOD, FLOOD)) == [(0, 1), (0, 2), (1, 2)]


def test_figures_of_documents_that_do_not_meet_are_no_pair() -> None:
    ready = mentions(FLOOD, FLOOD, FLOOD)
    apart = {"d1": frozenset({"d1", "d2"}), "d2": frozenset({"d1", "d2"}), "d3": frozenset({"d3"})}
    assert list(blocks.pairs(ready, apart)) == [(0, 1)]
