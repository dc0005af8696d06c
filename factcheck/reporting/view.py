"""What a person reads of a report, built once, so that every format for people says the same.

All text in a view has passed through `evidence`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from factcheck.model import Claim, Document, Figure, Finding, Link, Report, Severity, by_id
from factcheck.reporting.copying import copied, copies
from factcheck.reporting.evidence import Quote, in_line, place, quote
from factcheck.reporting.lazily import Lazily
from factcheck.reporting.settling import decided, suppressed
from factcheck.reporting.summary import counts, coverage, undated, verdict
from factcheck.reporting.wording import label


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure as one document states it. `place` is "path:line:column" or the path and the reader's mark.

    `copied` says from whom the words are copied.
    """

    figure: str
    value: str
    source: str
    published: str | None
    attribution: str | None
    copied: str | None
    place: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Side:
    """The figures that support one value, named by the wording that most of them share."""

    value: str
    evidence: tuple[Evidence, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says so, each source once, in the order of the evidence."""
        return tuple(dict.fromkeys(e.source for e in self.evidence))


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason why figures are one claim, and for how many of the claim's pairs it holds."""

    reason: str
    pairs: int
    of: int


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with its evidence. `statement` is the claim's, or "" where the finding has no claim."""

    id: str
    claim: str | None
    severity: Severity
    rule: str
    place: str
    """Where the figure stands that it is pinned to."""
    statement: str
    message: str
    sides: tuple[Side, ...]
    explanations: tuple[str, ...]
    links: tuple[Link, ...]
    decision: str | None
    """What an editor decided, or what else settles it, in words."""
    standing: bool
    """Whether nothing settles it: what does not stand is shown folded, and fails no gate."""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Why the figures of its claim are one claim."""
        held = Counter(in_line(reason) for link in self.links for reason in link.reasons)
        return tuple(Ground(reason, n, len(self.links)) for reason, n in held.items())


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that no finding speaks of: sources agree, or what parts them is explained (`stance`)."""

    claim: str
    statement: str
    stance: str
    sides: tuple[Side, ...]

    @property
    def value(self) -> str:
        """What the sources say, in one line; the stance is named where they don't just agree."""
        values = " / ".join(dict.fromkeys(side.value for side in self.sides))
        return values if self.stance == "agree" else f"{values} ({self.stance})"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The first evidence of each source."""
        first: dict[str, Evidence] = {}
        for evidence in (e for side in self.sides for e in side.evidence):
            first.setdefault(evidence.source, evidence)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class View:
    """A report as a person reads it. `counts` and `verdict` start every format.

    `cases` and `settled` are made as they are gone through. `copies` are the lines that say who copied whom. `skipped`
    is what was not checked, `unread` what is said of documents that were; each with the reason.
    """

    verdict: str
    counts: tuple[str, ...]
    cases: Collection[Case]
    settled: Collection[Settled]
    coverage: str | None
    undated: str | None
    copies: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
    notices: tuple[tuple[str, str], ...] = ()
    """What is to settle findings and settles none: the place, and the severity with what is wrong."""


def view(report: Report) -> View:
    """The report as people read it."""
    index = _Index(report)
    spoken_of = {f.claim for f in report.findings}
    settled: Callable[[Claim], Settled] = partial(_settled, index=index)
    untold = len(report.claims) - len(spoken_of - {None})
    return View(
        verdict=verdict(report),
        counts=counts(report),
        cases=Lazily(partial(_case, index=index), len(report.findings), lambda: report.findings),
        settled=Lazily(settled, untold, lambda: (c for c in report.claims if c.id not in spoken_of)),
        coverage=coverage(report),
        undated=undated(report),
        copies=copies(report),
        skipped=tuple((in_line(s.path), in_line(s.reason)) for s in report.skipped if not s.checked),
        unread=tuple((in_line(s.path), in_line(s.reason)) for s in report.skipped if s.checked),
        notices=tuple((in_line(n.place), in_line(f"{n.severity}: {n.message} [{n.rule}]")) for n in report.notices),
    )


def evidence_by_figure(report: Report) -> Callable[[str], Evidence]:
    """What says of a figure, by its id, who states it, where and how."""
    index = _Index(report)
    return cache(lambda name: _evidence(index.figures[name], index))


def case_by_finding(report: Report) -> Callable[[Finding], Case]:
    """What a person reads of a finding, one at a time: of thousands nobody reads more."""
    index = _Index(report)
    return lambda finding: _case(finding, index)


class _Index:
    """The report's parts by their ids."""

    def __init__(self, report: Report) -> None:
        self.documents = by_id(report.documents)
        self.figures = by_id(report.figures)
        self.claims = by_id(report.claims)
        self.decisions = {d.fingerprint: d for d in report.decisions}
        self.suppressed = report.suppressed()

    def place(self, figure: str) -> str:
        """Where a figure stands; "" for one that the report does not hold."""
        found = self.figures.get(figure)
        return place(self.documents[found.document], found) if found else ""

    def settled(self, finding: Finding) -> str | None:
        """What was decided of a finding, in words."""
        if decision := self.decisions.get(finding.fingerprint):
            return decided(decision)
        suppression = self.suppressed.get(finding.id)
        return suppressed(suppression) if suppression else None


def source_name(document: Document) -> str:
    """What every format calls a document."""
    return in_line(document.name) + (" (draft)" if document.role == "draft" else "")


def _case(finding: Finding, index: _Index) -> Case:
    claim = index.claims[finding.claim] if finding.claim else None
    return Case(
        id=finding.id,
        claim=finding.claim,
        severity=finding.severity,
        rule=in_line(finding.rule),
        place=index.place(finding.primary),
        statement=in_line(finding.statement or (claim.statement if claim else "")),
        message=in_line(finding.message),
        sides=tuple(_side(side, index) for side in finding.sides if side),
        explanations=_once(
            [*finding.explanations, *(claim.reasons if claim and finding.kind == "discrepancy" else ())]
        ),
        links=claim.links if claim else (),
        decision=index.settled(finding),
        standing=finding.id not in index.suppressed,
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(in_line(t) for t in texts))


def _settled(claim: Claim, index: _Index) -> Settled:
    sides = tuple(_side(side, index) for side in claim.sides if side)
    return Settled(claim.id, in_line(claim.statement), claim.stance, sides)


def _side(ids: Sequence[str], index: _Index) -> Side:
    evidence = tuple(_evidence(index.figures[i], index) for i in ids)
    value, _ = Counter(e.value for e in evidence).most_common(1)[0]
    return Side(value, evidence)


def _evidence(figure: Figure, index: _Index) -> Evidence:
    document = index.documents[figure.document]
    return Evidence(
        figure=figure.id,
        value=label(figure, document.text),
        source=source_name(document),
        published=document.published.isoformat() if document.published else None,
        attribution=in_line(figure.context.attribution) if figure.context.attribution else None,
        copied=copied(figure, index.documents),
        place=place(document, figure),
        quote=quote(figure, document.text),
    )
