"""Annotations for a run on GitHub: a workflow command for each finding that stands, and for what was skipped.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Report, Severity, by_id
from factcheck.reporting.evidence import in_line
from factcheck.reporting.locations import Location, location
from factcheck.reporting.page import Page
from factcheck.reporting.telling import lines
from factcheck.reporting.view import view

SUFFIX = ".txt"

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, _page: Page) -> str:
    """A line for each command, and the verdict last, which the log shows as it is."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    shown = view(report)
    documents, figures = by_id(report.documents), by_id(report.figures)
    for case, finding in zip(shown.cases, report.findings, strict=True):
        if case.standing:
            where = location(documents, figures[finding.primary])
            yield _command(_LEVELS[case.severity], _place(where) | {"title": case.rule}, "\n".join(lines(case)))
    for path, reason in shown.skipped:
        yield _command("warning", {"file": path, "title": "not checked"}, reason)
    for path, reason in shown.unread:
        yield _command("notice", {"file": path, "title": "metadata not read"}, reason)
    for notice in report.notices:
        at = {"file": in_line(notice.path)} | ({"line": str(notice.line)} if notice.line else {})
        yield _command(_LEVELS[notice.severity], at | {"title": notice.rule}, in_line(notice.message))
    yield shown.verdict


def _place(where: Location) -> dict[str, str]:
    found = {"file": where.path}
    if where.region is None:
        return found
    found |= {"line": str(where.region.line), "col": str(where.region.column)}
    if where.region.end_line == where.region.line and where.region.end_column is not None:
        found["endColumn"] = str(where.region.end_column)
    return found


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(f"{name}={_escaped(value, inside=True)}" for name, value in properties.items())
    return f"::{level} {told}::{_escaped(message)}"


def _escaped(words: str, *, inside: bool = False) -> str:
    """What a command would take for its own signs, as it wants it."""
    plain = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return plain.replace(":", "%3A").replace(",", "%2C") if inside else plain
