"""The report as one self-contained page: no script, nothing loaded, every style from `report.css`."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from factcheck.model import Report
from factcheck.reporting.page import Page
from factcheck.reporting.passages import marked_documents
from factcheck.reporting.view import view

SUFFIX = ".html"


def render(report: Report, _page: Page) -> str:
    """The page as text (UTF-8 is meant)."""
    from jinja2 import Environment, StrictUndefined

    style = _template("report.css")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    page = environment.from_string(_template("report.html.j2"))
    return page.render(
        view=view(report),
        documents=marked_documents(report),
        places=_places(report),
        style=style,
        style_hash=_hash(style),
    )


def _template(name: str) -> str:
    return files("factcheck.reporting").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    """What the Content-Security-Policy calls the one style sheet that it lets in."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _places(report: Report) -> dict[str, str]:
    """Claim -> the anchor where the page shows it: its first finding, or its row among the settled claims."""
    rows = {claim.id: f"claim-{claim.id}" for claim in report.claims if len(claim.figures) > 1}
    cards = {f.claim: f"finding-{f.id}" for f in reversed(report.findings) if f.claim}
    return rows | cards
