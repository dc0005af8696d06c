"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.documents import remarks
from factcheck.documents.blocks import split
from factcheck.documents.encoding import decoded
from factcheck.documents.layout import lay_out
from factcheck.documents.reading import Reading, Source
from factcheck.model import Span

SUFFIXES = (".txt",)


def read(source: Source) -> Iterator[Reading]:
    """The file as one text. Raises UnreadableError where it is not text."""
    found = decoded(source.data)
    yield replace(remarked(found.text), problems=found.problems)


def remarked(text: str) -> Reading:
    """A text with its comments to this program taken out as remarks."""
    blank, said = remarks.cut(text, brackets=True)
    return replace(of(blank), remarks=said)


def of(text: str) -> Reading:
    """A text that is no file's."""
    return Reading(text, tuple(lay_out(text, list(split(text, Span(0, len(text)))))))
