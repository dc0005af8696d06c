"""Where the page leads from a figure: to the findings that speak of it, or to the row of its claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Report

Links = Mapping[str, Sequence[str]]
"""Figure -> the anchors that its mark leads to, the first one first."""


def links(report: Report) -> Links:
    """Every figure that leads somewhere: to its own findings, else its claim's first, else its claim's row."""
    found: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for finding in report.findings:
        anchor = f"finding-{finding.id}"
        first.setdefault(finding.claim or "", anchor)
        for figure in dict.fromkeys(f for side in finding.sides for f in side):
            found.setdefault(figure, []).append(anchor)
    for claim in report.claims:
        row = [f"claim-{claim.id}"] if len(claim.figures) > 1 else []
        for figure in claim.figures:
            found.setdefault(figure, [first[claim.id]] if claim.id in first else row)
    return {figure: anchors for figure, anchors in found.items() if anchors}
