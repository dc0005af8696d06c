"""Sentences with marks in place of their figures, so that a wording is a pattern: "rose ‹p0› from ‹m1› to ‹m2›"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.findings.evidence import Evidence, one_line
from factcheck.lexicon import any_of, lexicon, wordlist
from factcheck.model import Document, Figure, Span

_LETTERS = {
    "count": "c",
    "money": "m",
    "percent": "p",
    "percentage_points": "q",
    "measure": "u",
    "duration": "d",
    "age": "a",
    "rate": "r",
    "date": "t",
    "time": "t",
}
_WITH_UNIT = ("money", "percent", "percentage_points", "measure")
_OPENERS = ("of", "from", "to", "by", "in", "up", "as", "a", "an")
"""First words of bounds that say how the number hangs on the sentence, or where another number belongs."""

_MARK = re.compile(r"‹\w\d+›")
_NAMED = re.compile(r"\(\?P<\w+>‹\[(\w+)\]")
_WORD = re.compile(r"\w+")

_NOT_EARLIER = r"(?! (?:earlier|ago|before|later)\b)"
"""Behind "a year" these words name a day, not a rate."""

WORDS = r"(?:[a-z'’\- ]|‹t\d+›)"
"""What may stand between the figures of one reckoning: words and dates, no other number, no comma."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, `text` in lower case with marks, and the figures that the marks name."""

    text: str
    figures: tuple[Figure, ...]
    document: Document
    words: frozenset[str]
    """The words and the marks of its text: by them most patterns are known not to stand in it."""
    kinds: frozenset[str]
    """The letters of its marks."""

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], dict[str, Figure]]]:
        """Where a pattern stands, with the figures of its groups by name (groups that hold a mark)."""
        if any(self.kinds.isdisjoint(letters) for letters in _needed(pattern)):
            return
        for match in pattern.finditer(self.text):
            yield match, {n: self._marked(m) for n, m in match.groupdict().items() if m and _MARK.fullmatch(m)}

    def marked(self, text: str) -> list[Figure]:
        """The figures whose marks stand in a piece of the sentence."""
        return [self._marked(mark) for mark in _MARK.findall(text)]

    def has(self, *words: str) -> bool:
        """Whether some of the words under these keys of the reckoning's lexicon stand in the sentence."""
        said = wordlist("reckoning", *words)
        return self.may_have(said) and bool(re.search(any_of(said) + _NOT_EARLIER, self.text))

    def may_have(self, said: frozenset[str]) -> bool:
        """Whether the first word of some words or phrases stands in the sentence."""
        return not self.words.isdisjoint(_first_words(said))

    def written(self, match: re.Match[str]) -> str:
        """The text that a match stands for, its figures as they are written."""
        spelled = re.sub(r"‹\w(\d+)›", lambda m: self.quote(self.figures[int(m[1])]), match[0])
        return spelled.strip(" ,.;:")

    def quote(self, figure: Figure) -> str:
        return one_line(_covered(figure, self.document.text).quote(self.document.text))

    def _marked(self, mark: str) -> Figure:
        return self.figures[int(mark[2:-1])]


def sentences(evidence: Evidence) -> tuple[Sentence, ...]:
    """Every sentence with two figures at least, in the order of the texts."""
    return evidence.once(_sentences)


def _sentences(evidence: Evidence) -> Iterator[Sentence]:
    grouped: dict[tuple[str, Span], list[Figure]] = {}
    for figure in evidence.figures.values():
        grouped.setdefault((figure.document, figure.context.sentence), []).append(figure)
    for (document, span), figures in grouped.items():
        if len(figures) > 1:
            yield _sentence(evidence.documents[document], span, figures)


def mark(name: str, letters: str) -> str:
    """The pattern of a figure of some kinds, by their letters; its group is called `name`."""
    return rf"(?P<{name}>‹[{letters}]\d+›)"


@cache
def _needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """The letters of each figure that a wording names: it stands in no sentence that lacks one of them."""
    return frozenset(_NAMED.findall(pattern.pattern))


@cache
def _first_words(said: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in said for word in _WORD.findall(phrase)[:1])


def same_unit(*figures: Figure) -> bool:
    """Whether figures count or measure one thing; a bare number takes the unit of its neighbour."""
    units = {f.amount.unit for f in figures if f.amount.unit}
    return len({f.kind for f in figures}) == 1 and len(units) < 2


def _sentence(document: Document, span: Span, figures: list[Figure]) -> Sentence:
    pieces, at = [], span.start
    for n, figure in enumerate(figures):
        covered = _covered(figure, document.text)
        if covered.start < at:
            continue
        pieces += [document.text[at : covered.start], f"‹{_LETTERS.get(figure.kind, 'x')}{n}›"]
        at = covered.end
    text = one_line("".join([*pieces, document.text[at : span.end]]).lower())
    text = _bounds().sub("", text)
    kinds = frozenset(mark[1] for mark in _MARK.findall(text))
    return Sentence(text, tuple(figures), document, frozenset(_WORD.findall(text)), kinds)


def _covered(figure: Figure, text: str) -> Span:
    """The figure's words, with its unit's where that is no counted noun and stands beside them."""
    unit, span = figure.unit_span, figure.span
    if unit is None or figure.kind not in _WITH_UNIT:
        return span
    between = text[min(span.end, unit.end) : max(span.start, unit.start)]
    if re.search(r"\w", between):  # the unit of a later number: "300 and 20 percent"
        return span
    return figure.extent


@cache
def _bounds() -> re.Pattern[str]:
    """Words that bound a number, where they stand before its mark: what they say is in the figure already."""
    phrases = {p for entry in lexicon("bounds") if "kinds" not in entry for p in entry.get("before", ())}
    plain = frozenset(p for p in phrases if p[0].isalpha() and p.split()[0] not in _OPENERS)
    return re.compile(rf"{any_of(plain | {'an estimated', 'a little over', 'a little under'})} (?=‹)")
