"""The findings as the page shows them: each with its picture, its timeline and what it can be filtered by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.model import Claim, Document, Figure, Finding, Report, by_id
from factcheck.reporting.evidence import in_line
from factcheck.reporting.picture import Picture, Said, picture
from factcheck.reporting.summary import counted
from factcheck.reporting.timeline import Timeline, timeline
from factcheck.reporting.view import Case
from factcheck.reporting.wording import label


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `documents` are those that it speaks of (ids), `standing` says what stands behind each side."""

    number: int
    case: Case
    kind: str
    documents: tuple[str, ...]
    standing: tuple[str, ...]
    picture: Picture | None
    timeline: Timeline | None

    @property
    def heading(self) -> str:
        """What it is about, in a line."""
        heading = self.case.statement or self.case.message
        return heading[:1].upper() + heading[1:]


def cards(report: Report, cases: Iterable[Case]) -> tuple[Card, ...]:
    """A card for each of the report's findings, in their order; `cases` are its view's."""
    made = card_by_finding(report)
    pairs = zip(report.findings, cases, strict=True)
    return tuple(made(n, finding, case) for n, (finding, case) in enumerate(pairs, start=1))


def card_by_finding(report: Report) -> Callable[[int, Finding, Case], Card]:
    """The card of a finding, by its number and its case in the view."""
    voices = _Voices(report)
    claims = by_id(report.claims)
    return lambda number, finding, case: _card(number, finding, case, claims.get(finding.claim or ""), voices)


def first_to_settle(shown: Iterable[Card]) -> Card | None:
    """The first finding that nothing settles."""
    return next((card for card in shown if card.case.standing), None)


def _card(number: int, finding: Finding, case: Case, claim: Claim | None, voices: _Voices) -> Card:
    members = [[e.figure for e in side.evidence] for side in case.sides]
    sides = [(side.value, [voices(f) for f in names]) for side, names in zip(case.sides, members, strict=True)]
    grown = claim is not None and claim.stance == "update"
    return Card(
        number=number,
        case=case,
        kind=in_line(finding.kind),
        documents=tuple(sorted({said.figure.document for _, side in sides for said in side})),
        standing=_standing(finding, voices),
        picture=picture(sides) if claim else None,
        timeline=timeline([s for f in claim.figures if not (s := voices(f)).draft]) if claim and grown else None,
    )


def _standing(finding: Finding, voices: _Voices) -> tuple[str, ...]:
    """How many independent sources each side has; nothing where the finding does not count them."""
    counts = finding.independent or (-1,) * len(finding.sides)
    return tuple(
        "" if n < 0 else counted(n, "independent source") if n else _alone(side, voices)
        for side, n in zip(finding.sides, counts, strict=False)
        if side
    )


def _alone(side: Iterable[str], voices: _Voices) -> str:
    return "the draft alone" if all(voices(f).draft for f in side) else "no source"


class _Voices:
    """Who said a figure and when: on the day of its block where that has one (a live page), or of its document."""

    def __init__(self, report: Report) -> None:
        self._figures = by_id(report.figures)
        self._documents = by_id(report.documents)
        self._days = {d.id: _days(d) for d in report.documents}

    def __call__(self, name: str) -> Said:
        figure = self._figures[name]
        document, when = self._documents[figure.document], self._days[figure.document](figure)
        return Said(figure, in_line(document.name), when, label(figure, document.text), document.role == "draft")


def _days(document: Document) -> Callable[[Figure], date | None]:
    dated = [b for b in document.blocks if b.published]
    starts = [b.span.start for b in dated]

    def day(figure: Figure) -> date | None:
        block = dated[n - 1] if (n := bisect_right(starts, figure.span.start)) else None
        return block.published if block and block.span.overlaps(figure.span) else document.published

    return day
