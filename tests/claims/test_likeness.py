"""How like documents are by their words, and that it does not matter how many words are put in order at once."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import likeness

WORDS = st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=9)


def alike(told: list[set[int]], lookups: int = 1000, least: float = 0.01) -> dict[int, dict[int, float]]:
    digests = [likeness.digests(f"word {word}" for word in own) for own in told]
    return {n: dict(near) for n, near in likeness.alike(digests, lookups, least)}


def cosine(told: list[set[int]], one: int, other: int) -> float:
    """The definition, pair by pair."""
    held = Counter(word for own in told for word in own)
    mass = {word: log((len(told) + likeness._UNREAD) / n) ** 2 for word, n in held.items()}
    lengths = [sqrt(sum(mass[word] for word in told[n])) for n in (one, other)]
    return sum(mass[word] for word in told[one] & told[other]) / (lengths[0] * lengths[1])


@given(WORDS)
def test_it_is_the_cosine_of_the_words_that_two_share(told: list[set[int]]) -> None:
    found = alike(told)
    assert found.keys() == set(range(len(told)))
    for one, near in found.items():
        sharing = {other for other in range(len(told)) if other != one and told[one] & told[other]}
        assert near.keys() == sharing
        assert all(share == pytest.approx(cosine(told, one, other)) for other, share in near.items())


@given(WORDS, st.integers(1, 12), st.integers(1, 5))
def test_it_is_the_same_in_whatever_parts_the_words_are_taken(told: list[set[int]], lookups: int, at_once: int) -> None:
    whole = alike(told, lookups)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(likeness, "_AT_ONCE", at_once)
        patched.setattr(likeness, "_BATCH", 2)
        assert alike(told, lookups) == whole


@pytest.mark.parametrize(
    ("lookups", "expected"),
    [
        (1, set()),  # the word of its own is looked up, nothing else
        (3, {1}),  # and the word that two hold
        (5, {1}),
        (6, {1, 2, 3}),  # and the word that three hold
    ],
)
def test_the_rarest_words_are_looked_up_first(lookups: int, expected: set[int]) -> None:
    told = [{0, 1, 2}, {1}, {2}, {2}]
    assert alike(told, lookups)[0].keys() == expected
