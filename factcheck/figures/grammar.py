"""The grammar of figures over the tokens of one sentence: from left to right, the longest reading wins.

Nothing here looks beyond the sentence or knows a parse; `context` does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property

from factcheck.figures import ages, changes, clock, codes, dates, decades, multiples, names, numbers, vague
from factcheck.figures.bounds import Bounding, bounded
from factcheck.figures.compounds import compounded
from factcheck.figures.dates import quarters
from factcheck.figures.dates.anchor import Anchor
from factcheck.figures.ranges import Numbers, read_numbers
from factcheck.figures.reading import NoFigure, Reading
from factcheck.figures.scan import Token, is_glued
from factcheck.figures.units import bare, measured


@cache
def triggers() -> frozenset[str]:
    """The words that can start a figure; a sentence without one of them or a digit has none."""
    fixed = numbers.TRIGGERS | clock.triggers() | decades.TRIGGERS
    return fixed | vague.triggers() | multiples.triggers() | dates.triggers()


@cache
def _amounts() -> frozenset[str]:
    """The words that a number besides dates, times and multiples can start with."""
    return numbers.TRIGGERS | vague.triggers() | decades.TRIGGERS


_NUMERALS = ("digits", "fraction")
"""The kinds of tokens that can start a figure whatever they say."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What a sentence's tokens hold: figures with their bounds, and numbers that are none."""

    figures: tuple[tuple[Reading, Bounding | None], ...]
    dropped: tuple[NoFigure, ...]


@dataclass(frozen=True)
class _Sentence:
    """A sentence and its tokens."""

    text: str
    tokens: Sequence[Token]

    @cached_property
    def headline(self) -> bool:
        return names.is_headline(self.tokens)


def may_hold_figure(tokens: Sequence[Token]) -> bool:
    """Whether some token can start a figure."""
    starts = triggers()
    return any(t.kind in _NUMERALS or t.lower in starts for t in tokens)


def read(text: str, tokens: Sequence[Token], anchor: Anchor) -> Readings:
    """All figures of the tokens, in order."""
    if not tokens:
        return Readings((), ())
    if lone := _lone(tokens):
        return Readings(((lone, None),), ())
    sentence = _Sentence(text, tokens)
    figures: list[Reading] = []
    dropped: list[NoFigure] = []
    stop = behind = 0
    for at in _openings(text, tokens):
        found = _read_at(sentence, at, stop, anchor) if at >= behind else None
        if isinstance(found, Reading):
            figures.append(found)
            anchor, stop = _moved(anchor, figures), found.last
            behind = stop
        elif found is not None:
            dropped.append(found)
            behind = found.end
    if _is_dateline(tokens, figures):
        return Readings((), tuple(NoFigure(f.start, f.end, "dateline") for f in figures))
    return Readings(tuple(_finished(tokens, figures)), tuple(dropped))


def _lone(tokens: Sequence[Token]) -> Reading | None:
    """The number that is all of its line, as in a pasted column: nothing beside it can change what it counts."""
    if len(tokens) > 1 or tokens[0].kind != "digits" or len(tokens[0].text) in _OF_DATES:
        return None
    found = read_numbers(tokens, 0)
    return bare(tokens, found) if found else None


_OF_DATES = (4, 8)
"""How many digits a year and a day written without signs have."""


def _openings(text: str, tokens: Sequence[Token]) -> list[int]:
    """The indices of the tokens that can start a figure."""
    starts = triggers()
    found = [n for n, t in enumerate(tokens) if t.lower in starts or t.kind in _NUMERALS]
    closed = _closed(text, tokens) if found else ()
    return [n for n in found if n not in closed] if closed else found


