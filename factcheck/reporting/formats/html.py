"""The report as one self-contained page: nothing is loaded, and the one script and the one style sheet are its own.

Without the script all can be read and followed; only the filters and the keys are missing.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from factcheck.model import SEVERITIES, Report
from factcheck.reporting.cards import Card, cards, first_to_settle
from factcheck.reporting.draft import draft
from factcheck.reporting.links import links
from factcheck.reporting.page import Page
from factcheck.reporting.passages import marked_documents
from factcheck.reporting.view import source_name, view
from factcheck.templating import environment, packaged

SUFFIX = ".html"
PACKAGE = "factcheck.reporting"


def render(report: Report, _page: Page) -> str:
    """The page as text (UTF-8 is meant)."""
    shown, anchors = view(report), links(report)
    findings = cards(report, shown.cases)
    checked = draft(report, anchors)
    style, script = (packaged(PACKAGE, f"templates/report.{kind}") for kind in ("css", "js"))
    return (
        environment(PACKAGE)
        .get_template("report.html.j2")
        .render(
            view=shown,
            cards=findings,
            first=first_to_settle(findings),
            filters=_filters(report, findings),
            draft=checked,
            documents=marked_documents(report, anchors, "source" if checked else None),
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
        )
    )


def _hash(text: str) -> str:
    """What the Content-Security-Policy calls the one script or style sheet that it lets in."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _filters(report: Report, findings: tuple[Card, ...]) -> tuple[tuple[str, str, list[tuple[str, str]]], ...]:
    """What the findings can be filtered by: the attribute, its name for people, and each value with its name."""
    severities = {card.case.severity for card in findings}
    spoken_of = {name for card in findings for name in card.documents}
    return (
        ("severity", "Severity", [(s, s) for s in SEVERITIES if s in severities]),
        ("kind", "Kind", [(kind, kind) for kind in sorted({card.kind for card in findings})]),
        ("documents", "Document", [(d.id, source_name(d)) for d in report.documents if d.id in spoken_of]),
    )
