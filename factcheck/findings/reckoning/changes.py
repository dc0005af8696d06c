"""Changes that are given with both of their values: "rose 47 percent from $2.3 billion to $3.4 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.doublings import doublings
from factcheck.findings.reckoning.numbers import difference, likely, plain, quotient, reach, shown, stated
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import WORDS, Sentence, mark, same_unit, sentences
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Figure, Interval

_VALUES = "cmpu"
_CHANGES = "cmpqu"
_POINT = "percentage_points"
_ELSEWHEN = re.compile(r"\b(?:on ‹t\d+›|today|yesterday|overnight)")
"""Words that make a change that of one day, while the value before may be of any."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A value before and after, and the change that the text states."""

    before: Figure
    after: Figure
    by: Figure
    direction: int
    sentence: Sentence
    words: str

    @property
    def relative(self) -> bool:
        return self.by.kind == "percent"

    def percent(self) -> Interval:
        """The change in percent of the value before, without its sign."""
        ratio = quotient(likely(self.after), likely(self.before))
        rise = Interval(*((end - 1) * 100 if end is not None else None for end in (ratio.low, ratio.high)))
        return rise if self.direction > 0 else _turned(rise)

    def points(self) -> Interval:
        """The difference of the two values, without its sign."""
        gap = difference(reach(self.after), reach(self.before))
        return gap if self.direction > 0 else _turned(gap)


def changes(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Changes that do not come out, but for percentage points that are called percent."""
    for change in _stated(evidence):
        reckoned = change.percent() if change.relative else change.points()
        if not stated(change.by, tolerance).overlaps(reckoned) and not _points(change):
            yield _slip(change)
    yield from doublings(evidence, tolerance)


def points(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Percentage points that are called percent."""
    for change in _stated(evidence):
        if _points(change) and not stated(change.by, tolerance).overlaps(change.percent()):
            number = _number(change.after, change.before)
            yield _slip(change, f" ({number} {_points_word(number)})")


def _points(change: _Change) -> bool:
    """Whether percentages differ by just so many points as the text says percent."""
    if not change.relative or change.before.kind != "percent":
        return False
    half = change.by.amount.step / 2
    gap = change.points()
    return Interval(_moved(gap.low, -half), _moved(gap.high, half)).overlaps(reach(change.by))


def _slip(change: _Change, points: str = "") -> Slip:
    quote = change.sentence.quote
    before, after, by = change.before, change.after, change.by
    result = f"{_percent(after, before)} percent{points}" if change.relative else _difference(change)
    says = f"from {quote(before)} to {quote(after)} is {result}, not {quote(by)}"
    return Slip((by, before, after), by, says, change.words)


def _percent(after: Figure, before: Figure) -> str:
    a, b = plain(after) or Decimal(0), plain(before) or Decimal(1)
    return shown(abs(a / b - 1) * 100)


def _number(after: Figure, before: Figure) -> str:
    return shown(abs((plain(after) or Decimal(0)) - (plain(before) or Decimal(0))))


def _points_word(number: str) -> str:
    return "percentage point" if number == "1" else "percentage points"


def _difference(change: _Change) -> str:
    number = _number(change.after, change.before)
    if change.by.kind == _POINT:
        return f"{number} {_points_word(number)}"
    return f"{number} {change.by.amount.unit}" if change.by.kind == "money" else number


def _stated(evidence: Evidence) -> tuple[_Change, ...]:
    """Every change of which a sentence gives both values, once."""
    return evidence.once(_given)


def _given(evidence: Evidence) -> Iterator[_Change]:
    for sentence in sentences(evidence):
        if len(sentence.figures) < 3 or not sentence.may_have(_ways()) or sentence.has("change", "otherwise"):
            continue
        seen: set[str] = set()
        for pattern in _patterns():
            for match, marked in sentence.matches(pattern):
                change = _change(sentence, match, marked)
                if change and change.by.id not in seen:
                    seen.add(change.by.id)
                    yield change


def _change(sentence: Sentence, match: re.Match[str], marked: dict[str, Figure]) -> _Change | None:
    before, after, by = marked["a"], marked["b"], marked["x"]
    a, b = plain(before), plain(after)
    if a is None or b is None or a <= 0 or plain(by) is None or not _one_thing(before, after, by):
        return None
    if _ELSEWHEN.search(match[0]) or re.match(_steps(), sentence.text[match.end("x") :]):
        return None
    ups = wordlist("change", "up", "before"), wordlist("change", "up", "after"), wordlist("reckoning", "change", "up")
    direction = 1 if match["way"] in frozenset().union(*ups) else -1
    if (b - a) * direction < 0:  # a rank rises to a smaller number, a currency to fewer yen to the dollar
        return None
    return _Change(before, after, by, direction, sentence, sentence.written(match))


def _one_thing(before: Figure, after: Figure, by: Figure) -> bool:
    if not same_unit(before, after):
        return False
    if by.kind == "percent":
        return True
    return before.kind == "percent" if by.kind == _POINT else same_unit(before, after, by)


@cache
def _steps() -> str:
    """What makes the change behind which it stands one of many: "$2 a day", "5 percent weekly"."""
    each, often = any_of(wordlist("reckoning", "change", "each")), any_of(wordlist("reckoning", "change", "often"))
    return rf" (?:{often}|(?:a|an|per|each|every|at a) {each}(?! (?:earlier|ago|before|later)\b))"


@cache
def _ways() -> frozenset[str]:
    """The words of direction."""
    ways = [wordlist("change", way, side) for way in ("up", "down") for side in ("before", "after")]
    return frozenset().union(*ways, wordlist("reckoning", "change", "up"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The wordings that give a change (x) and its values (a before, b after); `way` is the word of direction."""
    way = f"(?P<way>{any_of(_ways())})"
    a, b, x = mark("a", _VALUES), mark("b", _VALUES), mark("x", _CHANGES)
    few = WORDS + "{0,40}?"
    amounts = [rf"{way}(?: by)? {x}", rf"{way} of {x}", rf"\ban? {x} {way}"]
    shapes = [rf"{b}{few}, (?:an? )?{amount} (?:from|over|on) {a}" for amount in amounts]
    for move in (rf"from {a}{few} to {b}", rf"to {b}{few},? from {a}"):
        shapes += [rf"{amount}{few},? {move}" for amount in amounts]
        shapes += [rf"\b{move}{few}(?:,| -| –| —) ?(?:an? )?{amount}" for amount in amounts]
        shapes.append(rf"{way} {few}{move},? or(?: by)? {x}")
    compared = rf"to {b}{few},? (?:compared (?:to|with)|versus|against) {a} (?:(?:in|for) )?(?:‹t\d+›|the same )"
    shapes += [rf"{amount}{few},? {compared}" for amount in amounts]
    return tuple(map(re.compile, shapes))


def _turned(interval: Interval) -> Interval:
    return Interval(_negated(interval.high), _negated(interval.low))


def _negated(end: Decimal | None) -> Decimal | None:
    return None if end is None else -end


def _moved(end: Decimal | None, by: Decimal) -> Decimal | None:
    return None if end is None else end + by
