"""Figures known again: what a decision was about, found in the texts as they are now.

A figure is known again where its document still gives its value in its unit, wherever the text has moved, in a sentence
that has some of its words. Every step looks up what it needs: a dossier may hold thousands of both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from operator import eq
from pathlib import PurePath

from factcheck.model import Decision, Document, Figure, Span, Stood

_ALIKE = 0.6
"""The share of their words that a sentence has in common with what has become of it."""
_AKIN = 0.25
"""The share from which on a sentence with the same number may be the same one in other words."""
_KEPT = 0.75
"""The share of a sentence's words that are left in it when it was written longer, around a figure of the same thing."""
_WORD = re.compile(r"[^\W\d_]+")
Value = tuple[str, str, str, str]
_Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Now:
    """A decision in the texts as they are: the ids of its figures by side, and what became of those that changed.

    `elsewhere` are figures of the same value in sentences that say something else.
    """

    sides: tuple[frozenset[str], ...]
    changed: tuple[tuple[Stood, Figure], ...]
    elsewhere: tuple[tuple[Stood, Figure], ...] = ()

    @property
    def figures(self) -> frozenset[str]:
        return frozenset().union(*self.sides)


class Known:
    """The figures of a run, to be known again."""

    def __init__(self, figures: Iterable[Figure], documents: Iterable[Document]) -> None:
        self.documents = {d.id: d for d in documents}
        self._named: dict[str, list[str]] = {}
        for document in self.documents.values():
            self._named.setdefault(document.within, []).append(document.id)
        self._of_value: dict[tuple[str, Value], list[Figure]] = defaultdict(list)
        self._in: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._in[figure.document].append(figure)
            self._of_value[figure.document, value(figure)].append(figure)
        self._become: dict[tuple[str, Value, str, _Words, _Words], frozenset[str]] = {}
        self._valued: dict[tuple[str, Value, str], dict[_Words, list[Figure]]] = {}
        self._worded: dict[str, dict[_Words, list[Figure]]] = {}
        self._sized: dict[str, dict[int, dict[str, list[_Words]]]] = {}
        self._said: dict[tuple[str, Span], _Words] = {}
        self._found: dict[tuple[str, str, str, str, _Words, _Words], Figure | None] = {}

    def stood(self, figure: Figure) -> Stood:
        """A figure as it stands."""
        document = self.documents[figure.document]
        sentence = " ".join(figure.context.sentence.quote(document.text).split())
        return Stood(document.within, *value(figure), figure.context.subject, figure.text, sentence)

    def now(self, decision: Decision) -> Now:
        """What has become of a decision's figures."""
        found = [[(stood, self._again(stood)) for stood in side] for side in decision.sides]
        lost = [stood for side in found for stood, again in side if not again]
        changed = [(stood, figure) for stood in lost if (figure := self._instead(stood))]
        gone = [stood for stood in lost if stood not in dict(changed)]
        return Now(
            tuple(_joined([again for _, again in side]) for side in found),
            tuple(changed),
            tuple((stood, figures[0]) for stood in gone for figures in [*self._same(stood).values()][:1]),
        )

    def _again(self, stood: Stood) -> frozenset[str]:
        """The ids of the figures that are this one: of its value, and in its sentence where several are."""
        words, ahead = _words(stood.sentence), _words(stood.sentence.partition(stood.text)[0])
        asked = (stood.document, value(stood), stood.subject, words, ahead)
        if asked not in self._become:
            self._become[asked] = frozenset(f.id for f in self._nearest(stood, words, ahead))
        return self._become[asked]

    def _nearest(self, stood: Stood, words: _Words, ahead: _Words) -> Iterable[Figure]:
        same = self._same(stood)
        if words in same or not same:
            return same.get(words, ())
        near = [(_shared(words, said), figures) for said, figures in same.items()]
        best = max(alike for alike, _ in near)
        if best < _AKIN or self._rewritten(stood, words, ahead):
            return ()
        return [f for alike, figures in near if alike == best for f in figures]

    def _same(self, stood: Stood) -> dict[_Words, list[Figure]]:
        """The figures of its value, of its subject where some are, by the words of their sentences."""
        asked = (stood.document, value(stood), stood.subject)
        if asked not in self._valued:
            same = [f for name in self._ids(stood.document) for f in self._of_value.get((name, value(stood)), ())]
            worded = self._valued[asked] = {}
            for figure in [f for f in same if f.context.subject == stood.subject] or same:
                worded.setdefault(self._words(figure), []).append(figure)
        return self._valued[asked]

    def _rewritten(self, stood: Stood, words: _Words, ahead: _Words) -> bool:
        """Whether its very sentence gives another value in its place."""
        return any(
            (f.kind, f.context.subject) == (stood.kind, stood.subject) and self._ahead(f) == ahead
            for name in self._ids(stood.document)
            for f in self._by_words(name).get(words, ())
        )

    def _instead(self, stood: Stood) -> Figure | None:
        """The figure that stands in its place with another value, behind the same words of nearly its sentence."""
        words, ahead = _words(stood.sentence), _words(stood.sentence.partition(stood.text)[0])
        asked = (stood.document, stood.kind, stood.subject, stood.unit, words, ahead)
        if asked not in self._found:
            self._found[asked] = max(
                [*self._near(stood.document, words)] or [*self._grown(stood)],
                key=lambda f: (
                    (f.kind, f.context.subject) == (stood.kind, stood.subject),
                    _shared(ahead, self._ahead(f)),
                    f.amount.unit == stood.unit,
                ),
                default=None,
            )
        return self._found[asked]

    def _near(self, document: str, words: _Words) -> Iterator[Figure]:
        """The figures of nearly the same sentence, in the order of the text; those of the very same one alone."""
        for name in self._ids(document):
            worded = self._by_words(name)
            if words in worded:
                yield from worded[words]
            else:
                alike = [said for said in self._holding(name, words) if _shared(words, said) >= _ALIKE]
                yield from sorted((f for said in alike for f in worded[said]), key=lambda f: f.span)

    def _grown(self, stood: Stood) -> Iterator[Figure]:
        """The figures of the same thing in sentences that keep most of its words, in the order of the text."""
        words = _words(stood.sentence) - _words(stood.text)
        least = ceil(_KEPT * len(words))
        for name in self._ids(stood.document) if words else ():
            held = {
                said
                for posted in self._sentences(name).values()
                for said in _posted(posted, words, least)
                if len(words & said) >= least
            }
            figures = sorted((f for said in held for f in self._by_words(name)[said]), key=lambda f: f.span)
            yield from (f for f in figures if _thing(f) == (stood.kind, stood.unit, stood.subject))

    def _holding(self, document: str, words: _Words) -> set[_Words]:
        """The sentences that may have so many of some words, among them those of each size."""
        found: set[_Words] = set()
        for size, posted in self._sentences(document).items():
            found |= _posted(posted, words, ceil(_ALIKE / (1 + _ALIKE) * (len(words) + size)))
        return found

    def _sentences(self, document: str) -> dict[int, dict[str, list[_Words]]]:
        """The words of a document's sentences, by how many they are and by each of them."""
        if document not in self._sized:
            sized = self._sized[document] = defaultdict(lambda: defaultdict(list))
            for said in self._by_words(document):
                for word in said:
                    sized[len(said)][word].append(said)
        return self._sized[document]

    def _by_words(self, document: str) -> dict[_Words, list[Figure]]:
        """The figures of a document by the words of their sentences."""
        if document not in self._worded:
            worded = self._worded[document] = {}
            for figure in self._in[document]:
                worded.setdefault(self._words(figure), []).append(figure)
        return self._worded[document]

    def _ids(self, document: str) -> list[str]:
        """The documents of a name; else those whose paths end with it, or it with theirs.

        A document is called by its whole path where a run has another one of its name.
        """
        if document not in self._named:
            asked = PurePath(document).parts[::-1]
            self._named[document] = [
                d.id for d in self.documents.values() if all(map(eq, asked, PurePath(d.path).parts[::-1]))
            ]
        return self._named[document]

    def _words(self, figure: Figure) -> _Words:
        sentence = (figure.document, figure.context.sentence)
        if sentence not in self._said:
            self._said[sentence] = _words(figure.context.sentence.quote(self.documents[figure.document].text))
        return self._said[sentence]

    def _ahead(self, figure: Figure) -> _Words:
        return _words(figure.beside(self.documents[figure.document].text)[0])


