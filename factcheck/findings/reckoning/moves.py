"""Changes given as a number, as a percentage, and where they led: "fell 518 points, or 1.5 percent, to 34,079"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import difference, plain, quotient, reach, shown, stated, total
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import WORDS, Sentence, mark, same_unit, sentences
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Figure, Interval


def moves(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Percentages that are not what the number is of the value before it."""
    for sentence in sentences(evidence):
        if len(sentence.figures) < 3 or sentence.has("change", "otherwise"):
            continue
        for way, pattern in _patterns():
            for match, marked in sentence.matches(pattern):
                yield from _slip(sentence, match, marked, way, tolerance)


def _slip(
    sentence: Sentence, match: re.Match[str], marked: dict[str, Figure], way: str, tolerance: Decimal
) -> Iterator[Slip]:
    by, after, share = marked["by"], marked["b"], marked["x"]
    number, end = plain(by), plain(after)
    if number is None or end is None or plain(share) is None or not _one_thing(by, after):
        return
    before = end - number if way == "up" else end + number
    reached = _before(by, after, way)
    if before <= 0 or not reached.low or reached.low <= 0:
        return
    if stated(share, tolerance).overlaps(quotient(reach(by), reached).scaled(Decimal(100))):
        return
    moved = f"{way} {sentence.quote(by)} to {sentence.quote(after)}"
    says = f"{moved} is {shown(number / before * 100)} percent, not {sentence.quote(share)}"
    yield Slip((share, by, after), share, says, sentence.written(match))


def _one_thing(by: Figure, after: Figure) -> bool:
    """Whether both are of one unit; the points of an index are counted, and its level is a bare number."""
    if by.kind == "money" and after.kind == "rate":  # "climbed $1.50, or 2 percent, to $76.50 a barrel"
        return after.amount.unit.split("/")[0] == by.amount.unit
    return same_unit(by, after) or (by.kind == after.kind == "count" and by.amount.unit == "point")


def _before(by: Figure, after: Figure, way: str) -> Interval:
    return difference(reach(after), reach(by)) if way == "up" else total((after, by))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    by, after, share = mark("by", "cmu"), mark("b", "cmur"), mark("x", "p")
    made = []
    for way in ("up", "down"):
        verb = any_of(wordlist("change", way, "before") | wordlist("reckoning", "move", way))
        for told in (rf",? or {share},?", rf" \({share}\),?"):
            words = rf"{verb}(?: by)? {by}(?: [a-z]+)?{told} {WORDS}{{0,20}}?\b(?:to|at) {after}"
            made.append((way, re.compile(words)))
    return tuple(made)
