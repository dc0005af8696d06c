"""Who copied whom, by the times of publication where they tell it: the moments of both, or else the days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.model import Document, Figure, Report, by_id
from factcheck.reporting.evidence import in_line
from factcheck.reporting.summary import counted

_UNTOLD = "which came first is not told"


def copies(report: Report) -> tuple[str, ...]:
    """A line for each document that copies another, as a whole or in paragraphs, in the order of the documents."""
    documents = by_id(report.documents)
    wholes = [(d, documents[d.copy_of]) for d in report.documents if d.copy_of and d.copy_of in documents]
    lines = [_line(document, original, "", "one text") for document, original in wholes]
    for (copy, of), n in _paragraphs(documents).items():
        told = counted(n, "paragraph")
        lines.append(_line(documents[copy], documents[of], f"{told} of ", f"{told} alike"))
    return tuple(lines)


def _paragraphs(documents: Mapping[str, Document]) -> Mapping[tuple[str, str], int]:
    """How many paragraphs documents copy from others; both ways together where it is not told who copies.

    Two that are copies as wholes have no more to be said of them.
    """
    tally: Counter[tuple[str, str]] = Counter()
    for document in documents.values():
        for of in (c.of for c in document.copied if c.of in documents):
            if document.copy_of == of or documents[of].copy_of == document.id:
                continue
            untold = not document.after(documents[of])
            tally[(of, document.id) if untold and (of, document.id) in tally else (document.id, of)] += 1
    return tally


def copied(figure: Figure, documents: Mapping[str, Document]) -> str | None:
    """What the words of a figure are copied from, as a remark beside its source; None where they are its own."""
    document = documents[figure.document]
    original = documents.get(document.original(figure.span.start) or "")
    if original is None:
        return None
    whole = document.copy_of == original.id
    if not document.after(original):
        return f"the same {'text' if whole else 'paragraph'} as {_named(original, document)}; {_UNTOLD}"
    return f"{'copy of' if whole else 'paragraph copied from'} {_dated(original, document)}"


def _line(document: Document, original: Document, part: str, shared: str) -> str:
    if document.after(original):
        return f"{_dated(document, original)} copies {part}{_dated(original, document)}"
    return f"{_dated(document, original)} and {_dated(original, document)} print {shared}; {_UNTOLD}"


def _dated(document: Document, other: Document) -> str:
    """With its moment where both tell one: two that are of one day are told apart by it."""
    when = f"{document.moment[:10]} {document.moment[11:16]} UTC" if document.moment and other.moment else ""
    return f"{_named(document, other)} ({when or document.published or 'no date'})"


def _named(document: Document, other: Document) -> str:
    """By its outlet; by its path where the other one is of the same outlet."""
    return in_line(document.name if document.name != other.name else document.path)
