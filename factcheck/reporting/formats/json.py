"""The report as data: factcheck-report/1, described by `factcheck-report-1.schema.json` beside this package."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.reporting.evidence import escaped
from factcheck.reporting.page import Page

SUFFIX = ".json"


def render(report: Report, _page: Page) -> str:
    """The report's JSON object: keys sorted, two spaces of indent, UTF-8 text as it stands."""
    document = json.dumps(report.to_dict(), ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    return f"{escaped(document)}\n"
