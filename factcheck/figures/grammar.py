"""The grammar of figures over the tokens of one sentence: from left to right, the longest reading wins.

Nothing here looks beyond the sentence or knows a parse; `context` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck import units
from factcheck.figures import names
from factcheck.figures.ages import as_age
from factcheck.figures.bounds import Bounding, bounded, change_of
from factcheck.figures.calendar import MONTHS, WEEKDAYS
from factcheck.figures.clock import read_time
from factcheck.figures.numbers import TRIGGERS as NUMBER_TRIGGERS
from factcheck.figures.numbers import word
from factcheck.figures.periods import TRIGGERS as PERIOD_TRIGGERS
from factcheck.figures.periods import Anchor, read_date
from factcheck.figures.ranges import Numbers, read_numbers
from factcheck.figures.reading import NoFigure, Reading
from factcheck.figures.scan import Token
from factcheck.figures.units import TRIGGERS as UNIT_TRIGGERS
from factcheck.figures.units import is_multiple, measured, read_multiple, shared

TRIGGERS = frozenset(NUMBER_TRIGGERS | PERIOD_TRIGGERS | UNIT_TRIGGERS | set(MONTHS) | set(WEEKDAYS))
"""The words that can start a figure; a sentence without one of them or a digit has none."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What a sentence's tokens hold: figures with their bounds, and numbers that are none."""

    figures: tuple[tuple[Reading, Bounding | None], ...]
    dropped: tuple[NoFigure, ...]


def read(text: str, tokens: Sequence[Token], anchor: Anchor) -> Readings:
    """All figures of the tokens, in order."""
    figures: list[Reading] = []
    dropped: list[NoFigure] = []
    closed = names.addresses(text, tokens[0].start, tokens[-1].end) if tokens else []
    at = 0
    while at < len(tokens):
        found = None if _inside(tokens[at], closed) else _read_at(text, tokens, at, _moved(anchor, figures))
        if isinstance(found, Reading):
            figures.append(found)
        elif isinstance(found, NoFigure):
            dropped.append(found)
        at = max(at + 1, found.end if found else 0, found.last if isinstance(found, Reading) else 0)
    return Readings(tuple(_finished(tokens, figures)), tuple(dropped))


def _inside(token: Token, closed: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in closed)


def _moved(anchor: Anchor, figures: Sequence[Reading]) -> Anchor:
    """The anchor with the last whole day that the sentence named."""
    for reading in reversed(figures):
        days = reading.value
        if reading.kind == "date" and days.low is not None and days.low == days.high:
            return replace(anchor, last=date.fromordinal(int(days.low)))
    return anchor


def _read_at(text: str, tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | NoFigure | None:
    token = tokens[at]
    if token.kind == "sign" or (token.kind == "word" and token.lower not in TRIGGERS):
        return None
    if found := read_time(tokens, at) or read_date(tokens, at, anchor) or read_multiple(tokens, at):
        return found
    if token.kind == "digits" and (reason := names.no_figure(tokens, at, _belongs(text, tokens, at))):
        return reason
    return _read_amount(text, tokens, at)


def _belongs(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the letters glued to the digits are a currency before, or a unit or scale behind."""
    if units.currency_before(text, tokens[at].start) is not None:
        return True
    before_glued = at > 0 and tokens[at].glued and tokens[at - 1].kind == "word"
    behind = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].glued else None
    return not before_glued and behind is not None and behind.kind == "word" and units.glued(behind.text) is not None


def _read_amount(text: str, tokens: Sequence[Token], at: int) -> Reading | NoFigure | None:
    numbers = read_numbers(tokens, at)
    if numbers is None:
        return None
    reading = measured(text, tokens, numbers)
    if _could_be_name(numbers, reading) and names.named(tokens, at, numbers.end) and not as_age(tokens, reading):
        return NoFigure(at, numbers.end, f"part of the name “{tokens[at - 1].text} {tokens[at].text}”")
    if numbers.first.form == "words" and reading.kind == "count" and _part_of_word(tokens, at, numbers.end):
        return NoFigure(at, numbers.end, "part of a word")
    return is_multiple(tokens, reading) or as_age(tokens, reading) or reading


def _could_be_name(numbers: Numbers, reading: Reading) -> bool:
    return numbers.first.plain and reading.kind == "count" and numbers.joined == "single"


def _part_of_word(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "one-sided", "twenty-something": a number word hyphened to a word that it does not count."""
    hyphened = word(tokens, end) == "-" and tokens[end].glued and end + 1 < len(tokens) and tokens[end + 1].glued
    return (
        word(tokens, at) == "one"
        and end == at + 1
        and hyphened
        and word(tokens, end + 1).endswith(("ed", "time", "way", "off"))
    )


def _finished(tokens: Sequence[Token], figures: Sequence[Reading]) -> list[tuple[Reading, Bounding | None]]:
    stop, result = 0, []
    for reading, bounding in bounded(tokens, shared(tokens, figures)):
        result.append((change_of(tokens, reading, stop), bounding))
        stop = reading.last
    return result
