"""What editors decided of figures counts before all evidence."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import study
from factcheck.claims.steered import APART, TOGETHER
from factcheck.figures import extract
from factcheck.model import Claim, Document, Figure, Steering
from tests.claims.builders import document

TEXTS = (
    "The fire at Norvik mill killed 12 people, police said.",
    "Twelve people died in the fire at Norvik mill, police said.",
    "The fire at Norvik mill killed 14 people, the mayor said.",
    "A ferry with 300 passengers left the port of Elsin.",
    "The fire at Norvik mill killed 12 workers, its owner said.",
)


def read() -> tuple[list[Figure], list[Document]]:
    documents = [document(text, f"d{n}") for n, text in enumerate(TEXTS, start=1)]
    return [e.figures[0] for e in extract(documents)], documents


FIGURES, DOCUMENTS = read()
NAMES = [figure.id for figure in FIGURES]


def claims(apart: list[tuple[int, int]] = (), together: list[tuple[int, int]] = ()) -> tuple[Claim, ...]:  # type: ignore[assignment]
    def named(pairs: list[tuple[int, int]]) -> frozenset[tuple[str, str]]:
        return frozenset((min(NAMES[a], NAMES[b]), max(NAMES[a], NAMES[b])) for a, b in pairs)

    return study(FIGURES, DOCUMENTS, steering=Steering(named(apart), named(together))).claims


def groups(found: tuple[Claim, ...]) -> list[list[int]]:
    return [[NAMES.index(name) for name in claim.figures] for claim in found]


@pytest.mark.parametrize(
    ("apart", "together", "left"),
    [
        ([], [], [[0, 1, 2, 4]]),
        ([(0, 2), (1, 2), (2, 4)], [], [[0, 1, 4]]),
        ([(2, 4)], [], [[0, 1, 4]]),
        ([], [(0, 3)], [[0, 1, 2, 3, 4]]),
        ([(0, 3)], [(0, 3)], [[0, 1, 2, 4]]),
    ],
)
def test_figures_are_kept_apart_and_put_together(
    apart: list[tuple[int, int]], together: list[tuple[int, int]], left: list[list[int]]
) -> None:
    assert groups(claims(apart, together)) == left


def test_a_link_says_that_an_editor_put_the_two_together() -> None:
    (claim,) = claims(together=[(0, 3)])
    assert [link.reasons[0] for link in claim.links if NAMES[3] in (link.a, link.b)] == [TOGETHER]


def test_the_reason_for_which_two_are_apart_is_told() -> None:
    from factcheck.claims.mentions import mentions
    from factcheck.claims.objections import objection
    from factcheck.claims.steered import steered

    one, two, *_ = steered(mentions(FIGURES, DOCUMENTS), Steering(apart=frozenset({(NAMES[0], NAMES[1])})))
    assert objection(one, two) == objection(two, one) == APART


PAIRS = st.lists(st.sampled_from(list(combinations(range(len(TEXTS)), 2))), max_size=4)


@given(PAIRS, PAIRS)
@settings(deadline=None, max_examples=60)
def test_no_claim_holds_a_pair_that_is_set_apart(apart: list[tuple[int, int]], together: list[tuple[int, int]]) -> None:
    for members in groups(claims(apart, together)):
        assert not [pair for pair in apart if set(pair) <= set(members)]


@given(PAIRS)
@settings(deadline=None, max_examples=60)
def test_a_pair_that_is_put_together_is_in_one_claim(together: list[tuple[int, int]]) -> None:
    found = groups(claims(together=together))
    for pair in together:
        assert any(set(pair) <= set(members) for members in found)
