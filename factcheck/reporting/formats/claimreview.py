"""ClaimReview (schema.org) as JSON-LD: what was decided of a figure, for pages that publish the check.

Only findings that an editor decided are reviews: confirmed (the figure is wrong), fixed (it was), dismissed (it holds).
https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from factcheck.model import Decision, Document, Figure, Finding, Report, Verdict, by_id
from factcheck.reporting.evidence import escaped, in_line, quote
from factcheck.reporting.page import Page
from factcheck.reporting.passages import web_address
from factcheck.reporting.telling import headline
from factcheck.reporting.view import Case, view

SUFFIX = ".jsonld"

_RATINGS: Mapping[Verdict, tuple[int, str]] = {
    "confirmed": (1, "Wrong figure"),
    "dismissed": (5, "The figure holds"),
}
"""Rating, of five, and what it is called. That figures speak of different things, or of one, rates none of them.

Of a finding that is said to be fixed and is still found nothing can be said."""
Object = dict[str, object]


def render(report: Report, _page: Page) -> str:
    """A JSON-LD graph; without a decided finding an empty one."""
    decided = {d.fingerprint: d for d in report.decisions if d.verdict in _RATINGS}
    figures = by_id(report.figures)
    documents = by_id(report.documents)
    graph = []
    for case, finding in zip(view(report).cases, report.findings, strict=True):
        if decision := decided.get(finding.fingerprint):
            figure = figures[finding.primary]
            graph.append(_review(case, finding, decision, figure, documents[figure.document]))
    log = {"@context": "https://schema.org", "@graph": graph}
    return f"{escaped(json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2))}\n"


def _review(case: Case, finding: Finding, decision: Decision, figure: Figure, document: Document) -> Object:
    rating, name = _RATINGS[decision.verdict]
    said = quote(figure, document.text)
    reason = f" {in_line(decision.reason)}" if decision.reason else ""
    return {
        "@type": "ClaimReview",
        "identifier": finding.fingerprint,
        "claimReviewed": f"{said.before}{said.number}{said.after}",
        "itemReviewed": _claim(document, figure),
        "author": {"@type": "Person", "name": in_line(decision.editor)},
        **({"datePublished": in_line(decision.at[:10])} if decision.at else {}),
        "reviewBody": f"{headline(case)}{reason}",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
        },
    }


def _claim(document: Document, figure: Figure) -> Object:
    """Who made the claim, where and when it appeared."""
    url = web_address(document.url)
    work: Object = {"@type": "CreativeWork", "name": in_line(document.title or document.path)}
    work |= {"url": url} if url else {}
    work |= {"datePublished": document.published.isoformat()} if document.published else {}
    who = figure.context.attribution or document.outlet
    author = {"author": {"@type": "Organization", "name": in_line(who)}} if who else {}
    return {"@type": "Claim", **author, "appearance": work}
