"""The report as GitHub Flavored Markdown: a comment on a pull request, a page of a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Report
from factcheck.reporting.page import Page
from factcheck.reporting.summary import counted
from factcheck.reporting.telling import headline
from factcheck.reporting.view import Case, Evidence, Settled, Side, View, view

SUFFIX = ".md"

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&$^]|:(?=[^\s\d])|(?<=\bwww)\.")
_CALLED = re.compile(r"[@#](?=\w)")


def render(report: Report, _page: Page) -> str:
    """The page; every word of a document is escaped, so that it is shown as it stands."""
    return "\n".join(_lines(view(report))).rstrip() + "\n"


def _lines(shown: View) -> Iterator[str]:
    yield from (f"**{_plain(shown.verdict)}**", "", _plain(", ".join(shown.counts)), "")
    if shown.coverage:
        yield from (_plain(shown.coverage), "")
    standing = [case for case in shown.cases if case.standing]
    yield from _contents(standing)
    for case in standing:
        yield from _case(case)
    yield from _settled([case for case in shown.cases if not case.standing])
    yield from _agreeing(shown.settled)
    if shown.undated:
        yield from (_plain(shown.undated), "")
    yield from _unread(f"Skipped: {counted(len(shown.skipped), 'document')} not checked", shown.skipped)
    yield from _unread("Comments and baseline that settle nothing", shown.notices)
    yield from _unread("Metadata not read (the documents were checked)", shown.unread)


def _contents(cases: list[Case]) -> Iterator[str]:
    if cases:
        yield from ("| | finding | values |", "| --- | --- | --- |")
    for case in cases:
        told = " / ".join(_plain(side.value) for side in case.sides)
        yield f"| {case.severity} | {_plain(case.statement or case.message)} | {told} |"
    if cases:
        yield ""


def _case(case: Case) -> Iterator[str]:
    yield from (f"### {case.severity}: {_plain(headline(case))}", "", f"`{case.rule.replace('`', '')}`", "")
    for side in case.sides:
        yield from _side(side)
    if case.explanations:
        yield from ("Why:", "", *(f"- {_plain(reason)}" for reason in case.explanations), "")
    if case.decision:
        yield from (f"Decided: {_plain(case.decision)}", "")
    if case.grounds:
        grounds = [f"- {_plain(ground.reason)}" for ground in case.grounds]
        yield from ("<details><summary>Why these are one claim</summary>", "", *grounds, "", "</details>", "")


def _side(side: Side) -> Iterator[str]:
    yield from (f"- **{_plain(side.value)}**", *(f"  - {_evidence(e)}" for e in side.evidence), "")


def _evidence(evidence: Evidence) -> str:
    said = f", according to {_plain(evidence.attribution)}" if evidence.attribution else ""
    copied = f", copy of {_plain(evidence.copy_of)}" if evidence.copy_of else ""
    before, number, after = map(_plain, (evidence.quote.before, evidence.quote.number, evidence.quote.after))
    origin = f"{_plain(evidence.source)}, {evidence.published or 'no date'}{said}{copied}"
    return f"{origin} ({_plain(evidence.place)}): {before}<mark>{number}</mark>{after}"


def _settled(cases: list[Case]) -> Iterator[str]:
    rows = [f"- {case.severity}: {_plain(headline(case))} ({_plain(case.decision or '')})" for case in cases]
    yield from _folded(f"Settled: {counted(len(cases), 'finding')}", rows)


def _agreeing(claims: tuple[Settled, ...]) -> Iterator[str]:
    rows = [f"- {_plain(f'{claim.claim}: {claim.statement}')}: {_plain(claim.value)}" for claim in claims]
    yield from _folded(f"Claims without a finding: {len(claims)}", rows)


def _folded(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from (f"<details><summary>{heading}</summary>", "", *rows, "", "</details>", "")


def _unread(heading: str, reasons: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if reasons:
        yield from (f"**{heading}**", "", *(f"- {_plain(path)}: {_plain(why)}" for path, why in reasons), "")


def _plain(words: str) -> str:
    """Words that Markdown shows as they stand: no markup, no HTML, no address made a link, nobody called."""
    return _CALLED.sub(r"\g<0><!-- -->", _SIGNS.sub(r"\\\g<0>", words))
