"""What an editor may do about a finding at once: take the sources' value, or ignore it with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from lsprotocol import types

from factcheck.cli.editor.desk import Checked
from factcheck.cli.editor.positions import Lines, Units
from factcheck.lexicon import lexicon
from factcheck.model import Figure, Finding, Span
from factcheck.reporting.evidence import in_line
from factcheck.reporting.view import Case

_COMMENTS = {".txt": "[{}]"}
"""How a remark is written where it is not `<!-- … -->`."""


def actions(checked: Checked, uri: str, given: types.Range, units: Units) -> list[types.CodeAction]:
    """The actions for the findings at a range."""
    lines = Lines(checked.text, units)
    wanted = lines.span(given)
    return [
        action
        for finding, case, figure in checked.findings
        if figure.span.start <= wanted.end and wanted.start <= figure.span.end
        for action in (*_taken(checked, finding, case, figure, uri, lines), *_ignored(case, figure, uri, lines))
    ]


def _taken(
    checked: Checked, finding: Finding, case: Case, figure: Figure, uri: str, lines: Lines
) -> Iterator[types.CodeAction]:
    """The value of each other side, in the words in which a source writes it."""
    known, mine = checked.known, checked.figures
    for side, ids in zip(case.sides, [side for side in finding.sides if side], strict=True):
        others = [known[name] for name in ids if name not in mine]
        if not others or any(name == figure.id for name in ids):
            continue
        edit = _edit(checked, figure, others[0])
        if edit is not None:
            span, words = edit
            who = ", ".join(dict.fromkeys(e.source for e in side.evidence if e.figure not in mine))
            yield _action(f"Take {words} ({who})", uri, lines.range(span), words, preferred=len(case.sides) == 2)


def _edit(checked: Checked, ours: Figure, theirs: Figure) -> tuple[Span, str] | None:
    """What is put in whose place: the number alone where both have one unit, else the unit with it."""
    source = checked.documents[theirs.document]
    number = in_line(theirs.span.quote(source.text))
    same = ours.amount.unit == theirs.amount.unit or ours.kind == theirs.kind == "count"
    if same or ours.unit_span is None or theirs.unit_span is None:
        return (ours.span, number) if same or ours.kind == theirs.kind else None
    return ours.span.joined(ours.unit_span), in_line(theirs.span.joined(theirs.unit_span).quote(source.text))


def _ignored(case: Case, figure: Figure, uri: str, lines: Lines) -> Iterator[types.CodeAction]:
    """A remark at the end of the line, with each of the usual reasons."""
    form = _COMMENTS.get(PurePath(uri).suffix.lower(), "<!-- {} -->")
    end = lines.position(lines.end(lines.position(figure.span.end).line))
    for reason in lexicon("reasons"):
        words = " " + form.format(f"factcheck: ignore {case.rule}: {reason}")
        yield _action(f"Ignore {case.rule}: {reason}", uri, types.Range(end, end), words)


def _action(title: str, uri: str, where: types.Range, words: str, *, preferred: bool = False) -> types.CodeAction:
    edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(where, words)]})
    return types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit, is_preferred=preferred)
