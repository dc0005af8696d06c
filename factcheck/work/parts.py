"""What is found in a file on its own, and how it travels between processes and into the cache."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.figures import Extracted
from factcheck.model import Document, Skipped


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file, without its id, its figures, and the words by which it is known to tell of an event."""

    document: Document
    extracted: Extracted
    words: tuple[str, ...]

    def numbered(self, name: str) -> tuple[Document, Extracted]:
        """The document and its figures under the id that it has in a run."""
        figures = tuple(replace(f, id=f"{name}{f.id}", document=name) for f in self.extracted.figures)
        return replace(self.document, id=name), replace(self.extracted, figures=figures)


Parts = tuple[Part | Skipped, ...]
"""All that a file holds, in its order."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds, and the key by which that is known: empty where nothing is remembered."""

    parts: Parts
    key: bytes
