"""What words hang on is worked out here as the model's own parser does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcheck.figures import parsing
from factcheck.figures.parsing import Parser, fits, longest_alone
from tests.figures.test_encoding import MODEL
from tests.figures.test_encoding import SENTENCES as ENCODED

OWN = MODEL.get_pipe("parser")
PARSER = Parser(OWN)
SENTENCES = [
    *ENCODED,
    "Rain fell. It rained for nine days! Who counted them? Nobody, said the warden, who was asleep.",
    "A report came out on Tuesday that names 14 bridges, which the county, it says, had never once looked at.",
    "What did the 900 crews think that they were waiting for, and of whom had 60 been told so that night?",
    "Boats, barges, 3 tugs and, of the old ones, the Hesper, lay there; of the fleet of 71, not one in six was left.",
    "the late; of asleep. 4 – May, Hesper, out they 4.2",  # where a sentence may not end, though it would score best
]


def encoded(texts: Sequence[str]) -> list[Doc]:
    return [doc for text in texts if len(doc := MODEL.get_pipe("tok2vec")(MODEL.tokenizer(text)))]


def read(docs: Iterable[Doc]) -> list[list[tuple[int | str, ...]]]:
    """What later steps may read of a parse."""
    return [
        [(t.head.i, t.dep_, t.sent_start, t.left_edge.i, t.right_edge.i, t.n_lefts, t.n_rights) for t in doc]
        for doc in docs
    ]


def parsed(parse: Callable[[list[Doc]], object], texts: Sequence[str]) -> list[list[tuple[int | str, ...]]]:
    docs = encoded(texts)
    parse(docs)
    return read(docs)


def alone(docs: list[Doc]) -> None:
    for doc in docs:
        PARSER.alone(doc)


def of_the_model(docs: list[Doc]) -> None:
    OWN.set_annotations(docs, OWN.predict(docs))


@pytest.mark.parametrize(
    "texts", [SENTENCES, SENTENCES[::-1], [SENTENCES[1]], [SENTENCES[2]] * 5, [" ".join(SENTENCES)]]
)
def test_words_hang_where_the_model_hangs_them(texts: list[str]) -> None:
    assert parsed(PARSER.together, texts) == parsed(alone, texts) == parsed(of_the_model, texts)


def test_scores_that_are_close_are_added_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_CLOSE", float("inf"))
    assert parsed(alone, SENTENCES) == parsed(of_the_model, SENTENCES)


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4).filter(encoded))
@settings(deadline=None, max_examples=50)
def test_whatever_stands_in_them(texts: list[str]) -> None:
    assert parsed(PARSER.together, texts) == parsed(alone, texts) == parsed(of_the_model, texts)


@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=1, max_size=80))
@settings(deadline=None, max_examples=100)
def test_words_in_any_order(words: list[str]) -> None:
    texts = [" ".join(words), " ".join(words[::-1])]
    assert parsed(PARSER.together, texts) == parsed(alone, texts) == parsed(of_the_model, texts)


@pytest.mark.parametrize("parse", [PARSER.together, alone])
def test_a_word_whose_arc_crosses_others_hangs_where_it_belongs(parse: Callable[[list[Doc]], object]) -> None:
    docs = encoded(["A report came out on Tuesday that names 14 bridges, which the county had never looked at."])
    parse(docs)
    assert [(word.dep_, word.head.text) for word in docs[0] if word.text == "which"] == [("pobj", "at")]


@pytest.mark.parametrize("copies", [1, 40])
def test_documents_come_in_their_order_and_empty_ones_stay_as_they_are(copies: int) -> None:
    docs = encoded(SENTENCES * copies)
    found = [*PARSER.pipe([MODEL.tokenizer(""), *docs])]
    assert found[1:] == docs
    assert len(found[0]) == 0
    assert read(docs) == parsed(of_the_model, SENTENCES * copies)


def test_no_documents() -> None:
    assert [*PARSER.pipe([])] == []


def test_one_document() -> None:
    (doc,) = encoded(SENTENCES[:1])
    assert read([PARSER(doc)]) == parsed(of_the_model, SENTENCES[:1])


@pytest.mark.parametrize(
    ("lengths", "alone"),
    [
        ([], 0),
        ([12], 1),  # one sentence has nothing to share its steps with
        ([30, 20, 10], 3),
        ([20] * 40, 0),
        ([900, *[20] * 40], 1),  # the others would wait for it
        ([900, 800, *[20] * 40, 3], 2),
    ],
)
def test_sentences_that_are_sooner_parsed_one_by_one_are(lengths: list[int], alone: int) -> None:
    assert longest_alone(lengths) == alone


@pytest.mark.parametrize(
    "other",
    [
        {"cfg": {**OWN.cfg, "beam_width": 4}},
        {"cfg": {**OWN.cfg, "learn_tokens": True}},
        {"move_names": [*OWN.move_names, "L-subtok"]},
        {"move_names": ["B-PERSON", "O"]},
        {"model": MODEL.get_pipe("tagger").model},
    ],
)
def test_it_is_used_for_parsers_that_it_knows(other: dict[str, Any]) -> None:
    parts = {"cfg": OWN.cfg, "move_names": OWN.move_names, "model": OWN.model}
    assert fits(SimpleNamespace(**parts))
    assert not fits(SimpleNamespace(**{**parts, **other}))
