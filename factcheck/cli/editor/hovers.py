"""What is known of the figure under the pointer, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from factcheck.cli.editor.desk import Checked
from factcheck.cli.editor.positions import Lines, Units
from factcheck.model import Figure, Report
from factcheck.reporting.escaping import plain
from factcheck.reporting.telling import headline
from factcheck.reporting.view import evidence_by_figure
from factcheck.reporting.wording import label

_MOST = 5
"""Sentences of sources that a hover shows; the others are counted."""


def hover(checked: Checked, position: types.Position, units: Units) -> types.Hover | None:
    """The figure at a position: how it came out, what the sources say, what was found; None where there is none."""
    lines = Lines(checked.text, units)
    offset = lines.offset(position)
    for figure in checked.figures.values():
        if figure.span.start <= offset <= figure.span.end:
            content = types.MarkupContent(types.MarkupKind.Markdown, "\n".join(_told(checked, figure)))
            return types.Hover(content, lines.range(figure.span))
    return None


def _told(checked: Checked, figure: Figure) -> Iterator[str]:
    report = checked.report
    support = next((s for s in report.supports if s.figure == figure.id), None)
    outcome = f": {support.outcome}" if support else ""
    yield f"**{plain(label(figure, checked.draft.text))}**{outcome}"
    for _, case, shown in checked.findings:
        if figure.id == shown.id:
            yield from ("", f"{case.severity}: {plain(headline(case))}", *(f"- {plain(w)}" for w in case.explanations))
    if support:
        yield from ("", *(f"- {plain(reason)}" for reason in support.reasons))
        yield from _sentences(report, "The same:", support.sources)
        yield from _sentences(report, "Another value:", support.others)


def _sentences(report: Report, heading: str, names: Sequence[str]) -> Iterator[str]:
    evidence = evidence_by_figure(report)
    if names:
        yield from ("", heading, "")
    for name in names[:_MOST]:
        found = evidence(name)
        before, number, after = map(plain, (found.quote.before, found.quote.number, found.quote.after))
        said = f"{plain(found.source)}, {found.published or 'no date'} ({plain(found.place)})"
        yield f"- {said}: {before}**{number}**{after}"
    if len(names) > _MOST:
        yield f"- and {len(names) - _MOST} more"
