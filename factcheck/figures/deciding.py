"""What only the parse can tell of a reading: a pronoun "one", the noun that is counted, the period."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factcheck.figures import names, rates
from factcheck.figures.bounds import Bounding
from factcheck.figures.concepts import person_measures
from factcheck.figures.hanging import Hanging
from factcheck.figures.reading import NoFigure, Reading
from factcheck.figures.scan import Token, word
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Context

_DEFINITE = {"the", "all", "these", "those", "both", "any", "no", "each", "every", "this", "that"}
_TIES = ("to", "by", "from")
_PERSONAL = frozenset("he she they we who whom it i you them us which that this these those".split())


Decided = tuple[Reading, Bounding | None, Context]
"""A figure that is kept, with its bound and its context."""


def decide(tokens: Sequence[Token], reading: Reading, around: Context, hanging: Hanging | None) -> Reading | NoFigure:
    """The reading as its context makes it, or why it is no figure."""
    shares = _bare(reading) and names.shares_unit(tokens, reading.start, reading.end)
    named = hanging is not None and hanging.named and _bare(reading) and not shares
    if named and tokens[reading.start - 1].text[0].isupper():
        return NoFigure(reading.start, reading.end, "part of a name")
    if reading.kind == "count" and not reading.unit:
        if reason := _pronoun(tokens, reading, around):
            return NoFigure(reading.start, reading.end, reason)
        behind = hanging is not None and hanging.verb is not None and hanging.verb.index < hanging.top.index
        tied = word(tokens, reading.start - 1) in _TIES
        unit = _said_beside(tokens, reading, around) or _counted(around, is_object=behind and not tied)
        return replace(reading, unit=unit) if unit else reading
    return reading


def _said_beside(tokens: Sequence[Token], reading: Reading, around: Context) -> str:
    """What a word beside the number says that it counts, where nothing else is counted; "" where none says it.

    "A father of three", "a crowd of about 78,000", "(population 4,300)", "a 10,000-strong force".
    """
    of, at = lexicon("elided")["of"], reading.start - 1
    if word(tokens, reading.end) == "off" and _balls(tokens, reading.end + 1):
        return "run"
    if names.shares_unit(tokens, reading.start, reading.end) and (thing := names.dealt(tokens, reading.start)):
        return "" if thing in ("percent", "%") else thing.removesuffix("s")
    if word(tokens, reading.end) == "-" and word(tokens, reading.end + 1) == "strong":
        return "person"
    if around.subject and around.subject not in of:
        return ""
    while word(tokens, at) in wordlist("elided", "skipped"):
        at -= 1
    return str(of.get(word(tokens, at), ""))


def _balls(tokens: Sequence[Token], at: int) -> bool:
    """ "(112 off) 167 balls"."""
    return at < len(tokens) and tokens[at].kind == "digits" and word(tokens, at + 1) in wordlist("elided", "balls")


def _bare(reading: Reading) -> bool:
    """A number in digits that has no unit, bound or scale of its own."""
    plain = reading.kind == "count" and not reading.unit and not reading.words
    return plain and reading.bound == "exact" and reading.step <= 1 and reading.start > 0


def _pronoun(tokens: Sequence[Token], reading: Reading, around: Context) -> str | None:
    """ "one of the best", "the two worked together": number words that stand for a thing."""
    before, after = word(tokens, reading.start - 1), word(tokens, reading.end)
    if not reading.words:
        return None
    one = word(tokens, reading.start) == "one" and reading.end == reading.start + 1
    if one and (after == "of" or before in _DEFINITE or after in ("another", "-", "day", "point", "thing", "way")):
        return "pronoun “one”"
    counted = bool(around.subject) and around.subject not in _PERSONAL
    if one and not counted and around.measure not in person_measures():
        return "pronoun “one”"
    if not counted and reading.step <= 1 and before in _DEFINITE and around.measure not in person_measures():
        return "stands for things named before"
    return None


def _counted(around: Context, *, is_object: bool) -> str:
    """The unit of a count: the counted noun's lemma; for an elided noun what the verb counts, as its object."""
    if around.subject in wordlist("elided", "persons"):
        return "person"
    if around.subject and around.subject not in _PERSONAL and around.subject not in wordlist("elided", "levels"):
        return around.subject
    if around.measure in person_measures():
        return "person"
    return str(lexicon("elided")["verbs"].get(around.action, "")) if is_object else ""


def with_antecedents(decided: Sequence[Decided]) -> list[Decided]:
    """The figures of a sentence where a number without a noun counts what the number before it does.

    "Four bombs fell, two of them landed": two bombs.
    """
    result: list[Decided] = []
    before: Reading | None = None
    for reading, bounding, around in decided:
        bare = reading.kind == "count" and not reading.unit
        found = replace(reading, unit=before.unit) if before and bare and _fewer(reading, before) else reading
        before = found if found.kind == "count" and found.unit else before
        result.append((found, bounding, around))
    return result


def with_money(decided: Sequence[Decided]) -> list[Decided]:
    """The figures of a sentence where a bare number of millions is of the money named before it.

    "Of the 86 million pounds, 52 million went abroad": 52 million pounds.
    """
    result: list[Decided] = []
    sum_: Reading | None = None
    for reading, bounding, around in decided:
        bare = reading.kind == "count" and not reading.unit and _large(reading)
        found = replace(reading, kind="money", unit=sum_.unit) if sum_ and bare else reading
        sum_ = found if found.kind == "money" and "/" not in found.unit and _large(found) else sum_
        result.append((found, bounding, around))
    return result


def _large(reading: Reading) -> bool:
    return reading.value.low is not None and reading.value.low >= _MILLION


_MILLION = 1_000_000


def with_rates(tokens: Sequence[Token], decided: Sequence[Decided]) -> list[Decided]:
    """The figures of a sentence where the members of a list have the rate that stands at its end."""
    result = list(decided)
    for i in range(len(result) - 2, -1, -1):
        (here, bounding, around), (following, _, _) = result[i], result[i + 1]
        if rates.listed(tokens, here, following):
            unit = f"{here.unit}/{following.unit.rpartition('/')[2]}"
            result[i] = (replace(here, kind="rate", unit=unit), bounding, around)
    return result


def _fewer(part: Reading, whole: Reading) -> bool:
    return part.value.high is not None and whole.value.low is not None and part.value.high < whole.value.low


def with_period(decided: Sequence[Decided]) -> list[Decided]:
    """The figures of a sentence with the date that stands nearest to each as its period."""
    dates = [reading for reading, _, _ in decided if reading.kind == "date"]
    if not dates:
        return list(decided)
    starts = [reading.start for reading in dates]
    return [(r, b, replace(around, period=_nearest(dates, starts, r))) for r, b, around in decided]


def _nearest(dates: Sequence[Reading], starts: Sequence[int], reading: Reading) -> str | None:
    at = bisect_left(starts, reading.start)
    near = min(dates[max(0, at - 1) : at + 1], key=lambda d: abs(d.start - reading.start), default=None)
    return None if near is None or near is reading else near.iso
