"""What a run has read: documents, their figures, and the words by which they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck import claims, documents
from factcheck import figures as extraction
from factcheck.figures import Extracted
from factcheck.model import Document, Figure, Role, Skipped
from factcheck.work.digests import digest
from factcheck.work.parts import Held, Part


@dataclass(frozen=True, slots=True)
class Read:
    """Documents as they were read, with their figures, and with the words that these tell.

    `digests` are those of all that is read of a document, by its id; empty where they are not known.
    """

    documents: tuple[Document, ...]
    extracted: tuple[Extracted, ...]
    words: tuple[tuple[str, ...], ...]
    skipped: tuple[Skipped, ...]
    digests: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, held: Sequence[Held], skipped: Sequence[Skipped] = ()) -> Read:
        """What files hold, in their order, drafts last; copies are marked.

        Two documents that have one path in two folders are called by their whole paths.
        """
        found = [(file.key, n, part) for file in held for n, part in enumerate(file.parts)]
        parts = [(at, n, part) for at, n, part in found if isinstance(part, Part)]
        numbered = [part.numbered(f"d{k}") for k, (_, _, part) in enumerate(parts, start=1)]
        every = [document for document, _ in numbered]
        read = cls._of(
            (*_told_apart(every, "source"), *_told_apart(every, "draft")),
            tuple(extracted for _, extracted in numbered),
            tuple(part.words for _, _, part in parts),
            (*skipped, *(part for _, _, part in found if isinstance(part, Skipped))),
        )
        names = [document.id for document in read.documents]
        return replace(
            read, digests={name: digest(at, b"%d" % n) for name, (at, n, _) in zip(names, parts, strict=True)}
        )

    @classmethod
    def of_documents(cls, read: Sequence[Document], model: str, skipped: Sequence[Skipped] = ()) -> Read:
        """Documents that were read already; copies are marked."""
        extracted = extraction.extract(read, model)
        words = (tuple(sorted(claims.told(e.figures, d))) for d, e in zip(read, extracted, strict=True))
        return cls._of(tuple(read), tuple(extracted), tuple(words), tuple(skipped))

    @classmethod
    def _of(
        cls,
        read: tuple[Document, ...],
        extracted: tuple[Extracted, ...],
        words: tuple[tuple[str, ...], ...],
        skipped: tuple[Skipped, ...],
    ) -> Read:
        return cls(documents.with_copies(read), extracted, words, (*skipped, *extraction.unread(read, extracted)))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, document by document."""
        return tuple(figure for extracted in self.extracted for figure in extracted.figures)

    @property
    def has_draft(self) -> bool:
        return any(document.role == "draft" for document in self.documents)

    def beside(self, other: Read) -> Read:
        """Both, the other's documents last."""
        return replace(
            self,
            documents=(*self.documents, *other.documents),
            extracted=(*self.extracted, *other.extracted),
            words=(*self.words, *other.words),
            skipped=(*self.skipped, *other.skipped),
        )


def _told_apart(read: Sequence[Document], role: Role) -> tuple[Document, ...]:
    return documents.told_apart([document for document in read if document.role == role])
