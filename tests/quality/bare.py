"""The libraries that read documents, alone: the least that gives the text and where it stands.

A format joins by a line of LIBRARIES; plain text and Markdown are read without one. Each function does what somebody
would write who wants what a report needs and has only the library that the reader is built on: from a table each value
with its head and place, from a file of several each document's own library. Three of them are parsers in C that the
paragraphs are then asked of (OpenDocument: lxml, as no well-kept library is as fast; JSON; CSV), against which a
reader's own work on paragraphs and cells weighs more than in formats whose libraries are Python.
"""

from __future__ import annotations

import csv as values
import json as notation
import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO, StringIO


def html(data: bytes) -> object:
    from trafilatura import bare_extraction

    found = bare_extraction(data.decode("utf-8"), with_metadata=True, include_comments=False)
    return getattr(found, "text", ""), found


def pdf(data: bytes) -> object:
    """Each page's lines, each with the rooms of its first and its last character.

    Without places a page's text is not told in the order in which people read it: the library gives it as the file
    draws it, columns mixed, and a line says nothing of its height and size, which part paragraphs and headings. This is
    the least that tells them: two places a line, none for a word, a digit or a ruled line.
    """
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    found = []
    for number in range(len(document)):
        page = document[number].get_textpage()
        lines = re.finditer(r"[^\r\n]+", page.get_text_range())
        found.append(
            [(line[0], *(page.get_charbox(at, loose=True) for at in (line.start(), line.end() - 1))) for line in lines]
        )
    document.close()
    return found


def docx(data: bytes) -> object:
    from docx import Document
    from docx.table import Table

    return [
        [[cell.text for cell in row.cells] for row in part.rows] if isinstance(part, Table) else part.text
        for part in Document(BytesIO(data)).iter_inner_content()
    ]


def odt(data: bytes) -> object:
    """The text, and the parts that hold the title and the heads of the pages."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as file:
        text, *around = (etree.fromstring(file.read(name)) for name in ("content.xml", "styles.xml", "meta.xml"))
    return ["".join(p.itertext()) for p in text.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p")], around


def csv(data: bytes) -> object:
    """Each value with the head of its column, its row and its column."""
    rows = values.reader(StringIO(data.decode("utf-8"), newline=""))
    heads = next(rows)
    return [
        (r, c, head, value)
        for r, row in enumerate(rows, 2)
        for c, (head, value) in enumerate(zip(heads, row, strict=True))
    ]


def xlsx(data: bytes) -> object:
    """Each value with its place and the format that tells a percentage from a sum."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    return [
        (c.coordinate, c.value, c.number_format) for sheet in book.worksheets for row in sheet.iter_rows() for c in row
    ]


def json(data: bytes) -> object:
    """Each article's paragraphs."""
    return [(article["headline"], article["articleBody"].split("\n\n")) for article in notation.loads(data)]


def jsonl(data: bytes) -> object:
    articles = map(notation.loads, data.decode("utf-8").splitlines())
    return [(article["headline"], article["articleBody"].split("\n\n")) for article in articles]


def feed(data: bytes) -> object:
    import feedparser

    return [(entry.title, entry.summary, entry.published) for entry in feedparser.parse(BytesIO(data)).entries]


def eml(data: bytes) -> object:
    """The heads, and the paragraphs of each part."""
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    return mail["subject"], mail["from"], mail["date"], [str(part.get_content()).split("\n\n") for part in parts]


def archive(data: bytes) -> object:
    """Each page by the library for pages."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [html(file.read(name)) for name in file.namelist()]


def warc(data: bytes) -> object:
    """Each page by the library for pages."""
    from warcio.archiveiterator import ArchiveIterator

    return [html(record.content_stream().read()) for record in ArchiveIterator(BytesIO(data))]


LIBRARIES: Mapping[str, Callable[[bytes], object]] = {
    "html": html,
    "pdf": pdf,
    "docx": docx,
    "odt": odt,
    "csv": csv,
    "xlsx": xlsx,
    "json": json,
    "jsonl": jsonl,
    "rss": feed,
    "atom": feed,
    "eml": eml,
    "zip": archive,
    "warc": warc,
}