def _closed(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """The indices of the tokens inside of URLs and e-mail addresses."""
    spans = codes.addresses(text, tokens[0].start, tokens[-1].end)
    starts = [t.start for t in tokens] if spans else []
    return frozenset(i for start, end in spans for i in range(bisect_left(starts, start), bisect_left(starts, end)))


def _moved(anchor: Anchor, figures: Sequence[Reading]) -> Anchor:
    """The anchor with the last whole day that the sentence named."""
    for reading in reversed(figures[-3:]):
        days = reading.value
        if reading.kind == "date" and days.low is not None and days.low == days.high:
            return replace(anchor, last=date.fromordinal(int(days.low)), last_end=reading.last)
    return anchor


def _read_at(sentence: _Sentence, at: int, stop: int, anchor: Anchor) -> Reading | NoFigure | None:
    if sentence.tokens[at].kind == "word":
        return _read_word(sentence, at, stop, anchor)
    tokens = sentence.tokens
    if reason := names.titled(tokens, at):
        return reason
    if found := clock.read_time(tokens, at) or dates.read_date(tokens, at, anchor):
        return found
    if tokens[at].kind == "digits" and (reason := names.no_figure(sentence.text, tokens, at)):
        return reason
    return _read_amount(sentence, at, stop)


def _read_word(sentence: _Sentence, at: int, stop: int, anchor: Anchor) -> Reading | NoFigure | None:
    """What starts at a word: asked are those alone who know it, for most words are articles that start nothing."""
    tokens, first = sentence.tokens, sentence.tokens[at].lower
    if first in clock.triggers() and (spoken := clock.read_time(tokens, at)):
        return spoken
    if found := dates.read_date(tokens, at, anchor):
        return found
    if first in multiples.triggers() and (times := multiples.read_multiple(tokens, at)):
        return times
    if first in quarters.TRIGGERS and (reason := quarters.unnamed(tokens, at)):
        return reason
    return _read_amount(sentence, at, stop) if first in _amounts() else None


def _read_amount(sentence: _Sentence, at: int, stop: int) -> Reading | NoFigure | None:
    tokens = sentence.tokens
    if aged := decades.read_decade(tokens, at):
        return aged
    found = read_numbers(tokens, at)
    if found is None:
        return None
    reading = measured(sentence.text, tokens, found, stop)
    if found.first.form == "words" and (reason := _in_words(sentence, at, found.end)):
        return reason
    aged = ages.as_age(tokens, reading)
    adjoining = at == stop > 0
    if aged is None and not adjoining and _could_be_name(tokens, found, reading) and _named(sentence, found):
        return NoFigure(at, found.end, f"part of the name “{tokens[at - 1].text} {tokens[at].text}”")
    return multiples.as_multiple(tokens, reading) or aged or reading


def _in_words(sentence: _Sentence, at: int, end: int) -> NoFigure | None:
    """Why a number word is part of a word or name; in a headline a capital tells nothing."""
    tokens = sentence.tokens
    return names.in_word(tokens, at, end) or (None if sentence.headline else names.capitalised(tokens, at, end))


def _could_be_name(tokens: Sequence[Token], found: Numbers, reading: Reading) -> bool:
    """Whether the number is bare digits: a whole number, or a version like 2.0; or a model like 650m."""
    digits = found.first.form == "digits" and found.joined == "single" and found.first.scale == 1
    letter = is_glued(tokens, found.end) and reading.unit == "meter" and codes.is_model(tokens, found.first.start)
    return digits and found.first.start == reading.start and (reading.kind == "count" or letter)


def _named(sentence: _Sentence, found: Numbers) -> bool:
    separated = "," in sentence.tokens[found.first.start].text
    if separated or (names.shares_unit(sentence.tokens, found.first.start, found.end)):
        return False
    return names.named(sentence.tokens, found.first, headline=sentence.headline)


def _is_dateline(tokens: Sequence[Token], figures: Sequence[Reading]) -> bool:
    """Whether the line is the time of the page: a date and a clock time, and no word in small letters."""
    kinds = {f.kind for f in figures}
    if kinds != {"date", "time"}:
        return False
    inside = {i for f in figures for i in range(f.start, f.last)}
    return not any(t.kind == "word" and t.text.islower() for i, t in enumerate(tokens) if i not in inside)


def _finished(tokens: Sequence[Token], figures: Sequence[Reading]) -> list[tuple[Reading, Bounding | None]]:
    stop, result = 0, []
    before: Reading | None = None
    for reading, bounding in bounded(tokens, compounded(tokens, figures)):
        changed = changes.change_of(tokens, reading, stop)
        changed = changes.carried(tokens, before, changed) if before else changed
        result.append((changed, bounding))
        stop = reading.last
        before = before if changed.kind in ("date", "time") else changed
    return result
