"""The report for a terminal of 40 columns or more.

Everything printed is a `Line`: rich would take square brackets in a plain string for its own markup.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Report, Severity
from factcheck.reporting.evidence import Quote
from factcheck.reporting.laid_out import Line
from factcheck.reporting.page import Page
from factcheck.reporting.summary import counted
from factcheck.reporting.telling import source
from factcheck.reporting.view import Case, Evidence, Settled, Side, View, view

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

SUFFIX = ".txt"

NARROWEST = 40
_QUOTE_INDENT = 6
_QUOTE_LINES = 2
_ROWS = 12
_AT_ONCE = 500
"""Lines of a piece."""
STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def render(report: Report, page: Page) -> str:
    """The report at the page's width (at least 40 columns), with ANSI styles where the page has color."""
    return "".join(in_pieces(report, page))


def in_pieces(report: Report, page: Page) -> Iterator[str]:
    """The same in pieces, each of some hundred lines."""
    lines = _lines(_parts(view(report), page), page)
    while some := [*islice(lines, _AT_ONCE)]:
        yield "\n".join([*some, ""])


def printed(parts: Iterable[RenderableType | Line], page: Page) -> list[str]:
    """Some parts of a page, line by line: what rich makes of them."""
    return [*_lines(parts, page)]


def _lines(parts: Iterable[RenderableType | Line], page: Page) -> Iterator[str]:
    written = io.StringIO()
    console = _console(written, page)
    width = console.width
    for part in parts:
        plain = part.plain(width) if isinstance(part, Line) and not page.color else None
        if plain is None:
            console.print(part, crop=False)
            plain = written.getvalue().splitlines()
            written.seek(0)
            written.truncate()
        yield from (line.rstrip() for line in plain)


def evidence(case: Case, page: Page) -> Iterator[Line]:
    """Who says what, where and in which words, side by side."""
    for side in case.sides:
        yield from _side(side, page)


def _console(file: io.StringIO, page: Page) -> Console:
    """A console that asks nothing of its surroundings: the same report gives the same bytes everywhere."""
    from rich.console import Console

    return Console(
        file=file,
        width=max(page.width, NARROWEST),
        height=1,
        color_system="standard" if page.color else None,
        force_terminal=page.color,
        force_jupyter=False,
        no_color=not page.color,
        legacy_windows=False,
        highlight=False,
        _environ={},
    )


def _parts(shown: View, page: Page) -> Iterator[RenderableType | Line]:
    unread = [counted(len(shown.unread), "metadata problem")] if shown.unread else []
    yield _text(", ".join((*shown.counts, f"{len(shown.skipped)} skipped", *unread)))
    if shown.coverage:
        yield _text(shown.coverage)
    yield _text(shown.verdict, "bold")
    settled: list[Case] = []
    for case in shown.cases:
        if case.standing or page.everything:
            yield _text("")
            yield from _case(case, page)
        else:
            settled.append(case)
    yield from _folded(settled)
    yield from _settled(shown.settled, everything=page.everything)
    yield from _copies(shown.copies, everything=page.everything)
    yield from _unchecked(shown)


def _case(case: Case, page: Page) -> Iterator[Line]:
    """A line as compilers write them, which editors lead back to the place, and the evidence below."""
    severity = (case.severity, STYLES[case.severity])
    parts = ((f"{case.place}: ", "dim"), severity, (": ", ""), (case.message, "bold"), (f" [{case.rule}]", "dim"))
    yield Line(parts, whole=True)  # what reads such lines reads them whole
    if case.statement:
        yield _text(case.statement + (f" ({case.claim})" if case.claim else ""), "bold", indent=2)
    yield from evidence(case, page)
    if case.explanations or case.decision:
        yield _text("")
    for reason in case.explanations:
        yield _text(f"why: {reason}", indent=2)
    if case.decision:
        yield _text(f"decided: {case.decision}", indent=2)


def _folded(cases: list[Case]) -> Iterator[Line]:
    """Findings that somebody settled, a line each with the reason."""
    if not cases:
        return
    yield _text("")
    yield _text(f"Settled: {counted(len(cases), 'finding')}; --all shows {'it' if len(cases) == 1 else 'them'}", "bold")
    for case in cases:
        yield _text(f"{case.severity}  {case.statement or case.message}", indent=2)
        yield _text(f"{case.decision}", "dim", indent=4)


def _side(side: Side, page: Page) -> Iterator[Line]:
    yield _text("")
    yield _text(side.value, "bold", indent=2)
    for said in side.evidence:
        yield _text(_origin(said), "dim", indent=4)
        room = _QUOTE_LINES * (max(page.width, NARROWEST) - _QUOTE_INDENT) - len("[]")
        yield _marked(said.quote.shortened(room), color=page.color)


def _origin(evidence: Evidence) -> str:
    copied = f", {evidence.copied}" if evidence.copied else ""
    return f"{source(evidence)}{copied} · {evidence.place}"


def _marked(quote: Quote, *, color: bool) -> Line:
    number = (quote.number, "bold") if color else (f"[{quote.number}]", "")
    return Line(((quote.before, ""), number, (quote.after, "")), _QUOTE_INDENT)


def _settled(claims: Collection[Settled], *, everything: bool) -> Iterator[RenderableType | Line]:
    if not claims:
        return
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 0), expand=True, header_style="dim")
    for heading in ("claim", "value", "sources"):
        table.add_column(_text(heading), ratio=1, overflow="fold")
    rows = len(claims) if everything else _ROWS
    for claim in islice(claims, rows):
        sources = ", ".join(e.source for e in claim.evidence)
        table.add_row(_text(f"{claim.claim}: {claim.statement}"), _text(claim.value), _text(sources))
    yield _text("")
    yield _text("Claims without a finding", "bold")
    yield table
    if len(claims) > rows:
        yield _text(f"and {len(claims) - rows} more; --all lists them")


def _copies(lines: tuple[str, ...], *, everything: bool) -> Iterator[Line]:
    if not lines:
        return
    yield _text("")
    yield _text("Copies: one text counts as one source", "bold")
    rows = len(lines) if everything else _ROWS
    for line in lines[:rows]:
        yield _text(line, indent=2)
    if len(lines) > rows:
        yield _text(f"and {len(lines) - rows} more; --all lists them")


def _unchecked(shown: View) -> Iterator[Line]:
    if shown.undated:
        yield _text("")
        yield _text(shown.undated)
    yield from _listed(f"Skipped: {counted(len(shown.skipped), 'document')} not checked", shown.skipped)
    yield from _listed("Comments and baseline that settle nothing", shown.notices)
    yield from _listed("Metadata not read (the documents were checked)", shown.unread)


def _listed(heading: str, reasons: tuple[tuple[str, str], ...]) -> Iterator[Line]:
    if reasons:
        yield _text("")
        yield _text(heading, "bold")
    for path, reason in reasons:
        yield _text(f"{path}: {reason}", indent=2)


def _text(words: str, style: str = "", indent: int = 0) -> Line:
    return Line(((words, style),), indent)
