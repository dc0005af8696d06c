"""The findings that speak of a draft as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.cli.editor.desk import Checked
from factcheck.cli.editor.positions import Lines, Units
from factcheck.model import Figure, Finding, Severity
from factcheck.reporting.locations import region
from factcheck.reporting.telling import headline, source
from factcheck.reporting.view import Case, Evidence, view

_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def findings(checked: Checked) -> Iterator[tuple[Finding, Case, Figure]]:
    """The findings that stand and speak of the draft, each with the draft's figure that it is shown at."""
    mine = checked.figures()
    for finding, case in zip(checked.report.findings, view(checked.report).cases, strict=True):
        named = [finding.primary, *(name for side in finding.sides for name in side)]
        figure = next((mine[name] for name in named if name in mine), None)
        if figure is not None and case.standing:
            yield finding, case, figure


def diagnostics(checked: Checked, units: Units) -> list[types.Diagnostic]:
    """A diagnostic for each of them, with the places of the others' figures."""
    lines = Lines(checked.text, units)
    return [
        types.Diagnostic(
            range=lines.range(figure.span),
            message="\n".join([headline(case), *case.explanations]),
            severity=_SEVERITIES[case.severity],
            code=case.rule,
            source="factcheck",
            related_information=list(_related(checked, case, figure, units)),
        )
        for _, case, figure in findings(checked)
    ]


def _related(checked: Checked, case: Case, shown: Figure, units: Units) -> Iterator[types.DiagnosticRelatedInformation]:
    for side in case.sides:
        for evidence in side.evidence:
            if evidence.figure != shown.id and (where := _location(checked, evidence, units)):
                yield types.DiagnosticRelatedInformation(where, f"{side.value}: {source(evidence)}")


def _location(checked: Checked, evidence: Evidence, units: Units) -> types.Location | None:
    """Where the evidence stands, in a file of lines and columns; what has pages or cells is told in words alone."""
    figure = next(f for f in checked.report.figures if f.id == evidence.figure)
    document = next(d for d in checked.report.documents if d.id == figure.document)
    path = Path(document.path)
    if region(document, figure.span) is None or document.marks or not path.is_file():
        return None
    return types.Location(path.resolve().as_uri(), Lines(document.text, units).range(figure.span))
