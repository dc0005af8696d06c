"""The findings as a table for spreadsheets: a row for each figure of each finding, and one for what was skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.inert import comma_separated
from factcheck.model import Report
from factcheck.reporting.page import Page
from factcheck.reporting.telling import quoted
from factcheck.reporting.view import Case, view

SUFFIX = ".csv"

_COLUMNS = (
    *("finding", "severity", "rule", "claim", "statement", "message", "settled"),
    *("side", "value", "source", "published", "attribution", "copied", "place", "sentence", "why"),
)
Row = Mapping[str, object]


def render(report: Report, _page: Page) -> str:
    """CSV with a head line; the rows of one finding share its id, those of one value the number of their side."""
    shown = view(report)
    unread = [("skipped", shown.skipped), ("problem", shown.unread), ("notice", shown.notices)]
    rows = [row for case in shown.cases for row in _rows(case)]
    rows += [_row(severity=kind, place=path, message=why) for kind, parts in unread for path, why in parts]
    return comma_separated(rows, _COLUMNS)


def _rows(case: Case) -> Iterator[Row]:
    for number, side in enumerate(case.sides, start=1):
        for evidence in side.evidence:
            yield _row(
                finding=case.id,
                severity=case.severity,
                rule=case.rule,
                claim=case.claim,
                statement=case.statement,
                message=case.message,
                settled=case.decision,
                side=number,
                value=evidence.value,
                source=evidence.source,
                published=evidence.published,
                attribution=evidence.attribution,
                copied=evidence.copied,
                place=evidence.place,
                sentence=quoted(evidence),
                why=list(case.explanations),
            )


def _row(**cells: object) -> Row:
    return dict.fromkeys(_COLUMNS) | cells
