"""From paths to documents: what is found is read, dated and numbered; what is not read is said."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Protocol

from factcheck.documents.completion import completed
from factcheck.documents.containment import Containment, ProcessError
from factcheck.documents.contents import Content, listed
from factcheck.documents.files import STDIN
from factcheck.documents.readers import markdown as markdown_reader
from factcheck.documents.readers import text as text_reader
from factcheck.documents.reading import Limits, Metadata, Reading
from factcheck.errors import UnreadableError
from factcheck.model import Document, Role, Skipped

_CHECKED = "the document was checked all the same"
_NO_TEXT = "no text was found in it; give a file that holds text, or leave it out"
_EMPTY = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\0\0\xfe\xff)?[\0 \t\r\n]*")
_MARKDOWN = (".md", ".markdown")


class Placed(Protocol):
    """What has a path, and one `within` the folder that was named."""

    @property
    def path(self) -> str:
        """The path."""

    @property
    def within(self) -> str:
        """The path in the folder."""


def collect(
    paths: Sequence[str],
    role: Role = "source",
    *,
    start: int = 1,
    limits: Limits | None = None,
    excluding: Sequence[str] = (),
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Read files, folders and "-" (standard input, plain text), each file in another process.

    Documents are sorted by path and have the ids "d<start>", "d<start+1>", …; a file given twice is
    read once, one of `excluding` not at all. Whatever is not read, or hits one of the `limits`,
    is skipped with its reason. Raises ProcessError where no process can be started, and nothing else.
    """
    with Containment(limits) as contained:
        listing = listed(paths, excluding)
        documents: list[Document] = []
        skipped = list(listing.skipped)
        for content in listing.contents(role, contained.limits.bytes):
            for part in parts_of(content, contained):
                if isinstance(part, Document):
                    documents.append(replace(part, id=f"d{start + len(documents)}"))
                else:
                    skipped.append(part)
    apart = zip(documents, names(documents), strict=True)
    return tuple(replace(document, within=name) for document, name in apart), tuple(skipped)


def names(documents: Sequence[Placed]) -> list[str]:
    """The paths in the folders that were named; of two documents that have one in two folders the whole paths."""
    counted = Counter(document.within for document in documents)
    return [document.path if counted[document.within] > 1 else document.within for document in documents]


def from_text(
    text: str, *, path: str = STDIN, role: Role = "source", published: date | None = None, outlet: str | None = None
) -> Document:
    """A text that is in no file, with the id "d1"; without `published` its own posting line dates it.

    It is read as plain text, or as Markdown where the path is named so.
    """
    data = text.encode("utf-8", "surrogatepass")
    markdown = PurePath(path).suffix.lower() in _MARKDOWN
    reading = completed((markdown_reader if markdown else text_reader).remarked(text))
    document = _document(reading, Metadata(published=published, outlet=outlet), path, role)
    return replace(document, id="d1", sha256=hashlib.sha256(data).hexdigest(), within=PurePath(path).name)


def parts_of(content: Content, contained: Containment) -> Iterator[Document | Skipped]:
    """The documents of a file, without their ids, and what of it is not read. Raises ProcessError, and nothing else."""
    try:
        contained.expect(content.label, named=content.named)
        parts = _parts(content, contained)
    except ProcessError:
        raise
    except UnreadableError as error:
        yield Skipped(content.label, str(error))
        return
    for part in parts or (Skipped("", _NO_TEXT),):
        if isinstance(part, Skipped):
            yield replace(part, path=content.label + part.path)
        elif not _holds_text(part):
            yield Skipped(content.label + part.part, "; ".join((_NO_TEXT, *part.problems)))
        else:
            path = content.label + part.part
            document = _document(part, content.known, path, content.role)
            yield replace(document, sha256=content.digest, within=content.within + part.part)
            yield from (Skipped(path, f"{problem} ({_CHECKED})", checked=True) for problem in part.problems)


def _parts(content: Content, contained: Containment) -> tuple[Reading | Skipped, ...]:
    """Raises UnreadableError where there is nothing that could be read."""
    if content.fault:
        raise UnreadableError(content.fault)
    if _EMPTY.fullmatch(content.data):  # nothing but white space and the marks of encodings
        raise UnreadableError("empty; there is nothing to check")
    return contained.read(content.label, content.data, named=content.named)


def _holds_text(reading: Reading) -> bool:
    """Whether there is a word or a number outside of furniture."""
    said = (block.span.quote(reading.text) for block in reading.blocks if block.kind != "furniture")
    return any(any(map(str.isalnum, words)) for words in said)


def _document(reading: Reading, known: Metadata, path: str, role: Role) -> Document:
    """The document of a completed reading; what is `known` of it counts first."""
    said = reading.metadata
    return Document(
        id="",
        path=path,
        text=reading.text,
        role=role,
        title=known.title or said.title,
        outlet=known.outlet or said.outlet,
        published=known.published or said.published,
        url=known.url or said.url,
        blocks=reading.blocks,
        marks=reading.marks,
        cells=reading.cells,
        updated=known.updated or said.updated,
        remarks=reading.remarks,
        moment=known.moment or (said.moment if known.published in (None, said.published) else None),
    )
