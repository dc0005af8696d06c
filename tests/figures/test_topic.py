"""The words that say what a figure is of."""

from __future__ import annotations

import pytest

from factcheck import extract
from tests.figures.extracted import figure

ROWS = [
    ("The flood killed 12 people in Arlen.", "12", {"flood", "people", "Arlen"}, set[str]()),
    ("The new bridge over the Ost cost $45 million.", "$45 million", {"bridge", "Ost"}, set[str]()),
    ("The strike lasted seven hours.", "seven", {"strike", "lasted"}, {"hours"}),
    ("The runner gained 440 yards for Arlen.", "440", {"runner", "yards"}, set[str]()),
    (
        "He spoke of crimes that the gang committed on May 3.",
        "May 3",
        {"crimes", "gang", "committed"},
        set[str](),
    ),
    ("Several more women died, at least 12 in all.", "12", {"women", "died"}, {"Several", "more", "least"}),
]


@pytest.mark.parametrize(("sentence", "words", "among", "never"), ROWS)
def test_the_words_near_the_figure_say_what_it_is_of(
    sentence: str, words: str, among: set[str], never: set[str]
) -> None:
    of = set(figure(sentence, words).context.of)
    assert among <= of
    assert not never & of


def test_the_words_are_few_and_stand_in_the_order_of_the_text() -> None:
    sentence = (
        "The tall old tower of the small town near the wide river in the far north, which many guests from abroad "
        "praise for its quiet garden and its long history, drew 4,000 proud visitors from distant lands in one summer."
    )
    for found in extract(sentence):
        assert len(found.context.of) <= 6
        places = [sentence.index(word) for word in found.context.of]
        assert places == sorted(places)
