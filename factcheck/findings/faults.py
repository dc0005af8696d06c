"""What a check of single documents finds: figures that cannot be right as they stand, and the reckoning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from factcheck.findings.evidence import Evidence
from factcheck.findings.once import Once
from factcheck.model import Document, Figure, Finding, Rule, Span

_MOST = 50
"""Figures in one expression at most."""


@dataclass(frozen=True, slots=True)
class Page(Once):
    """A document with its figures in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]

    def at(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand, with a word of theirs, in a stretch of the text."""
        until = bisect_left(self.figures, span.end, key=lambda f: f.span.start)
        found = takewhile(lambda f: f.span.end > span.start, reversed(self.figures[max(0, until - _MOST) : until]))
        return tuple(reversed([f for f in found if f.span.overlaps(span)]))

    def sentence(self, figure: Figure) -> str:
        """The sentence of a figure, as written."""
        return figure.context.sentence.quote(self.document.text)


@dataclass(frozen=True, slots=True)
class Fault:
    """Figures that do not go together, by side; `primary` is the likeliest wrong one, `reasons` are the reckoning.

    `statement` is what they are about, in a line, where more can be said than what the primary figure says.
    """

    sides: tuple[tuple[Figure, ...], ...]
    primary: Figure
    values: str
    reasons: tuple[str, ...]
    statement: str = ""


def pages(evidence: Evidence) -> tuple[Page, ...]:
    """Each document by itself, sources and draft alike."""
    return evidence.once(_pages)


def _pages(evidence: Evidence) -> Iterator[Page]:
    held: dict[str, list[Figure]] = {name: [] for name in evidence.documents}
    for figure in evidence.figures.values():
        held[figure.document].append(figure)
    for name, figures in held.items():
        yield Page(evidence.documents[name], tuple(sorted(figures, key=lambda f: f.span)))


def told(rule: Rule, faults: Iterable[Fault], evidence: Evidence) -> Iterator[Finding]:
    """A finding for each fault; one that a repeated passage brings again is told once."""
    seen: set[str] = set()
    for fault in faults:
        finding = _finding(rule, fault, evidence)
        if finding.fingerprint not in seen:
            seen.add(finding.fingerprint)
            yield finding


def _finding(rule: Rule, fault: Fault, evidence: Evidence) -> Finding:
    statement = fault.statement or evidence.written(fault.primary.id)
    return evidence.finding(
        rule,
        message=rule.message.format(statement=statement, values=fault.values),
        sides=tuple(tuple(f.id for f in side) for side in fault.sides),
        primary=fault.primary.id,
        claim=None,
        explanations=fault.reasons,
        statement=fault.statement,
    )


def each(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Every figure as a side of its own."""
    return tuple((f,) for f in figures)
