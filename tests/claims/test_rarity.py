"""How telling a word is: the rarer among the sentences with figures, the more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import kindred
from factcheck.claims.rarity import Rarities, Rarity
from tests.claims.builders import mentions

FERRIES = (
    "The ferry fire killed nine people.",
    "The ferry sank with 40 people.",
    "The ferry is 12 years old.",
    "Nurses treated 31 people.",
)
WORDS = st.frozensets(st.sampled_from(("ferry", "fire", "people", "nurse", "treat", "sink", "unheard")), max_size=5)


@pytest.fixture(scope="module")
def rarity() -> Rarity:
    return Rarity.of(mentions(*FERRIES))


@pytest.mark.parametrize(
    ("rarer", "commoner"), [("nurse", "ferry"), ("fire", "person"), ("unheard", "ferry"), ("sink", "ferry")]
)
def test_a_rare_word_tells_more(rarity: Rarity, rarer: str, commoner: str) -> None:
    assert rarity.share(rarer) > rarity.share(commoner)
    telling = rarity.likeness(frozenset({rarer, "x"}), frozenset({rarer, "y"}))
    assert telling > rarity.likeness(frozenset({commoner, "x"}), frozenset({commoner, "y"}))


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_a_share(rarity: Rarity, one: frozenset[str], two: frozenset[str]) -> None:
    likeness = rarity.likeness(one, two)
    assert likeness == rarity.likeness(two, one)
    assert 0 <= likeness <= 1 + 1e-9
    assert one & two or likeness == 0


@pytest.mark.parametrize("words", [{"nurse"}, {"ferry", "fire"}, {"unheard"}])
def test_a_set_is_like_itself(rarity: Rarity, words: set[str]) -> None:
    assert rarity.likeness(frozenset(words), frozenset(words)) == pytest.approx(1)


def test_a_sentence_with_two_figures_counts_once() -> None:
    once = Rarity.of(mentions("Nine ferries carried people.", "Nurses treated 31 people."))
    twice = Rarity.of(mentions("Nine ferries carried 40 people.", "Nurses treated 31 people."))
    assert once.share("ferry") == twice.share("ferry")


def test_without_sentences_every_word_is_as_rare_as_can_be() -> None:
    empty = Rarity.of([])
    assert (empty.share("ferry"), empty.likeness(frozenset({"ferry"}), frozenset({"ferry"}))) == (1, 1)


def test_in_two_texts_a_word_of_both_still_tells() -> None:
    """What two short reports share is what they are about, not a common word."""
    few = Rarity.of(mentions("The Tamsin ferry burnt, nine died.", "The Tamsin ferry burnt, 12 died."))
    assert few.share("ferry") > 0.6


def test_of_an_archive_words_weigh_as_in_the_folder_of_their_event(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = mentions("The Tamsin ferry burnt, nine died.", "On the Tamsin ferry 12 died.")
    archive = mentions(
        *(m.document.text for m in folder), "Some 40 Halland wells leaked.", "The dam is 84 metres high."
    )
    small = Rarities.of(folder).between(*folder)
    monkeypatch.setattr(kindred, "MOST", 1)
    large = Rarities.of(archive)
    one, two, wells, _ = archive
    assert large.between(one, two).words.share("ferry") == small.words.share("ferry")
    assert large.between(one, wells).words.share("ferry") > small.words.share("ferry")
    assert large.between(one, wells).words.share("ferry") == large.between(wells, one).words.share("ferry")
