"""OpenDocument texts: paragraphs, lists, tables and notes; comments and deleted words are left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from factcheck.documents.office.flow import Flow
from factcheck.documents.office.open_text import (
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    Element,
    parse,
    rows_of,
    superscripts,
    words_of,
)
from factcheck.documents.office.pack import opened, part
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.documents.titles import borne_out
from factcheck.documents.transcript import with_furniture
from factcheck.errors import UnreadableError
from factcheck.model import BlockKind

SUFFIXES = (".odt",)

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_INDEXES = frozenset(f"{TEXT}{name}" for name in ("table-of-content", "alphabetical-index", "table-index"))


def read(source: Source) -> Iterator[Reading]:
    """The file as one document, each block at its paragraph, cell or note. Raises UnreadableError for no such file."""
    with opened(source, "OpenDocument", "content.xml") as pack:
        if b"encryption-data" in (part(pack, "META-INF/manifest.xml") or b""):
            raise UnreadableError("protected by a password; save a copy without it")
        root = parse(part(pack, "content.xml") or b"")
        around, title = _around(pack), _title(pack)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError("no OpenDocument text (a sheet or slides?); name it by what it is, or save it as .odt")
    story = _Story(superscripts(root))
    for where, words in around:
        story.flow.add("furniture", words, where)
    story.tell(body)
    story.tell_notes()
    reading = story.flow.written.reading()
    if not any(block.kind != "furniture" for block in reading.blocks):
        raise UnreadableError("no text found in it (pictures alone?); save its text as .txt, or leave it out")
    known = Metadata(title=borne_out(title, reading.text))
    yield with_furniture(replace(reading, metadata=known), find_headings=True)


class _Story:
    """The text in its order, then its notes."""

    def __init__(self, raising: frozenset[str]) -> None:
        self.flow = Flow()
        self._raising = raising
        self._notes: list[Element] = []

    def tell(self, container: Element, kind: BlockKind = "paragraph", place: str = "") -> None:
        for element in container:
            if element.tag == f"{TEXT}h":
                self._add("heading", element, place)
            elif element.tag == f"{TEXT}p":
                self._add(kind, element, place)
            elif element.tag == f"{TABLE}table":
                self.flow.add_table(*rows_of(element, self._raising))
            elif element.tag == f"{TEXT}list":
                self.tell(element, "item" if kind == "paragraph" else kind, place)
            elif element.tag in _INDEXES:
                self.tell(element, "furniture", place)
            elif element.tag in (f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}list-item", f"{TEXT}list-header"):
                self.tell(element, kind, place)

    def tell_notes(self) -> None:
        """The notes that the text calls, numbered in their order, as programs show them."""
        numbers = {"footnote": count(1), "endnote": count(1)}
        for note in self._notes:
            kind = "endnote" if note.get(f"{TEXT}note-class") == "endnote" else "footnote"
            body = note.find(f"{TEXT}note-body")
            self.tell(body if body is not None else (), "paragraph", f"{kind} {next(numbers[kind])}")

    def _add(self, kind: BlockKind, element: Element, place: str) -> None:
        words = words_of(element, self._raising)
        self.flow.add(kind, words.text, place)
        self._notes += words.notes
        for box in words.boxes:
            self.tell(box, "paragraph", place)


def _around(pack: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The heads and feet of the pages."""
    styles = part(pack, "styles.xml")
    if styles is None:
        return []
    root = parse(styles)
    names = ("header", "footer")
    found = [(name, element) for name in names for element in root.iter(f"{STYLE}{name}", f"{STYLE}{name}-first")]
    return [(name, " ".join("".join(p.itertext()) for p in element.iter(f"{TEXT}p"))) for name, element in found]


def _title(pack: zipfile.ZipFile) -> str:
    meta = part(pack, "meta.xml")
    title = parse(meta).find(f".//{_TITLE}") if meta else None
    return "".join(title.itertext()) if title is not None else ""
