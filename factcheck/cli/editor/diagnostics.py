"""The findings that speak of a draft as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.cli.editor.desk import Checked
from factcheck.cli.editor.positions import Lines, Units
from factcheck.model import Figure, Severity
from factcheck.reporting.locations import region
from factcheck.reporting.telling import headline, source
from factcheck.reporting.view import Case, Evidence

_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


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
        for _, case, figure in checked.findings
    ]


def _related(checked: Checked, case: Case, shown: Figure, units: Units) -> Iterator[types.DiagnosticRelatedInformation]:
    for side in case.sides:
        for evidence in side.evidence:
            if evidence.figure != shown.id and (where := _location(checked, evidence, units)):
                yield types.DiagnosticRelatedInformation(where, f"{side.value}: {source(evidence)}")


def _location(checked: Checked, evidence: Evidence, units: Units) -> types.Location | None:
    """Where the evidence stands, in a file of lines and columns; what has pages or cells is told in words alone."""
    figure = checked.known[evidence.figure]
    document = checked.documents[figure.document]
    path = Path(document.path)
    if region(document, figure.span) is None or document.marks or not path.is_file():
        return None
    return types.Location(path.resolve().as_uri(), Lines(document.text, units).range(figure.span))
