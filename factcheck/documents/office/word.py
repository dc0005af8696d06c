"""The words of a Word file's paragraphs, as they stand once its tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factcheck.documents.superscripts import raised

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(
    f"{_W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "delText", "instrText", "rubyPr", "rt")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same text box again, for old programs."""

Element = Any
"""An element of lxml, which brings no types."""


@dataclass(slots=True)
class Words:
    """A paragraph's words, the ids of the notes that it calls ("footnote", "endnote") and the boxes set in it."""

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def words_of(paragraph: Element) -> Words:
    """What a paragraph says; the signs of its notes are no part of it."""
    words = Words()
    words.text = "".join(_pieces(paragraph, words))
    return words


def paragraphs_in(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, a cell, a note or a box, those in content controls too."""
    for child in container:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"):
            yield from paragraphs_in(child)


def properties_of(paragraph: Element) -> Element:
    """What is set for a paragraph (its style, its list), None where nothing is."""
    return paragraph.find(f"{_W}pPr")


def is_table(element: Element) -> bool:
    """Whether an element of `paragraphs_in` is a table."""
    return bool(element.tag == f"{_W}tbl")


def rows_of(table: Element) -> tuple[list[list[str]], int]:
    """The cells' words by row, and how many rows are told to be heads; a merged cell's words stand in its first."""
    rows, heads = [], 0
    for line in table.iter(f"{_W}tr"):
        if line.find(f"{_W}trPr/{_W}del") is not None:
            continue
        heads += line.find(f"{_W}trPr/{_W}tblHeader") is not None
        rows.append([words for cell in line.iterchildren(f"{_W}tc") for words in _cell(cell)])
    return rows, heads


def value(element: Element, path: str) -> str | None:
    """The `w:val` of an element within, by the names on its way ("pPr/pStyle"); "" where it has none."""
    inner = element.find(_path(path))
    return None if inner is None else inner.get(f"{_W}val", "")


@cache
def _path(names: str) -> str:
    return "/".join(f"{_W}{name}" for name in names.split("/"))


def _cell(cell: Element) -> Iterator[str]:
    words = " ".join(filter(None, (words_of(p).text for p in cell.iter(f"{_W}p"))))
    wide = value(cell, "tcPr/gridSpan") or "1"
    merged = value(cell, "tcPr/vMerge") in ("", "continue")
    yield "" if merged else words
    again = "" if any(map(str.isdigit, words)) else words
    yield from [again] * (min(int(wide), 60) - 1 if wide.isdigit() else 0)


def _pieces(element: Element, words: Words) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}r":
            yield _run(child, words)
        elif child.tag in (f"{_W}t", f"{_M}t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            words.boxes.append(child)
        elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            words.notes.append((child.tag.removeprefix(_W).removesuffix("Reference"), child.get(f"{_W}id", "")))
        elif child.tag == f"{_M}sup":
            yield raised("".join(_pieces(child, words)))
        else:
            yield from _pieces(child, words)


def _run(run: Element, words: Words) -> str:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return "".join(_pieces(run, words))
    if value(properties, "vanish") not in (None, "0", "false"):
        return ""
    text = "".join(_pieces(run, words))
    return raised(text) if value(properties, "vertAlign") == "superscript" else text
