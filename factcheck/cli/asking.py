"""Questions about a check's result: what a claim rests on, what keeps two figures apart."""

from __future__ import annotations

import re

from factcheck.errors import UsageError
from factcheck.model import Figure, Report
from factcheck.reporting.evidence import place


def claim_at(report: Report, asked: str) -> str:
    """The id of the claim that is asked for, by its id or by the place of one of its figures.

    Raises UsageError where there is none.
    """
    if any(claim.id == asked for claim in report.claims):
        return asked
    if re.fullmatch(r"c\d+", asked):
        raise UsageError(f"{asked}: there is no such claim; they go from c1 to c{len(report.claims)}")
    figure = figure_at(report, asked)
    for claim in report.claims:
        if figure.id in claim.figures:
            return claim.id
    raise UsageError(f"{asked}: “{figure.text}” is in no claim; nothing else was found to speak of it")


def figure_at(report: Report, asked: str) -> Figure:
    """The figure that is asked for: "FILE:LINE:COLUMN" as the reports print it, or its id in the JSON report.

    Raises UsageError where no figure stands there.
    """
    for figure in report.figures:
        document = next(d for d in report.documents if d.id == figure.document)
        if asked in (figure.id, place(document, figure)):
            return figure
    raise UsageError(f"{asked}: no figure stands there; give FILE:LINE:COLUMN as the report prints it")
