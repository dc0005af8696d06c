"""A figure made ready for comparing: its dimension, the words of its clause and what it can meet."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck import units
from factcheck.model import Document, Figure, Interval

_PRONOUNS = frozenset("it he she they we i you who which that this these those there one".split())
_WORD = re.compile(r"[^\W\d_]{2,}")
_REACH = 60
"""Characters on each side of a number that the window takes in: about a clause."""
_STEM = 5
"""Letters that stand for a word's stem: "injured" and "injuring" are one."""


Sister = tuple[str, str, str]
"""Dimension, unit and value of another figure of the sentence."""


@dataclass(frozen=True)
class Mention:
    """A figure with what the comparison asks of it again and again.

    `dimension` tells what it can be compared with at all; `order` its place in the document, from
    0 (first sentence) to 1; `headline` whether it stands in a heading; `sisters` are the other figures of
    its sentence.
    """

    figure: Figure
    document: Document
    dimension: str
    order: float
    headline: bool
    sisters: frozenset[Sister] = frozenset()

    @cached_property
    def subject(self) -> str:
        """The head lemma, "" for a pronoun."""
        subject = self.figure.context.subject
        return "" if subject in _PRONOUNS else subject

    @cached_property
    def near(self) -> frozenset[str]:
        """The lower-case words that say what it is the figure of."""
        return frozenset(w.lower() for w in self.figure.context.of)

    @cached_property
    def words(self) -> frozenset[str]:
        """The content lemmas of its sentence."""
        return frozenset(self.figure.context.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the proper names in its sentence."""
        return frozenset(w for name in self.figure.context.names for w in name.lower().split())

    @cached_property
    def window(self) -> frozenset[str]:
        """The stems of the words within reach of the number, on both sides, inside its sentence."""
        text, span, around = self.document.text, self.figure.span, self.figure.context.sentence
        before = text[max(around.start, span.start - _REACH) : span.start]
        after = text[span.end : min(around.end, span.end + _REACH)]
        return frozenset(w[:_STEM] for w in _WORD.findall(f"{before} {after}".lower()))

    @cached_property
    def sentence(self) -> tuple[str, int]:
        """Which sentence it stands in."""
        return self.document.id, self.figure.context.sentence.start

    @cached_property
    def value(self) -> Interval:
        """The interval as written."""
        return self.figure.amount.value

    @cached_property
    def size(self) -> float | None:
        """One positive number for the whole, in its own unit; None for vague words and partial dates."""
        low, high = self.value.low, self.value.high
        if low is None or high is None:
            reach = self.figure.amount.precise
            low, high = reach.low, reach.high
        return float((low + high) / 2) if low is not None and high is not None else None


def dimension_of(figure: Figure) -> str:
    """What the figure can be compared with: "length", "money", "count", "date", "clock" (times of day) …"""
    if figure.kind == "time":
        return "clock"
    if figure.kind in ("date", "age", "score", "multiple"):
        return figure.kind
    if figure.kind == "ratio" or (figure.kind == "fraction" and not figure.amount.unit):
        return "share"
    if figure.kind == "rate":
        known = units.dimension(figure.amount.unit)
        return known.split("/", maxsplit=1)[0] if known else f"count:{figure.amount.unit}"
    if figure.kind == "percent":
        return "share"
    return units.dimension(figure.amount.unit) or "count"


def mentions(figures: Sequence[Figure], documents: Sequence[Document]) -> list[Mention]:
    """The figures as mentions, in order."""
    by_id = {d.id: d for d in documents}
    sentences = _by_sentence(figures)
    headings = {d.id: [b for b in d.blocks if b.kind == "heading"] for d in documents}
    return [
        Mention(
            figure,
            by_id[figure.document],
            dimension_of(figure),
            figure.span.start / max(1, len(by_id[figure.document].text)),
            any(b.span.overlaps(figure.span) for b in headings[figure.document]),
            frozenset(_sister(f) for f in sentences[_sentence(figure)] if f is not figure),
        )
        for figure in figures
    ]


def _sentence(figure: Figure) -> tuple[str, int]:
    return figure.document, figure.context.sentence.start


def _by_sentence(figures: Sequence[Figure]) -> dict[tuple[str, int], list[Figure]]:
    found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        found[_sentence(figure)].append(figure)
    return found


def _sister(figure: Figure) -> Sister:
    amount = figure.amount
    return dimension_of(figure), amount.unit, amount.iso or f"{amount.value.low} {amount.value.high}"


@dataclass(frozen=True)
class Rarities:
    """How telling a word is in a sentence, and how telling a stem is in the window of a number."""

    words: Rarity
    windows: Rarity

    @classmethod
    def of(cls, all_mentions: Sequence[Mention]) -> Rarities:
        return cls(Rarity.of(all_mentions), Rarity.of_windows(all_mentions))


@dataclass(frozen=True)
class Rarity:
    """How telling a word is: the logarithm of how few sentences with figures hold it."""

    weights: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, all_mentions: Sequence[Mention]) -> Rarity:
        """The inverse sentence frequency of every word of the mentions' sentences."""
        sentences = {m.sentence: m.words | m.near | m.names for m in all_mentions}
        return cls._counted(list(sentences.values()))

    @classmethod
    def of_windows(cls, all_mentions: Sequence[Mention]) -> Rarity:
        """The same for the stems of the mentions' windows."""
        return cls._counted([m.window for m in all_mentions])

    @classmethod
    def _counted(cls, sets: Sequence[frozenset[str]]) -> Rarity:
        counts = Counter(w for words in sets for w in words)
        total = len(sets) + 1
        return cls({w: max(0.0, math.log(total / (n + 0.5))) for w, n in counts.items()}, math.log(total))

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two sets of words, each weighing by its rarity squared; summed exactly, in whatever order."""
        shared = math.fsum(self._weight(w) ** 2 for w in a & b)
        if not shared:
            return 0.0
        return shared / math.sqrt(self._mass(a) * self._mass(b))

    def share(self, word: str) -> float:
        """The weight of one word as a share of the rarest word's."""
        return self._weight(word) / self.unknown if self.unknown else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return math.fsum(self._weight(w) ** 2 for w in words) or 1.0

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.unknown)