def value(figure: Figure | Stood) -> Value:
    """Kind, both ends and unit."""
    if isinstance(figure, Stood):
        return figure.kind, figure.low, figure.high, figure.unit
    amount = figure.amount
    low, high = (amount.iso, amount.iso) if amount.iso else (_text(amount.value.low), _text(amount.value.high))
    return figure.kind, low, high, amount.unit


def _thing(figure: Figure) -> tuple[str, str, str]:
    return figure.kind, figure.amount.unit, figure.context.subject


def _posted(posted: dict[str, list[_Words]], words: _Words, least: int) -> set[_Words]:
    """The sentences, by each of their words, that may have `least` of some: they have one of the rarest of these."""
    rarest = sorted(words, key=lambda word: (len(posted.get(word, ())), word))
    return {said for word in rarest[: max(0, len(words) - least + 1)] for said in posted.get(word, ())}


def _joined(parts: list[frozenset[str]]) -> frozenset[str]:
    """All of them; one alone as it is, since it may be large."""
    return parts[0] if len(parts) == 1 else frozenset().union(*parts)


def _text(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")


def _words(text: str) -> _Words:
    return frozenset(_WORD.findall(text.lower()))


def _shared(one: _Words, two: _Words) -> float:
    """The share of their words that both have (Jaccard); 1 for two without words."""
    return len(one & two) / len(one | two) if one or two else 1.0
