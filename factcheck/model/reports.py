"""All that one run produced, and its JSON object (factcheck-report/1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model.decisions import SETTLING, Decision, Suppression
from factcheck.model.figures import Figure
from factcheck.model.judgements import OUTCOMES, SEVERITIES, Claim, Finding, Notice, Rule, Support
from factcheck.model.texts import Document, Skipped


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run produced. Everything is sorted: the same input gives the same report.

    Of an archive the documents, figures, claims and findings are loaded as they are asked for (a `Shelf`).
    """

    documents: Sequence[Document]
    figures: Sequence[Figure]
    claims: Sequence[Claim]
    findings: Sequence[Finding]
    skipped: tuple[Skipped, ...] = ()
    decisions: tuple[Decision, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    supports: tuple[Support, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    notices: tuple[Notice, ...] = ()
    """Comments and entries of the baseline that settle nothing."""

    def suppressed(self) -> dict[str, Suppression]:
        """What settles a finding, by the finding's id: a decision before a comment or the baseline."""
        decided = {d.fingerprint: d for d in self.decisions if d.verdict in SETTLING}
        found = {s.finding: s for s in self.suppressions}
        for finding in self.findings if decided else ():
            if decision := decided.get(finding.fingerprint):
                why = f"{decision.verdict.replace('_', ' ')}{': ' if decision.reason else ''}{decision.reason}"
                found[finding.id] = Suppression(finding.id, "decision", why, editor=decision.editor)
        return found

    def standing(self) -> Sequence[Finding]:
        """The findings that nothing settles."""
        settled = self.suppressed()
        return tuple(f for f in self.findings if f.id not in settled) if settled else self.findings

    def to_dict(self) -> dict[str, object]:
        """The JSON report's object (factcheck-report/1)."""
        return {key: list(part) if isinstance(part, Iterator) else part for key, part in self.parts().items()}

    def parts(self) -> dict[str, object]:
        """What `to_dict` returns, but that of which there are thousands is an iterator, and made as it is read."""
        decided = {
            d.fingerprint: {"verdict": d.verdict, "reason": d.reason, "editor": d.editor} for d in self.decisions
        }
        settled = self.suppressed()
        return {
            "format": "factcheck-report/1",
            "documents": (_document(d) for d in self.documents),
            "figures": (f.to_dict() for f in self.figures),
            "claims": (_claim(c) for c in self.claims),
            "findings": (_finding(f, decided.get(f.fingerprint), settled.get(f.id)) for f in self.findings),
            "draft": [_support(s) for s in self.supports],
            "skipped": [{"path": s.path, "reason": s.reason} for s in self.skipped],
            "notices": [_notice(n) for n in self.notices],
            "settings": dict(self.settings),
            "summary": self.summary(),
        }

    def summary(self) -> dict[str, object]:
        """The counts that a report starts with."""
        severities = Counter(f.severity for f in self.findings)
        return {
            "documents": len(self.documents),
            "words": sum(len(d.text.split()) for d in self.documents),
            "figures": len(self.figures),
            "claims": len(self.claims),
            "draft": self.coverage(),
            "findings": {s: severities[s] for s in SEVERITIES},
            "skipped": len(self.skipped),
        }

    def coverage(self) -> dict[str, int]:
        """How many of the draft's figures came out how."""
        tally = Counter(s.outcome for s in self.supports)
        return {outcome: tally[outcome] for outcome in OUTCOMES}


def _support(support: Support) -> dict[str, object]:
    return {
        "figure": support.figure,
        "statement": support.statement,
        "outcome": support.outcome,
        "sources": list(support.sources),
        "others": list(support.others),
        "independent": support.independent,
        "reasons": list(support.reasons),
    }


def _document(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "path": document.path,
        "role": document.role,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "words": len(document.text.split()),
        "sha256": document.sha256,
        "copy_of": document.copy_of,
        "copied": [{"start": c.span.start, "end": c.span.end, "of": c.of} for c in document.copied],
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "statement": claim.statement,
        "stance": claim.stance,
        "figures": list(claim.figures),
        "sides": [list(side) for side in claim.sides],
        "confidence": claim.confidence,
        "reasons": list(claim.reasons),
        "links": [{"a": k.a, "b": k.b, "score": k.score, "reasons": list(k.reasons)} for k in claim.links],
    }


def _finding(
    finding: Finding, decision: Mapping[str, str] | None, suppression: Suppression | None
) -> dict[str, object]:
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "claim": finding.claim,
        "statement": finding.statement,
        "message": finding.message,
        "sides": [list(side) for side in finding.sides],
        "primary": finding.primary,
        "independent": list(finding.independent),
        "explanations": list(finding.explanations),
        "decision": decision,
        "suppressed": _suppression(suppression) if suppression else None,
    }


def _suppression(suppression: Suppression) -> dict[str, object]:
    return {
        "by": suppression.by,
        "reason": suppression.reason,
        "place": suppression.place,
        "editor": suppression.editor,
    }


def _notice(notice: Notice) -> dict[str, object]:
    return {
        "rule": notice.rule,
        "severity": notice.severity,
        "path": notice.path,
        "line": notice.line or None,
        "message": notice.message,
    }
