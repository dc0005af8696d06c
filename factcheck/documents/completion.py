"""A reading with what the page itself tells: its day, its outlet, its title, and which blocks repeat others."""

from __future__ import annotations

from dataclasses import replace

from factcheck.documents import posting
from factcheck.documents.blocks import with_repeats
from factcheck.documents.reading import Reading
from factcheck.model import Block


def completed(reading: Reading) -> Reading:
    """The reading, its metadata filled up from its text where the format told nothing."""
    page = posting.find(reading.text, list(reading.blocks))
    told = reading.metadata
    known = replace(
        told,
        title=told.title or _title(reading.text, page.blocks),
        outlet=told.outlet or page.outlet,
        published=told.published or page.published,
    )
    return replace(reading, metadata=known, blocks=tuple(with_repeats(reading.text, page.blocks)))


def _title(text: str, blocks: list[Block]) -> str | None:
    """The first heading's words, where no paragraph stands above it."""
    content = next((block for block in blocks if block.kind != "furniture"), None)
    if content is None or content.kind != "heading":
        return None
    return " ".join(content.span.quote(text).strip("#").split()) or None
