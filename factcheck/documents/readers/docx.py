"""Word files: paragraphs, lists, tables and notes; comments and deleted words are left out, insertions kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import chain
from typing import Any

from factcheck.documents.faults import told
from factcheck.documents.office.flow import Flow
from factcheck.documents.office.pack import opened
from factcheck.documents.office.word import Element, is_table, paragraphs_in, properties_of, rows_of, value, words_of
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.documents.titles import borne_out
from factcheck.documents.transcript import with_furniture
from factcheck.errors import UnreadableError
from factcheck.model import BlockKind

SUFFIXES = (".docx",)

WordFile = Any
"""What python-docx makes of a file; its type is a function's result that it does not export."""

_DAMAGED = ("a damaged Word file", "save it anew")
_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"


def read(source: Source) -> Iterator[Reading]:
    """The file as one document, each block at its paragraph, cell or note. Raises UnreadableError for no Word file."""
    document = _opened(source)
    with told(*_DAMAGED):
        story = _Story(document)
        story.tell()
        title = document.core_properties.title
    reading = story.flow.written.reading()
    if not any(block.kind != "furniture" for block in reading.blocks):
        raise UnreadableError("no text found in it (pictures alone?); save its text as .txt, or leave it out")
    known = Metadata(title=borne_out(title or "", reading.text))
    yield with_furniture(replace(reading, metadata=known), find_headings=True)


def _opened(source: Source) -> WordFile:
    from docx import Document

    with opened(source, "Word", "word/document.xml"):
        pass
    with told(*_DAMAGED):
        return Document(BytesIO(source.data))


class _Story:
    """The order of the whole: heads of the pages, the text, its notes, feet of the pages."""

    def __init__(self, document: WordFile) -> None:
        self.flow = Flow()
        self._document = document
        self._kinds = _kinds(document)
        self._notes: list[tuple[str, str]] = []

    def tell(self) -> None:
        self._around("header")
        self._tell(self._document.element.body)
        for kind in ("footnote", "endnote"):
            self._tell_notes(kind)
        self._around("footer")

    def _tell(self, container: Element, place: str = "") -> None:
        for element in paragraphs_in(container):
            if is_table(element):
                self.flow.add_table(*rows_of(element))
                continue
            words = words_of(element)
            self.flow.add(self._kind(element), words.text, place)
            self._notes += words.notes
            for box in words.boxes:
                self._tell(box, place)

    def _kind(self, paragraph: Element) -> BlockKind:
        properties = properties_of(paragraph)
        if properties is None:
            return "paragraph"
        styled = self._kinds.get(value(properties, "pStyle") or "", "paragraph")
        if styled == "paragraph" and value(properties, "outlineLvl") not in (None, "9"):
            return "heading"
        listed = value(properties, "numPr/numId") not in (None, "0")
        return "item" if listed and styled == "paragraph" else styled

    def _tell_notes(self, kind: str) -> None:
        """The notes that the text calls, numbered in their order, as Word shows them."""
        called = list(dict.fromkeys(identity for of, identity in self._notes if of == kind))
        known = _notes(self._document, kind) if called else {}
        for number, identity in enumerate(called, 1):
            if identity in known:
                self._tell(known[identity], f"{kind} {number}")

    def _around(self, where: str) -> None:
        """The heads or feet of the pages, each once however many sections show it."""
        parts = _parts(self._document, where)
        told = (" ".join(words_of(p).text.strip() for p in paragraphs_in(part.element)) for part in parts)
        for words in dict.fromkeys(told):
            self.flow.add("furniture", words, where)


def _parts(document: WordFile, kind: str) -> Iterator[Any]:
    """The parts of the file of a kind: "header", "footnotes"."""
    links = (link for link in document.part.rels.values() if link.reltype == _PART.format(kind))
    return (link.target_part for link in links if not link.is_external)


def _notes(document: WordFile, kind: str) -> Mapping[str, Element]:
    """The notes by id."""
    from docx.oxml import parse_xml

    notes = chain.from_iterable(parse_xml(part.blob) for part in _parts(document, f"{kind}s"))
    return {next((v for k, v in note.items() if k.endswith("}id")), ""): note for note in notes}


def _kinds(document: WordFile) -> Mapping[str, BlockKind]:
    """What the paragraphs of each style are, by its id and its English name, which files keep in every language."""
    kinds: dict[str, BlockKind] = {}
    based = {}
    for style in document.styles.element:
        if style.tag.endswith("}style"):
            identity = next((v for k, v in style.items() if k.endswith("}styleId")), "")
            name = (value(style, "name") or "").lower()
            based[identity] = value(style, "basedOn") or ""
            if name.startswith(("heading", "title", "subtitle")):
                kinds[identity] = "heading"
            elif name.startswith("list") and not name.startswith("list continue"):
                kinds[identity] = "item"
            elif name == "caption":
                kinds[identity] = "caption"
    for identity, base in based.items():
        if identity not in kinds and base in kinds and kinds[base] != "item":
            kinds[identity] = kinds[base]
    return kinds
