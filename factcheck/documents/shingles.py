"""The words of documents as copies are told by them: numbers masked, in runs of three.

Who copies a text may change a number in it; so a number is only that, a number, and what it says is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from sys import intern

from factcheck.model import Block, Document, Span

MASK = "0"
"""Stands for every number."""

RUN = 3
"""Words of a shingle: two are shared by any texts on one topic, and each word that is edited costs so many shingles."""

_NAMED = 0.5
"""The share of its names that a copy has from its original: the same words of somebody else are a form that is filled
in, with whose figures nothing needs to agree. Who copies seldom changes a name."""

_WORD = re.compile(r"\d[\d.,:]*\w*|[^\W\d_]+")
_NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+")
"""Begun by the stop itself, which is no word: a pattern that looks behind it is tried at each character."""
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|\Z)")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
_RUNNING = ("paragraph", "item", "caption")
"""Kinds of blocks whose words are copied. Each desk writes its own headings; two tables of one layout are no copies."""


@dataclass(frozen=True)
class Text:
    """Words that may be a copy of others: a paragraph, or all running text of a document (`span` covers it).

    `published` is the day on which the words were: a post of a live page has its own. `document` names its
    document by its place among those that are compared.
    """

    document: int
    span: Span
    published: date | None
    sentences: tuple[tuple[str, ...], ...]
    numbers: frozenset[str]
    names: frozenset[str]
    """Words in capitals inside its sentences, folded: a sentence's first word is anything."""
    length: int
    """Words that are the writer's own: no numbers, and none in quotation marks, which two may hear from one speaker."""
    moment: str | None = None
    """In UTC, where the time of day on which the words were is told."""

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Each run of words, hashed. Runs go across sentences, which outlets join and part."""
        return frozenset(map(hash, runs(tuple(chain.from_iterable(self.sentences)))))

    @cached_property
    def words(self) -> frozenset[str]:
        """All of its words."""
        return frozenset(chain.from_iterable(self.sentences))

    @cached_property
    def named(self) -> frozenset[int]:
        """Those of its shingles in which a name stands."""
        whole = tuple(chain.from_iterable(self.sentences))
        return frozenset(hash(run) for run in runs(whole) if not self.names.isdisjoint(run))

    def named_in(self, words: AbstractSet[str]) -> bool:
        """Whether words that may be its original's hold its names at all."""
        return len(self.names & words) >= _NAMED * len(self.names)

    def named_alike(self, original: Text) -> bool:
        """Whether its names stand among the same words in another text."""
        return self.named_in(original.words) and len(self.named & original.shingles) >= _NAMED * len(self.named)


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of three words, numbers among them; none of fewer words."""
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def passages(document: Document, n: int) -> Iterator[Text]:
    """The paragraphs, items and captions of a document with place `n`; no furniture."""
    for block in document.blocks:
        if block.kind in _RUNNING:
            yield _passage(document, n, block)


def whole(document: Document, n: int, parts: Sequence[Text]) -> Text:
    """The running text of a document, of its passages. What it says twice counts once, as all shingles do."""
    span = Span(0, len(document.text))
    sentences = tuple(sentence for part in parts for sentence in part.sentences)
    numbers = frozenset().union(*(part.numbers for part in parts))
    names = frozenset().union(*(part.names for part in parts))
    length = sum(part.length for part in parts)
    return Text(n, span, document.published, sentences, numbers, names, length, document.moment)


def _passage(document: Document, n: int, block: Block) -> Text:
    words = block.span.quote(document.text)
    written = [found for part in _SENTENCE_END.split(words) if (found := _WORD.findall(part))]
    sentences = tuple(tuple(map(_masked, sentence)) for sentence in written)
    numbers = frozenset(_NUMBER.findall(words))
    capitals = {word for sentence in written for word in sentence[1:] if word[0].isupper()}
    names = frozenset(map(_masked, capitals)) - {MASK}
    own = sentences if _QUOTED.search(words) is None else (tuple(map(_masked, _WORD.findall(_QUOTED.sub(" ", words)))),)
    length = sum(len(sentence) - sentence.count(MASK) for sentence in own)
    at = None if block.published else document.moment
    return Text(n, block.span, block.published or document.published, sentences, numbers, names, length, at)


@lru_cache(maxsize=1 << 16)  # of an archive's words most are written again and again
def _masked(word: str) -> str:
    if word[0].isdigit():
        return MASK
    folded = word.casefold()
    return MASK if folded in _NUMBER_WORDS else intern(folded)
