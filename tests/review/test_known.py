"""Figures known again where there are thousands of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise, product
from time import perf_counter

import pytest

from factcheck import extract
from factcheck.documents import from_text
from factcheck.model import Decision, Document, Figure, Interval, Span
from factcheck.review import laid, steering
from factcheck.review.knowing import stood
from factcheck.review.known import Known
from tests.reporting.samples import many
from tests.review.made import AT

MANY = 3000


def counted(least: int, season: str) -> tuple[list[Figure], list[Document]]:
    """The figures of a document with a sentence for each of many districts; the values begin at `least`."""
    names = islice(product("abcdefghijklmno", repeat=3), MANY)
    lines = [f"District {''.join(name)} counted {least + n} houses in {season}." for n, name in enumerate(names)]
    document, (one, *_) = from_text(" ".join(lines), path="ledger.txt"), extract(lines[0])
    figures, at = [], 0
    for n, line in enumerate(lines):
        value, first = Decimal(least + n), at + line.index(str(least + n))
        amount = replace(one.amount, value=Interval(value, value))
        context = replace(one.context, sentence=Span(at, at + len(line)))
        span = Span(first, first + len(one.text))
        figures.append(replace(one, id=f"d1.{n}", span=span, amount=amount, context=context))
        at += len(line) + 1
    return figures, [document]


@pytest.mark.parametrize(
    ("least", "season", "apart"),
    [(1000, "spring", MANY - 1), (1000, "autumn", MANY - 1), (6000, "spring", 0), (6000, "autumn", 0)],
)
def test_thousands_of_decisions_take_seconds(least: int, season: str, apart: int) -> None:
    before = counted(1000, "spring")
    known = Known(*before)
    sides = [((known.stood(a),), (known.stood(b),)) for a, b in pairwise(before[0])]
    decisions = [
        Decision(str(n), "different_things", "", "R. Editor", AT, str(n), sides=of) for n, of in enumerate(sides)
    ]
    after, began = counted(least, season), perf_counter()
    assert len(steering(decisions, Known(*after)).apart) == apart
    assert perf_counter() - began < 10


def test_thousands_of_decisions_on_figures_of_one_value_take_seconds() -> None:
    report = many(MANY)
    at = [
        Decision(f.fingerprint, "dismissed", "seen", "R. Editor", AT, str(n), f.rule, f.message, stood(f, report))
        for n, f in enumerate(report.findings)
    ]
    began = perf_counter()
    assert len(laid(at, report, Known(report.figures, report.documents)).decisions) == MANY
    assert perf_counter() - began < 10
