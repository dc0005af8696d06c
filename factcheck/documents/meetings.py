"""Which passages and documents are laid beside each other to see whether one copies the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck.documents.resemblance import alike
from factcheck.documents.shingles import Text

_SENTENCE = 8
"""Words of a sentence that is looked for elsewhere."""
_HOLDERS = 8
"""Texts with one sentence that others with it are laid beside: the first ones, among which the original is."""
_RELATED = 0.4
"""How much of a document's words must be in sentences that are alike before all of it is compared."""

Pair = tuple[int, int]
"""Places of two texts, the lower first."""


class Meetings:
    """Pairs of passages with sentences that are alike, and how many words those sentences have by documents."""

    def __init__(self, several: Sequence[Text]) -> None:
        self.passages: set[Pair] = set()
        self._words: Counter[Pair] = Counter()
        held = _held(several)
        sentences = list(held)
        near: dict[int, list[int]] = defaultdict(list)
        for k, n in alike(sentences):
            near[n].append(k)
        for n, sentence in enumerate(sentences):
            here = list(held[sentence].items())
            together = set(_across(here[:_HOLDERS], here))
            for k in near[n]:
                together.update(_across(list(islice(held[sentences[k]].items(), _HOLDERS)), here[:_HOLDERS]))
            self.passages |= {pair for _, pair in together}
            self._words.update(dict.fromkeys({documents for documents, _ in together}, len(sentence)))

    def documents(self, texts: Sequence[Text]) -> Iterator[Pair]:
        """The pairs of documents that share enough to be compared."""
        for (one, two), shared in self._words.items():
            if shared >= _RELATED * min(texts[one].length, texts[two].length):
                yield one, two


def _held(several: Sequence[Text]) -> Mapping[tuple[str, ...], Mapping[int, int]]:
    """By sentence, by document the first passage that holds it."""
    held: dict[tuple[str, ...], dict[int, int]] = {}
    for n, text in enumerate(several):
        for sentence in text.sentences:
            if len(sentence) >= _SENTENCE:
                held.setdefault(sentence, {}).setdefault(text.document, n)
    return held


def _across(one: Sequence[Pair], two: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Of passages with their documents, each pair of documents with its pair of passages."""
    for document, n in one:
        for other, k in two:
            if document != other:
                yield _sorted(document, other), _sorted(n, k)


def _sorted(one: int, two: int) -> Pair:
    return (one, two) if one < two else (two, one)
