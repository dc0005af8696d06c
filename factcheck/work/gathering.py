"""From files to parts: each file's documents and figures, which depend on nothing but the file."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import claims, documents
from factcheck import figures as extraction
from factcheck.documents import Containment, Content
from factcheck.model import Document, Skipped
from factcheck.work.parts import Part, Parts


def gathered(contents: Sequence[Content], contained: Containment, model: str) -> list[Parts]:
    """What each file holds. Sentences of all of them are parsed together, which changes nothing but the time.

    Raises ProcessError where no process that reads can be started, UsageError for a model that is not there.
    """
    held = [tuple(documents.parts_of(content, contained)) for content in contents]
    read = [part for parts in held for part in parts if isinstance(part, Document)]
    found = iter(extraction.extract(read, model)) if read else iter(())
    return [tuple(part if isinstance(part, Skipped) else _part(part, next(found)) for part in parts) for parts in held]


def _part(document: Document, extracted: extraction.Extracted) -> Part:
    return Part(document, extracted, tuple(sorted(claims.told(extracted.figures, document))))
