"""Questions about a check's result: what a claim rests on, what keeps two figures apart."""

from __future__ import annotations

import re

from factcheck.errors import UsageError
from factcheck.model import Figure, Report, by_id
from factcheck.reporting.evidence import place


def claim_at(report: Report, asked: str) -> str | None:
    """The id of the claim that is asked for, by its id or by the place of one of its figures; None for a lone figure.

    Raises UsageError where there is no such claim and no such place.
    """
    if any(claim.id == asked for claim in report.claims):
        return asked
    if re.fullmatch(r"c\d+", asked):
        known = f"they go from c1 to c{len(report.claims)}" if report.claims else "there is none"
        raise UsageError(f"{asked}: there is no such claim; {known}")
    figure = figure_at(report, asked)
    return next((claim.id for claim in report.claims if figure.id in claim.figures), None)


def alone(report: Report, asked: str) -> str:
    """What is said of a figure that is in no claim."""
    text = figure_at(report, asked).text
    return f"{asked}: “{text}” is in no claim: no other figure was found to speak of its thing\n"


def two_figures(report: Report, one: str, two: str) -> tuple[str, str]:
    """The ids of two figures that are asked for. Raises UsageError where one is missing or both are one."""
    first, second = figure_at(report, one), figure_at(report, two)
    if first.id == second.id:
        raise UsageError(f"{one}, {two}: both name “{first.text}”; name two figures")
    return first.id, second.id


def figure_at(report: Report, asked: str) -> Figure:
    """The figure that is asked for: "FILE:LINE:COLUMN" as the reports print it, or its id in the JSON report.

    Raises UsageError where no figure stands there.
    """
    documents = by_id(report.documents)
    for figure in report.figures:
        document = documents[figure.document]
        if asked in (figure.id, place(document, figure)):
            return figure
    raise UsageError(f"{asked}: no figure stands there; give FILE:LINE:COLUMN as the report prints it")
