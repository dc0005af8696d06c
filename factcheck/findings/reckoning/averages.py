"""Totals that are given with their number of units and the amount for each: "$300 for 3 nights, or $120 a night"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import likely, plain, product, reach, shown, stated
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import Sentence, mark, sentences
from factcheck.model import Figure, Interval


def averages(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Totals that are not number times amount, and amounts that are not total over number."""
    for sentence in sentences(evidence):
        if len(sentence.figures) < 3:
            continue
        for pattern, last in _patterns():
            for match, marked in sentence.matches(pattern):
                if _alike(marked) and not _comes_out(marked, last, tolerance):
                    yield _slip(sentence, match, marked, last)


def _alike(marked: dict[str, Figure]) -> bool:
    """Whether total and amount are both money of one currency, or both counted, and no number is zero."""
    whole, each = marked["whole"], marked["each"]
    money = whole.kind == "money"
    one = whole.amount.unit == each.amount.unit.split("/")[0] if money else whole.kind == each.kind
    return one and all((plain(figure) or 0) > 0 for figure in marked.values())


def _comes_out(marked: dict[str, Figure], last: str, tolerance: Decimal) -> bool:
    """Whether the amount times the number may be the total; what is reckoned (`last`) may be cut behind a digit."""
    number = plain(marked["n"])
    each, whole = (_wide(marked[n], tolerance) if n == last else likely(marked[n]) for n in ("each", "whole"))
    return whole.overlaps(product(Interval(number, number), each))


def _wide(figure: Figure, tolerance: Decimal) -> Interval:
    """Counted things are whole: their number is not cut behind a digit."""
    whole = figure.kind == "count" and tolerance == 0
    return reach(figure) if whole else stated(figure, tolerance)


def _slip(sentence: Sentence, match: re.Match[str], marked: dict[str, Figure], last: str) -> Slip:
    whole, number, each = marked["whole"], marked["n"], marked["each"]
    n, quote = plain(number) or Decimal(1), sentence.quote
    if last == "each":
        says = f"{quote(whole)} over {quote(number)} is {shown((plain(whole) or Decimal(0)) / n)}, not {quote(each)}"
        return Slip((each, whole, number), each, says, sentence.written(match))
    says = f"{quote(number)} times {quote(each)} is {shown(n * (plain(each) or Decimal(0)))}, not {quote(whole)}"
    return Slip((whole, number, each), whole, says, sentence.written(match))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The wordings, each with the figure that is reckoned from the others."""
    whole, each, number = mark("whole", "m"), mark("each", "mr"), mark("n", "cdru")
    count, counted = mark("whole", "c"), mark("each", "c")
    noun, a = r"(?: (?!and\b|or\b|one\b)[a-z'’\-]+){1,2}?", r"(?: (?:a|an|per|each)\b|/| apiece)"
    joined = r"(?:,? or(?: an average of)?|, an average of|, or an average of)"
    in_all = r"(?:in all|altogether|in total)\b"
    total = rf"(?:,? (?:or|for a total of|a total of|making)) {{}}(?: {in_all})?"
    shapes = (
        (rf"{whole} for(?: the)? {number}{noun}{joined} {each}(?:{a})?", "each"),
        (rf"{number}{noun} for (?:a total of )?{whole}{joined} {each}{a}", "each"),
        (rf"{number}{noun} (?:at|of|for) {each}{a}{total.format(whole)}", "whole"),
        (rf"{number}{noun} (?:at|of|for) {each}{a}, {whole} {in_all}", "whole"),
        (rf"{number}{noun} (?:of|with) {counted}{noun}(?: each)?, {count}(?:{noun})? {in_all}", "whole"),
        (rf"{number}{noun} (?:of|with) {counted}{noun}(?: each)?, (?:for )?a total of {count}", "whole"),
    )
    return tuple((re.compile(shape), last) for shape, last in shapes)
