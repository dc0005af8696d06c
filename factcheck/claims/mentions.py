"""A figure made ready for comparing: its dimension, the words of its clause and what it can meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from factcheck import units
from factcheck.claims import scopes, words
from factcheck.claims.order import Order
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Document, Figure, Interval


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that say nothing of a figure's role."""
    return frozenset(lexicon("subjects")["light"])


@cache
def statement_verbs() -> frozenset[str]:
    """Verbs that give a statement to somebody."""
    return wordlist("speech", "verbs") - {"announce", "report"}


_PRONOUNS = frozenset("it he she they we i you who which that this these those there one".split())
_WORD = re.compile(r"[^\W\d_]{2,}")
_REACH = 60
"""Characters on each side of a number that the window takes in: about a clause."""

Sister = tuple[str, str, str]
"""Dimension, unit and value of another figure of the sentence."""


@dataclass(frozen=True)
class Mention:
    """A figure with what the comparison asks of it again and again.

    `dimension` tells what it can be compared with at all; `order` its place in the document, from
    0 (first sentence) to 1; `headline` whether it stands in a heading; `sisters` are the other figures of
    its sentence, `sums` what it makes together with counts beside it, `neighbours` the figures around it in the
    document, `dates_figure` whether it is the year of the figure before it; `apart` and `together` are the ids of
    figures that editors told from it, or put with it.
    """

    figure: Figure
    document: Document
    dimension: str
    order: float
    headline: bool
    sisters: frozenset[Sister] = frozenset()
    sums: frozenset[float] = frozenset()
    neighbours: frozenset[Sister] = frozenset()
    dates_figure: bool = False
    apart: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()

    @cached_property
    def subject(self) -> str:
        """The head lemma, "" for a pronoun."""
        subject = self.figure.context.subject
        return "" if subject in _PRONOUNS else subject

    @cached_property
    def thing(self) -> str:
        """The noun that stands for the subject in comparisons; "" for a pronoun."""
        return words.thing(self.subject)

    @cached_property
    def act(self) -> str:
        """The verb that stands for the action in comparisons."""
        return words.thing(self.figure.context.action)

    @cached_property
    def events(self) -> frozenset[str]:
        """The stems of what happens: its verb and its noun ("were shot", "the shooting")."""
        verb = "" if self.figure.context.action in light_verbs() else self.act
        return frozenset(words.stem(w) for w in (verb, self.thing) if w)

    @cached_property
    def dates_statement(self) -> bool:
        """Whether it is the day on which somebody said something: many people speak on many days."""
        return self.figure.kind == "date" and self.figure.context.action in statement_verbs()

    @cached_property
    def near(self) -> frozenset[str]:
        """The lower-case words that say what it is the figure of."""
        return frozenset(w.lower() for w in self.figure.context.of)

    @cached_property
    def words(self) -> frozenset[str]:
        """The content lemmas of its sentence."""
        return frozenset(words.thing(w) for w in self.figure.context.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the proper names in its sentence."""
        return frozenset(w for name in self.figure.context.names for w in name.lower().split())

    @cached_property
    def scope(self) -> frozenset[str]:
        """How much of the thing it covers, as the words beside it say."""
        return scopes.scope(self.figure, self.document.text)

    @cached_property
    def period(self) -> Mapping[str, str]:
        """Year, quarter or month that the words behind it give it."""
        return scopes.period(self.figure, self.document.text)

    @cached_property
    def era(self) -> str | None:
        """The year that it speaks of, where that is not the year of publication."""
        return scopes.era(self.figure, self.document)

    @cached_property
    def around(self) -> tuple[list[str], list[str]]:
        """The stems of the words within reach before and behind the number, inside its sentence."""
        before, after = self.figure.beside(self.document.text)
        near = before[-_REACH:], after[:_REACH]
        found = [[words.stem(w) for w in _WORD.findall(side.lower())] for side in near]
        return found[0], found[1]

    @cached_property
    def beside(self) -> tuple[str, str, str]:
        """The stems of the word before the number, and of the two behind it; "" where the sentence ends."""
        before, after = self.around
        first, second = [*after, "", ""][:2]
        return before[-1] if before else "", first, second

    @cached_property
    def window(self) -> frozenset[str]:
        """The stems of the words on both sides of the number."""
        before, after = self.around
        return frozenset([*before, *after])

    @cached_property
    def said(self) -> Sister:
        """Dimension, unit and value: what other mentions of the figure in its document say too."""
        return _sister(self.figure)

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
        """One number for the whole, in its own unit; None for vague words and partial dates."""
        return _size(self.figure)


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


def _size(figure: Figure) -> float | None:
    interval = figure.amount.value
    if interval.low is None or interval.high is None:
        interval = figure.amount.precise
    low, high = interval.low, interval.high
    return float((low + high) / 2) if low is not None and high is not None else None


def mentions(figures: Sequence[Figure], documents: Sequence[Document]) -> list[Mention]:
    """The figures as mentions, in order."""
    by_id, said = {d.id: d for d in documents}, {figure.id: _sister(figure) for figure in figures}
    sentences = _by_sentence(figures)
    headings = {d.id: [b for b in d.blocks if b.kind == "heading"] for d in documents}
    around, orders = _neighbours(figures, said), {d.id: Order(d) for d in documents}
    return [
        Mention(
            figure,
            by_id[figure.document],
            dimension_of(figure),
            orders[figure.document].of(figure.span.start),
            any(b.span.overlaps(figure.span) for b in headings[figure.document]),
            frozenset(said[f.id] for f in sentences[_sentence(figure)] if f is not figure),
            _sums(figure, sentences[_sentence(figure)]),
            around[n],
            n > 0 and _dates(figure, figures[n - 1], by_id[figure.document].text),
        )
        for n, figure in enumerate(figures)
    ]


def _dates(figure: Figure, before: Figure, text: str) -> bool:
    """Whether a date is the year of the figure before it: "120 bcm in 2021" dates the gas, not an event."""
    beside = figure.kind == "date" and _sentence(before) == _sentence(figure)
    return beside and (figure.amount.iso or "")[:4] == scopes.period(before, text).get("year")


_NEAREST = 3  # figures on each side


def _neighbours(figures: Sequence[Figure], said: Mapping[str, Sister]) -> list[frozenset[Sister]]:
    """The figures that stand around each figure in its document."""
    return [
        frozenset(
            said[f.id]
            for f in (*figures[max(0, n - _NEAREST) : n], *figures[n + 1 : n + 1 + _NEAREST])
            if f.document == figure.document
        )
        for n, figure in enumerate(figures)
    ]


def _sums(figure: Figure, sentence: Sequence[Figure]) -> frozenset[float]:
    """What a count makes together with the other counts of its sentence."""
    if figure.kind != "count" or len(sentence) < 2:
        return frozenset()
    sizes = [_size(f) for f in sentence if f is not figure and f.kind == "count"]
    return scopes.sums(_size(figure), [size for size in sizes if size])


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
