"""The draft as a text whose figures are marked by how they came out, each with what the sources say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import OUTCOMES, Outcome, Report, Support
from factcheck.reporting.evidence import in_line
from factcheck.reporting.links import Links
from factcheck.reporting.passages import MarkedDocument, marked_documents
from factcheck.reporting.summary import counted
from factcheck.reporting.view import Evidence, evidence_by_figure

MEANING: Mapping[Outcome, str] = {
    "supported": "a source says the same of the same thing",
    "rounded": "a source says the same, less or more rounded",
    "converted": "a source says the same in another unit",
    "overstated": "the number is right, but the draft claims more than its source",
    "understated": "the number is right, but the draft claims less than its source",
    "misattributed": "the number is right, but no source gives it to the one whom the draft names",
    "misapplied": "a source has the number, but of another thing or the other way",
    "disputed": "the sources disagree, and the draft takes a side",
    "outdated": "a later source has superseded the figure",
    "contradicted": "a source gives the same thing another value",
    "unsupported": "no source gives it",
    "unchecked": "a day told only from the day of publication, which no source dates",
}
"""What each outcome says of a figure."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A figure of the draft: its outcome, the evidence for and against it, and the anchors of its findings."""

    figure: str
    outcome: Outcome
    meaning: str
    own: Evidence
    statement: str
    reasons: tuple[str, ...]
    independent: str
    sources: tuple[Evidence, ...]
    others: tuple[Evidence, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the draft's figures came out so, and their share: where it begins and how wide it is, in percent."""

    outcome: Outcome
    figures: int
    meaning: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The drafts' texts, their figures that were checked in their order, and the counts of the outcomes."""

    documents: tuple[MarkedDocument, ...]
    checked: tuple[Checked, ...]
    counts: tuple[Count, ...]


def draft(report: Report, links: Links) -> Draft | None:
    """The drafts of the report; None where none was checked. `links` lead from a figure to its findings."""
    if not report.supports:
        return None
    evidence = evidence_by_figure(report)
    panels = {s.figure: (f"evidence-{s.figure}",) for s in report.supports}
    outcomes = {s.figure: s.outcome for s in report.supports}
    return Draft(
        marked_documents(report, {**links, **panels}, "draft", outcomes),
        tuple(_checked(s, evidence, links.get(s.figure, ())) for s in report.supports),
        _counts(report),
    )


def _checked(support: Support, evidence: Callable[[str], Evidence], anchors: Sequence[str]) -> Checked:
    stated = support.outcome not in ("unsupported", "unchecked")
    return Checked(
        figure=support.figure,
        outcome=support.outcome,
        meaning=MEANING[support.outcome],
        own=evidence(support.figure),
        statement=in_line(support.statement),
        reasons=tuple(map(in_line, support.reasons)),
        independent=counted(support.independent, "independent source") if stated and support.independent else "",
        sources=tuple(map(evidence, support.sources)),
        others=tuple(map(evidence, support.others)),
        findings=tuple(a for a in anchors if a.startswith("finding-")),
    )


def _counts(report: Report) -> tuple[Count, ...]:
    tally, total, before = report.coverage(), len(report.supports), 0
    counts: list[Count] = []
    for outcome in OUTCOMES:
        if n := tally[outcome]:
            counts.append(Count(outcome, n, MEANING[outcome], _share(before, total), _share(n, total)))
            before += n
    return tuple(counts)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}"
