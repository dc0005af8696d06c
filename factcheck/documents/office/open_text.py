"""The XML of an OpenDocument text: words, notes and tables.

odfpy and odfdo read it too, but both mix comments, notes and deleted words into the text, and take 15 and 40 times
as long as the parser beneath; so the parser is asked, told to expand no entities and to load nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from factcheck.documents.faults import short
from factcheck.documents.superscripts import raised
from factcheck.errors import UnreadableError

_NS = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, TABLE, OFFICE, STYLE, DRAW = (_NS.format(name) for name in ("text", "table", "office", "style", "drawing"))
_LEFT_OUT = frozenset(
    [
        f"{OFFICE}annotation",
        f"{TEXT}tracked-changes",
        f"{TEXT}hidden-text",
        f"{TEXT}hidden-paragraph",
        f"{TEXT}ruby-text",
    ]
)
_MOST_BLANKS, _MOST_COLUMNS, _MOST_ROWS = 50, 60, 100
"""However many a file says that there are of one kind: the number costs it nothing."""

Element = Any
"""An element of lxml, which brings no types."""


@dataclass(slots=True)
class Words:
    """A paragraph's words, the notes that it calls and the boxes set in it."""

    text: str = ""
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def parse(data: bytes) -> Element:
    """The root element. Raises UnreadableError for XML that is broken."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"a damaged OpenDocument file ({short(error)}); save it anew") from error


def superscripts(root: Element) -> frozenset[str]:
    """The names of the styles that raise their letters."""
    raising = set()
    for style in root.iter(f"{STYLE}style"):
        properties = style.find(f"{STYLE}text-properties")
        position = (properties.get(f"{STYLE}text-position") or "") if properties is not None else ""
        first = position.split(" ")[0]
        if first == "super" or (first.endswith("%") and not first.startswith(("-", "0%"))):
            raising.add(style.get(f"{STYLE}name") or "")
    return frozenset(raising)


def words_of(paragraph: Element, raising: AbstractSet[str]) -> Words:
    """What a paragraph says; the signs of its notes are no part of it."""
    words = Words()
    words.text = "".join(_pieces(paragraph, words, raising))
    return words


def rows_of(table: Element, raising: AbstractSet[str]) -> tuple[list[list[str]], int]:
    """The cells' words by row, and how many rows are told to be heads; covered cells are empty."""
    rows: list[list[str]] = []
    heads = 0
    for line in table.iter(f"{TABLE}table-row"):
        row = [words for cell in line for words in _cell(cell, raising)]
        while row and not row[-1]:
            row.pop()
        in_heads = line.getparent().tag == f"{TABLE}table-header-rows"
        for _ in range(_number(line, f"{TABLE}number-rows-repeated", _MOST_ROWS) if row else 0):
            rows.append(row)
            heads += in_heads
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows], heads


def _cell(cell: Element, raising: AbstractSet[str]) -> list[str]:
    if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        return []
    paragraphs = (p for p in cell.iter(f"{TEXT}p", f"{TEXT}h"))
    words = " ".join(filter(None, (words_of(p, raising).text.strip() for p in paragraphs)))
    return [words] * _number(cell, f"{TABLE}number-columns-repeated", _MOST_COLUMNS)


def _pieces(element: Element, words: Words, raising: AbstractSet[str]) -> Iterator[str]:
    yield _running(element.text)
    for child in element:
        if child.tag == f"{TEXT}note":
            words.notes.append(child)
        elif child.tag == f"{DRAW}text-box":
            words.boxes.append(child)
        elif child.tag == f"{TEXT}s":
            yield " " * _number(child, f"{TEXT}c", _MOST_BLANKS)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            inner = "".join(_pieces(child, words, raising))
            yield raised(inner) if child.get(f"{TEXT}style-name") in raising else inner
        yield _running(child.tail)


def _running(text: str | None) -> str:
    """The text with each stretch of white space as one blank, as the format says."""
    if not text or (text.isprintable() and "  " not in text):
        return text or ""
    return " ".join(f".{text}.".split())[1:-1]


def _number(element: Element, name: str, most: int) -> int:
    said = element.get(name) or "1"
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() and len(said) < 10 else 1
