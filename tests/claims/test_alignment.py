"""Figures of two documents answer to each other; one that another explains better is explained away."""

from __future__ import annotations

import pytest

from factcheck.claims.alignment import align
from factcheck.claims.mentions import Mention
from factcheck.claims.weights import Weights
from tests.claims.builders import mentions

SCORED = Weights({"pair": {"default": {"score": 1.0}}, "rivals": {"default": {}}}, 0.5, 0.5, 0.5)


def aligned(ready: list[Mention], scores: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The alignment of pairs whose evidence is a score."""
    return align(ready, {pair: {"score": score} for pair, score in scores.items()}, SCORED)


ONE, TWO = "Nine wells leaked.", "Some 40 wells were shut."


def test_a_score_of_nothing_is_a_toss_on_both_sides() -> None:
    assert aligned(mentions(ONE, TWO), {(0, 1): 0.0})[0, 1] == pytest.approx(0.25)


@pytest.mark.parametrize(("score", "low", "high"), [(-5, 0, 0.01), (5, 0.98, 1), (400, 0.99, 1), (-400, 0, 0.01)])
def test_a_pair_alone_follows_its_score(score: float, low: float, high: float) -> None:
    assert low <= aligned(mentions(ONE, TWO), {(0, 1): score})[0, 1] <= high


def test_a_better_answer_in_the_same_document_explains_a_figure_away() -> None:
    ready = mentions(ONE, "Some 40 wells were shut. Then 31 wells leaked.")
    alone = aligned(ready, {(0, 1): 1.0})[0, 1]
    rivalled = aligned(ready, {(0, 1): 1.0, (0, 2): 3.0})
    assert rivalled[0, 1] < alone / 3
    assert rivalled[0, 2] > rivalled[0, 1]


def test_an_answer_in_another_document_takes_nothing() -> None:
    ready = mentions(ONE, TWO, "Then 31 wells leaked.")
    assert aligned(ready, {(0, 1): 1.0, (0, 2): 3.0})[0, 1] == aligned(ready, {(0, 1): 1.0})[0, 1]


def test_a_headline_that_says_the_same_takes_nothing_from_the_body() -> None:
    ready = mentions(ONE, "Some 40 wells were shut. Yes, 40 wells.")
    assert aligned(ready, {(0, 1): 1.0, (0, 2): 1.0})[0, 1] == aligned(ready, {(0, 1): 1.0})[0, 1]


def test_nothing_aligns_with_nothing() -> None:
    assert aligned([], {}) == {}
