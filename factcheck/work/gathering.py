"""From files to parts: each file's documents and figures, which depend on nothing but the file."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import claims, documents
from factcheck import figures as extraction
from factcheck.documents import Containment, Content
from factcheck.figures import Extracted
from factcheck.model import Document, Skipped
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import Card, Part, Parts


def gathered(contents: Sequence[Content], contained: Containment, model: str) -> list[Parts]:
    """What each file holds. Sentences of all of them are parsed together, which changes nothing but the time.

    Raises ProcessError where no process that reads can be started, UsageError for a model that is not there.
    """
    held = [tuple(documents.parts_of(content, contained)) for content in contents]
    read = [part for parts in held for part in parts if isinstance(part, Document)]
    found = map(part_of, read, extraction.extract(read, model)) if read else iter(())
    return [tuple(part if isinstance(part, Skipped) else next(found) for part in parts) for parts in held]


def part_of(document: Document, extracted: Extracted) -> Part:
    """A document with its figures, as it travels."""
    return Part(
        card_of(document, extracted),
        COLUMNS.packed(document),
        COLUMNS.packed(extracted.figures),
        COLUMNS.packed(documents.sketched(document)),
        claims.told(extracted.figures, document),
    )


def card_of(document: Document, extracted: Extracted) -> Card:
    """The card of a document with its figures."""
    known = (document.path, document.within, document.role, document.published)
    return Card(*known, len(extracted.figures), extracted.unread)
