"""The findings as JUnit XML, which CI servers show: a suite for each document, a case for each finding in it.

A finding from the level of `fail_on` on is a failure, a milder one passes with its text as output, a settled one is
skipped with its reason; a document without findings passes, and what could not be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.config import FailOn, Settings, reaches
from factcheck.model import Report, by_id
from factcheck.reporting.evidence import in_line
from factcheck.reporting.locations import Location, location
from factcheck.reporting.page import Page
from factcheck.reporting.telling import headline, lines
from factcheck.reporting.view import Case, view

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIX = ".xml"


def render(report: Report, _page: Page) -> str:
    """The document as text (UTF-8 is meant)."""
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("testsuites", name="factcheck")
    root.extend(_suites(report))
    _count(root, list(root))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suites(report: Report) -> Iterator[Element]:
    documents, figures = by_id(report.documents), by_id(report.figures)
    told: dict[str, list[Element]] = {document.id: [] for document in report.documents}
    settings = Settings.model_validate(report.settings)
    for case, finding in zip(view(report).cases, report.findings, strict=True):
        primary = figures[finding.primary]
        where = location(documents, primary)
        told[primary.document].append(_told(case, where, settings.fail_on_in(where.path)))
    for document in report.documents:
        path = in_line(document.path)
        yield _counted(path, told[document.id] or [_case("no finding", path)])
    for notice in report.notices:
        wrong = _case(f"{notice.place} {notice.rule}", in_line(notice.path))
        _add(wrong, "failure" if reaches(notice.severity, settings.fail_on) else "system-out", in_line(notice.message))
        yield _counted(in_line(notice.place), [wrong])
    for skipped in report.skipped:
        unread = _case("metadata is read" if skipped.checked else "is read", in_line(skipped.path))
        _add(unread, "system-out" if skipped.checked else "error", in_line(skipped.reason))
        yield _counted(in_line(skipped.path), [unread])


def _told(case: Case, where: Location, level: FailOn) -> Element:
    element = _case(f"{where.place} {case.rule}: {headline(case)}", where.path)
    text = "\n".join(lines(case))
    if not case.standing:
        _add(element, "skipped", case.decision or "settled")
    elif reaches(case.severity, level):
        _add(element, "failure", headline(case), text, type=case.rule)
    else:
        _add(element, "system-out", text=f"{case.severity}: {text}")
    return element


def _case(name: str, path: str) -> Element:
    from xml.etree.ElementTree import Element

    return Element("testcase", name=name, classname=path, time="0")


def _add(parent: Element, tag: str, message: str = "", text: str = "", **attributes: str) -> None:
    from xml.etree.ElementTree import SubElement

    given = {"message": message, **attributes} if message and tag != "system-out" else attributes
    SubElement(parent, tag, given).text = text or message


def _counted(name: str, cases: Sequence[Element]) -> Element:
    from xml.etree.ElementTree import Element

    suite = Element("testsuite", name=name)
    suite.extend(cases)
    _count(suite, cases)
    return suite


def _count(element: Element, children: Sequence[Element]) -> None:
    """How many cases there are, and how many of each kind."""
    cases = [case for child in children for case in child.iter("testcase")]
    counts = {"tests": len(cases)}
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        counts[name] = sum(1 for case in cases if case.find(tag) is not None)
    for name, count in counts.items():
        element.set(name, str(count))
    element.set("time", "0")
