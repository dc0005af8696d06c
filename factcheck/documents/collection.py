"""From paths to documents: what is found is read, dated and numbered; what is not read is said."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from factcheck.documents import posting
from factcheck.documents.blocks import with_repeats
from factcheck.documents.files import STDIN, Found, cannot_open, search
from factcheck.documents.readers import markdown as markdown_reader
from factcheck.documents.readers import text as text_reader
from factcheck.documents.reading import Metadata, Reading, Source, reader_of
from factcheck.errors import UnreadableError
from factcheck.model import Block, Document, Role, Skipped
from factcheck.paths import real

_CHECKED = "the document was checked all the same"
_MARKDOWN = (".md", ".markdown")


def collect(
    paths: Sequence[str],
    role: Role = "source",
    *,
    start: int = 1,
    max_bytes: int | None = None,
    excluding: Sequence[str] = (),
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Read files, folders and "-" (standard input, plain text).

    Documents are sorted by path and have the ids "d<start>", "d<start+1>", …; a file given twice is
    read once, one of `excluding` not at all. Whatever is not read, or is larger than `max_bytes`,
    is skipped with its reason; nothing is raised.
    """
    found = search(paths, excluding)
    known, misread = _manifests(found.folders)
    documents: list[Document] = []
    skipped = [*found.skipped, *misread]
    for file in found.files:
        for part in _read(file, role, known, max_bytes):
            if isinstance(part, Document):
                documents.append(replace(part, id=f"d{start + len(documents)}"))
            else:
                skipped.append(part)
    return tuple(documents), tuple(skipped)


def from_text(
    text: str, *, path: str = STDIN, role: Role = "source", published: date | None = None, outlet: str | None = None
) -> Document:
    """A text that is in no file, with the id "d1"; without `published` its own posting line dates it.

    It is read as plain text, or as Markdown where the path is named so.
    """
    data = text.encode("utf-8", "surrogatepass")
    markdown = PurePath(path).suffix.lower() in _MARKDOWN
    reading = (markdown_reader if markdown else text_reader).of(text)
    document = _document(reading, Metadata(published=published, outlet=outlet), path, role)
    return replace(document, id="d1", sha256=_digest(data))


def _manifests(folders: Sequence[Path]) -> tuple[Mapping[str, Metadata], list[Skipped]]:
    """What manifests say, by real path; of two that name a file, the one in the inner folder counts."""
    from factcheck.documents.manifest import load

    manifests = [load(folder) for folder in folders]
    entries = {real: known for manifest in manifests for real, known in manifest.entries.items()}
    return entries, [skipped for manifest in manifests for skipped in manifest.skipped]


def _read(
    file: Found, role: Role, known: Mapping[str, Metadata], max_bytes: int | None
) -> Iterator[Document | Skipped]:
    """The documents of a file, without their ids, and what of it is not read."""
    try:
        data = _content(file, max_bytes)
        parts = list(reader_of(file.label, named=file.named)(Source(file.label, data)))
    except UnreadableError as error:
        yield Skipped(file.label, str(error))
        return
    told, digest = known.get(real(file.path), Metadata()), _digest(data)
    for part in parts:
        if isinstance(part, Skipped):
            yield replace(part, path=file.label + part.path)
        elif not part.text.strip("\ufeff \t\r\n"):
            yield Skipped(file.label + part.part, "empty; there is nothing to check")
        else:
            path = file.label + part.part
            yield replace(_document(part, told, path, role), sha256=digest)
            yield from (Skipped(path, f"{problem} ({_CHECKED})", checked=True) for problem in part.problems)


def _content(file: Found, max_bytes: int | None) -> bytes:
    try:
        if file.label == STDIN:
            data = sys.stdin.buffer.read(-1 if max_bytes is None else max_bytes + 1)
        else:
            with file.path.open("rb") as stream:
                data = stream.read(-1 if max_bytes is None else max_bytes + 1)
    except OSError as error:
        raise UnreadableError(cannot_open(error)) from error
    if max_bytes is not None and len(data) > max_bytes:
        raise UnreadableError(f"larger than the limit of {max_bytes} bytes; split it or raise max_bytes")
    return data


def _document(reading: Reading, known: Metadata, path: str, role: Role) -> Document:
    said = reading.metadata
    page = posting.find(reading.text, list(reading.blocks))
    return Document(
        id="",
        path=path,
        text=reading.text,
        role=role,
        title=known.title or said.title or _title(reading.text, page.blocks),
        outlet=known.outlet or said.outlet or page.outlet,
        published=known.published or said.published or page.published,
        url=known.url or said.url,
        blocks=tuple(with_repeats(reading.text, page.blocks)),
        marks=reading.marks,
        cells=reading.cells,
        updated=known.updated or said.updated,
    )


def _title(text: str, blocks: list[Block]) -> str | None:
    """The first heading's words, where no paragraph stands above it."""
    content = next((block for block in blocks if block.kind != "furniture"), None)
    if content is None or content.kind != "heading":
        return None
    return " ".join(content.span.quote(text).strip("#").split()) or None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
