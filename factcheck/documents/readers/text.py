"""Plain text."""

from __future__ import annotations

from factcheck.documents.blocks import split
from factcheck.documents.encoding import decode
from factcheck.documents.layout import lay_out
from factcheck.documents.reading import Reading
from factcheck.model import Span

SUFFIXES = (".txt",)


def read(data: bytes) -> Reading:
    """The file as one text. Raises UnreadableError where it is not text."""
    return of(decode(data))


def of(text: str) -> Reading:
    """A text that is no file's."""
    return Reading(text, tuple(lay_out(text, list(split(text, Span(0, len(text)))))))
