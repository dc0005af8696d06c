"""Changes: the words beside a figure that say that it moved, which way, and by or to how much.

The words stand in `rules/lexicon/change.yaml`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from factcheck import units
from factcheck.figures.cardinals import TRIGGERS
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist
from factcheck.model import ChangeForm, Direction

_WINDOW, _FARTHEST = 5, 8
_STEADY = ("date", "time", "age", "duration")
_BREAKS = (",", ";", "(", ")", ".", "“", "”", "who", "which", "that")
_NEED_FORM = ("count", "measure", "score")
_SIGNED = ("percent", "percentage_points", "rate")
_MOST_WON = 50
"""More points than this are not won in one game: an index has moved."""

_BEHIND = ("percent", "multiple", "percentage_points", "money")


@cache
def _words(side: str) -> Mapping[str, Direction]:
    found: dict[str, Direction] = {}
    directions: tuple[Direction, Direction] = ("up", "down")
    for direction in directions:
        found.update(dict.fromkeys(wordlist("change", direction, side), direction))
    return found


def change_of(tokens: Sequence[Token], reading: Reading, stop: int) -> Reading:
    """The reading with the change that a sign or a verb before it or an adjective behind it says.

    Looks no further back than token `stop`, the end of the figure before.
    """
    if reading.kind in _STEADY:
        return reading
    points = reading.kind == "count" and word(tokens, reading.end) in wordlist("change", "points")
    if (points or reading.kind in _SIGNED) and _plus(tokens, reading.start):
        return replace(reading, change="up", change_form="by")
    if found := _before(tokens, reading, stop):
        return replace(reading, change=found[0], change_form=found[1])
    direction = _words("after").get(word(tokens, reading.last))
    if direction and reading.kind in _BEHIND:
        return replace(reading, change=direction, change_form="by")
    return reading


def _plus(tokens: Sequence[Token], start: int) -> bool:
    """ "+4%"."""
    return word(tokens, start - 1) == "+" and is_glued(tokens, start) and not is_glued(tokens, start - 1)


def _before(tokens: Sequence[Token], reading: Reading, stop: int) -> tuple[Direction, ChangeForm] | None:
    form: ChangeForm = "none"
    for at in range(reading.start - 1, max(stop, reading.start - _WINDOW) - 1, -1):
        text = word(tokens, at)
        if text in _BREAKS:
            return None
        if text == "to" and word(tokens, at - 1) == "up":
            return None  # "boosted up to 3.7 GHz" is a bound
        if text in ("to", "by") and form == "none":
            form = "to" if text == "to" else "by"
            continue
        direction = _words("before").get(text)
        if direction:
            return _of_form(tokens, reading, at, direction, form)
    return None


def _of_form(
    tokens: Sequence[Token], reading: Reading, verb: int, direction: Direction, form: ChangeForm
) -> tuple[Direction, ChangeForm] | None:
    """Direction and form of a figure behind the verb at that token; None where it has not moved.

    A count ("lost 5 men", "raised 30 flags") needs "by" or "to", an end ("from 12 to 31"), or points.
    """
    if form != "none" or reading.kind not in _NEED_FORM:
        return direction, form
    if word(tokens, verb + 1) == "from" and _leads_to_number(tokens, reading.last):
        return direction, "none"
    return (direction, "by") if _of_points(tokens, reading, verb) else None


def _of_points(tokens: Sequence[Token], reading: Reading, verb: int) -> bool:
    """ "fell 5 points", "rose 5 basis points", "shed 300 points"; a team that "dropped 5 points" has not fallen."""
    if units.dimension(reading.unit) == "percentage_points":
        return True
    if reading.kind != "count" or word(tokens, reading.end) not in wordlist("change", "points"):
        return False
    if word(tokens, verb) not in wordlist("change", "won") or _leads_to_number(tokens, reading.end + 1):
        return True
    return reading.step < 1 or (reading.value.low or 0) > _MOST_WON


def _leads_to_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to" and a number stand within a few tokens: "… in 2020 to 5 million"."""
    for i in range(at, min(at + _WINDOW, len(tokens) - 1)):
        if tokens[i].lower == "to":
            ahead = (t for t in tokens[i + 1 :] if t.lower not in wordlist("change", "skipped"))
            return _is_number(next(ahead, tokens[i]))
    return False


def _is_number(token: Token) -> bool:
    return token.kind == "digits" or token.lower in TRIGGERS or unicodedata.category(token.text[0]) == "Sc"


def carried(tokens: Sequence[Token], before: Reading, reading: Reading) -> Reading:
    """ "from X to Y", "by X to Y", "fell 5 percent to 3": the second figure moved as the first did."""
    if before.change == "none" or reading.change != "none" or reading.kind in _STEADY:
        return reading
    apart = before.last if before.last < reading.start else before.end
    between = [t.lower for t in tokens[apart : reading.start]]
    while between and between[-1] in wordlist("change", "skipped"):
        between.pop()
    if between and between[-1] == "to" and len(between) <= _FARTHEST and not set(between) & set(_BREAKS[2:]):
        return replace(reading, change=before.change, change_form="to")
    return reading
