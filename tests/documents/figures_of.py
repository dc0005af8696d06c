"""The figures of a document in a file, each with the place in the file to which it leads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.documents import collect
from factcheck.errors import UnreadableError
from factcheck.figures import extract
from factcheck.model import Document


def document_of(data: bytes, name: str, folder: Path) -> Document:
    """The one document of a file of this name. Raises UnreadableError where it is skipped."""
    (folder / name).write_bytes(data)
    documents, skipped = collect([str(folder / name)])
    if not documents:
        raise UnreadableError(skipped[0].reason)
    return replace(documents[0], path=name)


def placed_figures(document: Document) -> list[tuple[str, str]]:
    """The words of each figure and its place."""
    return [
        (figure.span.quote(document.text), document.place(figure.span.start))
        for figure in extract([document])[0].figures
    ]
