"""Bounds: the words beside a number that open it or blur it.

The words stand in `rules/lexicon/bounds.yaml`, those that end a bound's reach in `clauses.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.figures.dates.years import is_year
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_capital, word
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Bound

_LONGEST = 5
_REACH: Mapping[str, int] = {"count": 6, "measure": 6, "duration": 2, "percent": 8}
"""How many tokens a bound may reach over to what is coordinated with its number, by kind."""


@dataclass(frozen=True, slots=True)
class Bounding:
    """A bound, the share of the number that it leaves possible, and the kinds that it is for, or never for.

    `reaches`: it bounds the number behind an owner too, "exceed last year's 4,000".
    """

    bound: Bound
    low: Decimal | None
    high: Decimal | None
    kinds: frozenset[str]
    never: frozenset[str] = frozenset()
    reaches: bool = False

    def serves(self, kind: str) -> bool:
        return kind in self.kinds if self.kinds else kind not in self.never


_Phrases = Mapping[tuple[str, ...], list[Bounding]]


@cache
def _phrases(side: str) -> _Phrases:
    found: dict[tuple[str, ...], list[Bounding]] = {}
    for entry in lexicon("bounds"):
        low, high = (None if share is None else Decimal(str(share)) for share in entry["reach"])
        kinds, never = frozenset(entry.get("kinds", ())), frozenset(entry.get("never", ()))
        bounding = Bounding(entry["bound"], low, high, kinds, never, bool(entry.get("reaches")))
        for phrase in entry.get(side, ()):
            found.setdefault(tuple(phrase.split()), []).append(bounding)
    return found


@cache
def _beside(side: str) -> frozenset[str]:
    """The words of phrases that stand directly before or after the figure."""
    return frozenset(words[-1 if side == "before" else 0] for words in _phrases(side))


def bounding(tokens: Sequence[Token], reading: Reading) -> Bounding | None:
    """The bound of the longest phrases directly before and after the figure; one that opens an end wins."""
    if reading.kind == "date" and word(tokens, reading.end - 1) == "ago":
        return _ago(tokens, reading)
    found = [b for b in (_before(tokens, reading), _after(tokens, reading)) if b is not None]
    return next((b for b in found if b.low is None or b.high is None), found[0] if found else None)


def _ago(tokens: Sequence[Token], reading: Reading) -> Bounding | None:
    """ "More than two years ago" is no later than two years ago."""
    found = _before(tokens, replace(reading, kind="measure"))
    if found is None:
        return None
    turned: Bound = "at_most" if found.bound == "at_least" else "at_least" if found.bound == "at_most" else found.bound
    return Bounding(turned, found.high, found.low, frozenset({"date"}))


def _before(tokens: Sequence[Token], reading: Reading) -> Bounding | None:
    if word(tokens, reading.start - 1) not in _beside("before"):
        return _over_owner(tokens, reading)
    before = [t.lower for t in tokens[max(0, reading.start - _LONGEST) : reading.start]]
    for size in range(len(before), 0, -1):
        if found := _serving(_phrases("before"), tuple(before[-size:]), reading):
            return None if before[-size:] == ["over"] and _during(before, reading) else found
    return _over_owner(tokens, reading)


def _over_owner(tokens: Sequence[Token], reading: Reading) -> Bounding | None:
    """The bound of a comparison with somebody's number: "exceed last year's 4,000", "top Norway's total of 30"."""
    at = reading.start - 1
    while word(tokens, at) in wordlist("clauses", "totals"):
        at -= 1
    if word(tokens, at) not in ("'s", "’s") or reading.kind in ("date", "time"):
        return None
    while at > 0 and _owns(tokens, at - 1):
        at -= 1
        for size in range(min(at, _LONGEST), 0, -1):
            found = _serving(_phrases("before"), tuple(t.lower for t in tokens[at - size : at]), reading)
            if found and found.reaches:
                return found
    return None


def _owns(tokens: Sequence[Token], at: int) -> bool:
    return is_capital(tokens, at) or is_year(tokens, at) or tokens[at].lower in wordlist("clauses", "owners")


def _during(before: Sequence[str], reading: Reading) -> bool:
    """Whether "over" says when or why, or belongs to its verb: "£2bn over three years", "handed over 37 ships"."""
    earlier = before[-2] if len(before) > 1 else ""
    if reading.kind == "duration":
        return earlier not in wordlist("durations", "lasting")
    if earlier in wordlist("clauses", "over"):
        return True
    return reading.kind == "money" and earlier in wordlist("durations", "units")


def _after(tokens: Sequence[Token], reading: Reading) -> Bounding | None:
    for at in {reading.end, reading.last}:
        if word(tokens, at) not in _beside("after"):
            continue
        for size in range(3, 0, -1):
            after = tuple(t.lower for t in tokens[at : at + size])
            if len(after) == size and (found := _serving(_phrases("after"), after, reading)):
                return found
    return None


def _serving(phrases: _Phrases, words: tuple[str, ...], reading: Reading) -> Bounding | None:
    return next((b for b in phrases.get(words, ()) if b.serves(reading.kind)), None)


def bounded(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[tuple[Reading, Bounding | None]]:
    """The readings with their bounds; a bound governs what is coordinated with its number.

    "at least 12 people killed and 20 wounded" bounds both.
    """
    result: list[tuple[Reading, Bounding | None]] = []
    for reading in readings:
        own = bounding(tokens, reading)
        if own is None and result and _coordinated(tokens, result[-1][0], reading):
            own = result[-1][1] if result[-1][1] and result[-1][1].bound != "exact" else None
        result.append((_with_bound(reading, own), own))
    return result


def _with_bound(reading: Reading, own: Bounding | None) -> Reading:
    if own is None or reading.bound in ("vague", "between") or reading.kind == "score":
        return reading
    return replace(reading, bound=own.bound)


def _coordinated(tokens: Sequence[Token], first: Reading, second: Reading) -> bool:
    between = [t.lower for t in tokens[first.last : second.start]]
    if not between or between[-1] not in ("and", "or", ",") or first.kind != second.kind:
        return False
    behind = tokens[second.last].lower if second.last < len(tokens) else ""
    if behind in wordlist("clauses", "verbs") and behind not in between:
        # "nine died and 34 were missing": a clause of its own; "12 were killed and 20 were hurt" is parallel
        return False
    return len(between) <= _REACH.get(first.kind, 0) and wordlist("clauses", "breaks").isdisjoint(between)
