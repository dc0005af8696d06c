"""The findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Document, Figure, Finding, Report, Rule, Severity, Suppression, by_id
from factcheck.reporting.evidence import escaped, in_line
from factcheck.reporting.locations import Location, address, location
from factcheck.reporting.page import Page
from factcheck.reporting.telling import lines
from factcheck.reporting.view import Case, view

SUFFIX = ".sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"
_HOME = "https://pypi.org/project/factcheck-figures/"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "factcheck/v1"
"""The name of the way in which fingerprints are made."""
Object = dict[str, object]


def render(report: Report, _page: Page) -> str:
    """The log's JSON: one run, its rules, a result for each finding, a notification for what was not read."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return f"{escaped(json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2))}\n"


def _run(report: Report) -> Object:
    from importlib.metadata import version

    known = {rule.id: rule for rule in report.rules}
    names = sorted({*known, *(finding.rule for finding in report.findings)})
    driver = {
        "name": "factcheck",
        "semanticVersion": version("factcheck-figures"),
        "informationUri": _HOME,
        "rules": [_rule(name, known.get(name)) for name in names],
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report))}],
        "results": list(_results(report, names)),
    }


def _rule(name: str, rule: Rule | None) -> Object:
    if rule is None:
        return {"id": in_line(name)}
    told = {"shortDescription": rule.message, "fullDescription": rule.why, "help": f"{rule.why} {rule.fix}".strip()}
    return {
        "id": in_line(name),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        **{key: {"text": in_line(text)} for key, text in told.items() if text},
        "properties": {"kind": rule.kind},
    }


def _results(report: Report, names: Sequence[str]) -> Iterator[Object]:
    documents, figures = by_id(report.documents), by_id(report.figures)
    settled = report.suppressed()
    for case, finding in zip(view(report).cases, report.findings, strict=True):
        result: Object = {
            "ruleId": case.rule,
            "ruleIndex": names.index(finding.rule),
            "level": _LEVELS[case.severity],
            "message": {"text": "\n".join(lines(case))},
            "locations": [_location(location(documents, figures[finding.primary]))],
            "relatedLocations": list(_related(finding, case, documents, figures)),
            "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        }
        suppression = settled.get(finding.id)
        yield result | ({"suppressions": [_suppression(suppression)]} if suppression else {})


def _related(
    finding: Finding, case: Case, documents: Mapping[str, Document], figures: Mapping[str, Figure]
) -> Iterator[Object]:
    """The other figures that the finding speaks of, each with what it says."""
    told = {
        e.figure: f"{e.value}: {e.source}, {e.published or 'no date'}" for side in case.sides for e in side.evidence
    }
    others = [name for name in told if name != finding.primary]
    for number, name in enumerate(others):
        yield {"id": number, **_location(location(documents, figures[name])), "message": {"text": told[name]}}


def _location(where: Location) -> Object:
    """The physical place; where lines lead nowhere the reader's mark stands as a logical one."""
    physical: Object = {"artifactLocation": {"uri": address(where.path)}}
    if where.region is None:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": where.place}]}
    found = {"startLine": where.region.line, "startColumn": where.region.column}
    ends = {"endLine": where.region.end_line, "endColumn": where.region.end_column}
    found |= {name: end for name, end in ends.items() if end is not None}
    return {"physicalLocation": physical | {"region": found | {"snippet": {"text": where.words}}}}


def _suppression(suppression: Suppression) -> Object:
    """How a finding was settled: in the text itself, or outside it."""
    by = f" ({in_line(suppression.editor)})" if suppression.editor else ""
    return {
        "kind": "inSource" if suppression.by == "comment" else "external",
        "status": "accepted",
        "justification": f"{in_line(suppression.reason) or suppression.by}{by}",
    }


def _notifications(report: Report) -> Iterator[Object]:
    for notice in report.notices:
        line = {"region": {"startLine": notice.line}} if notice.line else {}
        artifact = {"artifactLocation": {"uri": address(in_line(notice.path))}}
        yield {
            "level": _LEVELS[notice.severity],
            "message": {"text": f"{in_line(notice.message)} [{notice.rule}]"},
            "locations": [{"physicalLocation": artifact | line}],
        }
    for skipped in report.skipped:
        told = f"{'metadata not read' if skipped.checked else 'not checked'}: {in_line(skipped.reason)}"
        yield {
            "level": "note" if skipped.checked else "warning",
            "message": {"text": told},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(in_line(skipped.path))}}}],
        }
