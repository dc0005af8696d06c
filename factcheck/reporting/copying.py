"""Who copied whom, by the days of publication where they tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck.model import Document, Figure, Report
from factcheck.reporting.evidence import in_line
from factcheck.reporting.summary import counted

_UNTOLD = "which came first is not told"


def copies(report: Report) -> tuple[str, ...]:
    """A line for each document and what it copies, in the order of the documents."""
    documents = {d.id: d for d in report.documents}
    return tuple(line for document in report.documents for line in _lines(document, documents))


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


def _lines(document: Document, documents: Mapping[str, Document]) -> Iterator[str]:
    tally = Counter(c.of for c in document.copied if c.of != document.copy_of)
    if original := documents.get(document.copy_of or ""):
        yield _line(document, original, "", "one text")
    for of, n in tally.items():
        if other := documents.get(of):
            yield _line(document, other, f"{counted(n, 'paragraph')} of ", f"{counted(n, 'paragraph')} alike")


def _line(document: Document, original: Document, part: str, shared: str) -> str:
    if document.after(original):
        return f"{_dated(document, original)} copies {part}{_dated(original, document)}"
    return f"{_dated(document, original)} and {_dated(original, document)} print {shared}; {_UNTOLD}"


def _dated(document: Document, other: Document) -> str:
    return f"{_named(document, other)} ({document.published or 'no date'})"


def _named(document: Document, other: Document) -> str:
    """By its outlet; by its path where the other one is of the same outlet."""
    return in_line(document.name if document.name != other.name else document.path)
