"""Figures that a lone figure may be the same thing as: those of other documents, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from factcheck import units
from factcheck.model import Figure, Finding, Report, by_id

_MOST = 5
_ALONE = ("unsupported", "contradicted", "discrepancy")
"""The kinds of findings that compare figures: one that has a single figure has found no other."""
_Words = frozenset[str]


class Nearest:
    """The figures of a report by what they measure, to be asked for those near one of them."""

    def __init__(self, report: Report) -> None:
        self._figures = by_id(report.figures)
        self._sources = {d.id for d in report.documents if d.role == "source"}
        self._alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in report.figures:
            self._alike[_measured(figure)].append(figure)
        self._words = cache(_words)

    def __call__(self, finding: Finding) -> tuple[str, ...]:
        """The ids of the figures in other sources that measure the same as a finding's only figure; none for others."""
        if len(finding.figures) != 1 or finding.kind not in _ALONE:
            return ()
        mine = self._figures[finding.primary]
        others = (f for f in self._alike[_measured(mine)] if f.document in self._sources - {mine.document})
        return tuple(f.id for f in sorted(others, key=lambda f: self._distance(mine, f))[:_MOST])

    def _distance(self, mine: Figure, other: Figure) -> tuple[float, float, str]:
        """The fewer words of what they are figures of both have, the farther; then by the values."""
        one, two = self._words(mine), self._words(other)
        shared = len(one & two) / len(one | two) if one | two else 0.0
        return -shared - (mine.context.subject == other.context.subject != ""), _apart(mine, other), other.id


def _measured(figure: Figure) -> tuple[str, str]:
    """What two figures share that can be compared at all: their kind, and the dimension of their units."""
    return figure.kind, units.dimension(figure.amount.unit)


def _words(figure: Figure) -> _Words:
    context = figure.context
    told: Iterable[str] = (context.measure, context.subject, *context.words, *context.names, *context.places)
    return frozenset(word.casefold() for word in told if word)


def _apart(one: Figure, two: Figure) -> float:
    """How far the values lie from each other, in parts of the larger one; 1 where they cannot be compared."""
    a, b = _value(one), _value(two)
    if a is None or b is None or one.amount.unit != two.amount.unit:
        return 1.0
    return float(abs(a - b) / max(abs(a), abs(b), Decimal(1)))


def _value(figure: Figure) -> Decimal | None:
    value = figure.amount.value
    return value.low if value.low is not None else value.high
