"""The report as GitHub Flavored Markdown: a comment on a pull request, a page of a wiki."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.model import Report
from factcheck.reporting.escaping import plain
from factcheck.reporting.page import Page
from factcheck.reporting.summary import counted
from factcheck.reporting.telling import headline, source
from factcheck.reporting.view import Case, Evidence, Settled, Side, View, view

SUFFIX = ".md"


def render(report: Report, _page: Page) -> str:
    """The page; every word of a document is escaped, so that it is shown as it stands."""
    return "\n".join(_lines(view(report))).rstrip() + "\n"


def _lines(shown: View) -> Iterator[str]:
    yield from (f"**{plain(shown.verdict)}**", "", plain(", ".join(shown.counts)), "")
    if shown.coverage:
        yield from (plain(shown.coverage), "")
    standing = [case for case in shown.cases if case.standing]
    yield from _contents(standing)
    for case in standing:
        yield from _case(case)
    yield from _settled([case for case in shown.cases if not case.standing])
    yield from _agreeing(shown.settled)
    yield from _listed("Copies", [f"- {plain(line)}" for line in shown.copies])
    if shown.undated:
        yield from (plain(shown.undated), "")
    yield from _unread(f"Skipped: {counted(len(shown.skipped), 'document')} not checked", shown.skipped)
    yield from _unread("Comments and baseline that settle nothing", shown.notices)
    yield from _unread("Metadata not read (the documents were checked)", shown.unread)


def _contents(cases: list[Case]) -> Iterator[str]:
    if cases:
        yield from ("| | finding | values |", "| --- | --- | --- |")
    for case in cases:
        told = " / ".join(plain(side.value) for side in case.sides)
        yield f"| {case.severity} | {plain(case.statement or case.message)} | {told} |"
    if cases:
        yield ""


def _case(case: Case) -> Iterator[str]:
    yield from (f"### {case.severity}: {plain(headline(case))}", "", f"`{case.rule.replace('`', '')}`", "")
    for side in case.sides:
        yield from _side(side)
    if case.explanations:
        yield from ("Why:", "", *(f"- {plain(reason)}" for reason in case.explanations), "")
    if case.decision:
        yield from (f"Decided: {plain(case.decision)}", "")
    if case.grounds:
        grounds = [f"- {plain(ground.reason)}" for ground in case.grounds]
        yield from ("<details><summary>Why these are one claim</summary>", "", *grounds, "", "</details>", "")


def _side(side: Side) -> Iterator[str]:
    yield from (f"- **{plain(side.value)}**", *(f"  - {_evidence(e)}" for e in side.evidence), "")


def _evidence(evidence: Evidence) -> str:
    copied = f", {plain(evidence.copied)}" if evidence.copied else ""
    before, number, after = map(plain, (evidence.quote.before, evidence.quote.number, evidence.quote.after))
    return f"{plain(source(evidence))}{copied} ({plain(evidence.place)}): {before}<mark>{number}</mark>{after}"


def _settled(cases: list[Case]) -> Iterator[str]:
    rows = [f"- {case.severity}: {plain(headline(case))} ({plain(case.decision or '')})" for case in cases]
    yield from _folded(f"Settled: {counted(len(cases), 'finding')}", rows)


def _agreeing(claims: Collection[Settled]) -> Iterator[str]:
    rows = [f"- {plain(f'{claim.claim}: {claim.statement}')}: {plain(claim.value)}" for claim in claims]
    yield from _folded(f"Claims without a finding: {len(claims)}", rows)


def _folded(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from (f"<details><summary>{heading}</summary>", "", *rows, "", "</details>", "")


def _unread(heading: str, reasons: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield from _listed(heading, [f"- {plain(path)}: {plain(why)}" for path, why in reasons])


def _listed(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from (f"**{heading}**", "", *rows, "")
