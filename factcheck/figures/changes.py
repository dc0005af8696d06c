"""Changes: the words beside a figure that say that it moved, which way, and by or to how much.

The words stand in `rules/lexicon/change.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, word
from factcheck.figures.wordlists import wordlist
from factcheck.model import ChangeForm, Direction

_WINDOW = 5
_STEADY = ("date", "time", "age", "duration")
_BREAKS = (",", ";", "(", ")", ".", "“", "”", "who", "which", "that")
_BEHIND = ("percent", "multiple", "percentage_points", "money")


@cache
def _words(side: str) -> Mapping[str, Direction]:
    found: dict[str, Direction] = {}
    directions: tuple[Direction, Direction] = ("up", "down")
    for direction in directions:
        found.update(dict.fromkeys(wordlist("change", direction, side), direction))
    return found


def change_of(tokens: Sequence[Token], reading: Reading, stop: int) -> Reading:
    """The reading with the change that a verb before it or an adjective behind it says.

    Looks no further back than token `stop`, the end of the figure before.
    """
    if reading.kind in _STEADY:
        return reading
    if found := _before(tokens, reading, stop):
        return replace(reading, change=found[0], change_form=found[1])
    direction = _words("after").get(word(tokens, reading.last))
    if direction and reading.kind in _BEHIND:
        return replace(reading, change=direction, change_form="by")
    return reading


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
            return (direction, form) if form != "none" or reading.kind not in _NEED_FORM else None
    return None


_NEED_FORM = ("count", "measure", "score")
"""A count "lost 5 men", "raised 30 flags" has not moved: these kinds need "by" or "to"."""


def carried(tokens: Sequence[Token], before: Reading, reading: Reading) -> Reading:
    """ "from X to Y", "by X to Y", "fell 5 percent to 3": the second figure moved as the first did."""
    between = [t.lower for t in tokens[before.last : reading.start]]
    if before.change == "none" or reading.change != "none" or reading.kind in _STEADY:
        return reading
    if between and between[-1] == "to" and len(between) <= 8 and not set(between) & set(_BREAKS[2:]):
        return replace(reading, change=before.change, change_form="to")
    return reading
