"""The draft given back as a Word file with a comment at each finding (Office Open XML, by python-docx).

Without a draft the document that was checked alone is given back.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Block, BlockKind, Document, Report, Span
from factcheck.reporting.evidence import visible
from factcheck.reporting.locations import pinned
from factcheck.reporting.page import Page
from factcheck.reporting.passages import article_start
from factcheck.reporting.telling import headline, lines
from factcheck.reporting.view import Case, View, view

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

SUFFIX = ".docx"

_AUTHOR, _INITIALS = "factcheck", "fc"
_STYLES: Mapping[BlockKind, str] = {"item": "List Bullet", "caption": "Caption"}
_SIGNS = re.compile(r"(?P<level>#{1,6})\s+|[-*+•]\s+")
"""What a plain text writes before a heading or an item, and a Word file says by its style."""
_DATED = re.compile(rb' w:date="[^"]*"')
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: a file made twice is the same."""
Comments = Mapping[Span, Sequence[Case]]


def render(report: Report, _page: Page) -> bytes:
    """The file. Raises UsageError where there is no draft, and not one document alone."""
    import docx

    document = _given_back(report)
    shown = view(report)
    comments, elsewhere = _placed(report, shown, document)
    file = docx.Document()
    start = article_start(document)
    for block in document.blocks or (Block("paragraph", Span(0, len(document.text))),):
        if block.span.start >= start:
            _write(file, document, block, comments)
    _conclude(file, shown, elsewhere)
    return _packed(file)


def _given_back(report: Report) -> Document:
    drafts = [d for d in report.documents if d.role == "draft"]
    if len(drafts or report.documents) != 1:
        raise UsageError("docx gives a draft back; name one with --draft FILE, or check one document alone")
    return (drafts or report.documents)[0]


def _placed(report: Report, shown: View, document: Document) -> tuple[Comments, list[Case]]:
    """The findings by the words of the document that they stand at, and those that speak of none of its figures."""
    figures = {f.id: f for f in report.figures if f.document == document.id}
    found: dict[Span, list[Case]] = defaultdict(list)
    elsewhere = []
    for case, finding in zip(shown.cases, report.findings, strict=True):
        figure = pinned(finding, figures)
        if figure is None:
            elsewhere.append(case)
        else:
            found[figure.span].append(case)
    return found, elsewhere


def _write(file: WordFile, document: Document, block: Block, comments: Comments) -> None:
    """One block as a paragraph, cut at the words that have comments."""
    words = block.span.quote(document.text)
    signs = _SIGNS.match(words) if block.kind in ("heading", "item") else None
    start = block.span.start + (signs.end() if signs else 0)
    paragraph = _paragraph(file, block.kind, len(signs["level"]) if signs and signs["level"] else 1)
    for span, cases in _commented(comments, Span(start, block.span.end)):
        if start < span.start:
            paragraph.add_run(_shown(document.text[start : span.start]))
        run = paragraph.add_run(_shown(span.quote(document.text)))
        for case in cases:
            _comment(file, run, case)
        start = span.end
    if start < block.span.end:
        paragraph.add_run(_shown(document.text[start : block.span.end]))


def _paragraph(file: WordFile, kind: BlockKind, level: int) -> Paragraph:
    return file.add_heading("", level) if kind == "heading" else file.add_paragraph(style=_STYLES.get(kind))


def _commented(comments: Comments, block: Span) -> Iterator[tuple[Span, list[Case]]]:
    """The commented words of a block in order; those that overlap are one."""
    merged: list[tuple[Span, list[Case]]] = []
    for span in sorted(span for span in comments if block.start <= span.start < block.end):
        if merged and span.overlaps(merged[-1][0]):
            before, cases = merged.pop()
            merged.append((before.joined(span), [*cases, *comments[span]]))
        else:
            merged.append((span, [*comments[span]]))
    return iter(merged)


def _comment(file: WordFile, run: Run, case: Case) -> None:
    file.add_comment(run, f"{case.severity}: " + "\n".join(lines(case)), _AUTHOR, _INITIALS)


def _shown(words: str) -> str:
    """The words with their line breaks; a Word file can hold no control characters."""
    return visible(words).replace("\t", " ")


def _conclude(file: WordFile, shown: View, elsewhere: Sequence[Case]) -> None:
    """What no place of the text can say: the verdict, findings of other documents, what was not read."""
    told = [shown.verdict, *([shown.coverage] if shown.coverage else [])]
    told += [f"Not in this text: {case.severity}: {headline(case)}" for case in elsewhere]
    told += [f"Not checked: {path}: {reason}" for path, reason in shown.skipped]
    told += [f"Metadata not read: {path}: {reason}" for path, reason in shown.unread]
    told += [f"{place}: {message}" for place, message in shown.notices]
    run = file.add_paragraph().add_run("Checked with factcheck.")
    run.italic = True
    file.add_comment(run, "\n".join(told), _AUTHOR, _INITIALS)


def _packed(file: WordFile) -> bytes:
    """The bytes, the same each time: without the moment of their making."""
    made, result = BytesIO(), BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _DAY), _DATED.sub(b"", old.read(name)), zipfile.ZIP_DEFLATED)
    return result.getvalue()
