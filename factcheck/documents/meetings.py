"""Which passages and documents are laid beside each other to see whether one copies the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

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
    """Pairs of passages with sentences that are alike, and how many words those sentences have by documents.

    Passages of which neither has the names of the other's document are left out: most of an archive's sentences that
    are alike are forms, filled in with other names.
    """

    def __init__(self, several: Sequence[Text], wholes: Sequence[Text]) -> None:
        self.passages: set[Pair] = set()
        self._several, self._wholes = several, wholes
        self._words = [text.words for text in wholes]
        self._shared: list[dict[int, int]] = [defaultdict(int) for _ in wholes]
        held = _held(several)
        holders = list(held.values())
        near: dict[int, list[int]] = defaultdict(list)
        for k, n in alike(list(held)):
            near[n].append(k)
        for n, sentence in enumerate(held):
            here = list(holders[n].items())
            others = [*here, *chain.from_iterable(islice(holders[k].items(), _HOLDERS) for k in near[n])]
            self._count(here[:_HOLDERS], others, len(sentence))
            for one in here[:_HOLDERS]:
                self._meet(one, others)

    def _count(self, ones: Sequence[Pair], others: Sequence[Pair], words: int) -> None:
        """Note the words that the documents of some passages share with others; `ones` are among these."""
        left = {document for document, _ in others}
        for document, _ in ones:
            left.discard(document)
            shared = self._shared[document]
            for other in left:
                shared[other] += words

    def _meet(self, one: Pair, others: Iterable[Pair]) -> None:
        """Note the pairs of a passage with others of which either may be a copy by its names."""
        document, n = one
        own, words = self._several[n], self._words[document]
        for other, k in others:
            if other != document and (own.named_in(self._words[other]) or self._several[k].named_in(words)):
                self.passages.add(_sorted(n, k))

    def documents(self) -> Iterator[Pair]:
        """The pairs of documents that share enough to be compared, each once."""
        lengths = [text.length for text in self._wholes]
        for one, others in enumerate(self._shared):
            for two, shared in others.items():
                back = self._shared[two].get(one, 0)
                counted_there = back and two < one
                if not counted_there and shared + back >= _RELATED * min(lengths[one], lengths[two]):
                    yield _sorted(one, two)


def _held(several: Sequence[Text]) -> Mapping[tuple[str, ...], Mapping[int, int]]:
    """By sentence, by document the first passage that holds it."""
    held: dict[tuple[str, ...], dict[int, int]] = {}
    for n, text in enumerate(several):
        for sentence in text.sentences:
            if len(sentence) >= _SENTENCE:
                held.setdefault(sentence, {}).setdefault(text.document, n)
    return held


def _sorted(one: int, two: int) -> Pair:
    return (one, two) if one < two else (two, one)
