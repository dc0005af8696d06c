"""A figure's value as its sentence writes it: "more than 100,000 troops", "$13.9 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factcheck.lexicon import lexicon
from factcheck.model import Bound, Figure, FigureKind, Span
from factcheck.reporting.evidence import in_line

_REACH = 40
"""Characters between a number and its unit that still read as one phrase ("30,000 Russian combat troops")."""

_BESIDE = 40
"""Characters on either side of a figure in which the words of its bound are looked for."""

_WORDED: tuple[Bound, ...] = ("about", "at_least", "at_most")
"""Bounds that stand in words of their own; the others are in the number ("3 to 5", "dozens")."""


def label(figure: Figure, text: str) -> str:
    """What a report calls the value: bound, number and unit as written, in a table by its heads; a full date as ISO."""
    amount = figure.amount
    if figure.kind == "date" and amount.bound == "exact" and amount.iso and "X" not in amount.iso:
        return in_line(amount.iso)
    if figure.worded is not None:
        return in_line(figure.worded.value)
    number, unit = figure.span, figure.unit_span or _counted(figure, text) or figure.span
    if max(unit.start - number.end, number.start - unit.end) > _REACH:
        return f"{in_line(number.quote(text))} … {in_line(unit.quote(text))}"
    return _bounded(figure, text, number.joined(unit))


def _counted(figure: Figure, text: str) -> Span | None:
    """The noun that is counted, where it follows its number as one phrase ("100,000 Russian troops")."""
    if figure.kind != "count" or not figure.amount.unit:
        return None
    stem = re.escape(figure.amount.unit.removesuffix("y"))
    noun = re.compile(rf"(?:[^\W\d]|[\s’'-]){{0,{_REACH}}}?\b({stem}\w{{0,3}})\b", re.IGNORECASE)
    found = noun.match(text, figure.span.end, figure.context.sentence.end)
    return Span(*found.span(1)) if found else None


def _bounded(figure: Figure, text: str, span: Span) -> str:
    value = in_line(span.quote(text))
    bound, sentence = figure.amount.bound, figure.context.sentence
    if bound not in _WORDED:
        return value
    before, after = _patterns(bound, figure.kind)
    if lead := before.search(in_line(text[max(sentence.start, span.start - _BESIDE) : span.start])):
        return lead.group().lower() + value
    if trail := after.match(in_line(text[span.end : min(sentence.end, span.end + _BESIDE)])):
        return value + trail.group().lower()
    return value if after.search(value) else f"{bound.replace('_', ' ')} {value}"


@cache
def _patterns(bound: Bound, kind: FigureKind) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What words a bound directly before, and directly after, a figure of a kind."""
    entries = [e for e in lexicon("bounds") if e["bound"] == bound and kind in e.get("kinds", [kind])]
    before, after = (_any_of(p for e in entries for p in e.get(side, ())) for side in ("before", "after"))
    return re.compile(rf"{before}\s?$", re.IGNORECASE), re.compile(rf"\s?{after}", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern of the longest of the phrases; a sign in them needs no space ("- plus" is "-plus" too)."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spaced = (r"\s?".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"(?<![^\W\d_])(?:{'|'.join(spaced)})(?![^\W\d_])"
