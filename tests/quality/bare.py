"""The libraries that read documents, alone: the least that gives the text. A format joins by a line of LIBRARIES."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO


def html(data: bytes) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(data.decode("utf-8"), with_metadata=True, include_comments=False)


def pdf(data: bytes) -> object:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return texts


def docx(data: bytes) -> object:
    from docx import Document
    from docx.table import Table

    return [
        [[cell.text for cell in row.cells] for row in part.rows] if isinstance(part, Table) else part.text
        for part in Document(BytesIO(data)).iter_inner_content()
    ]


def odt(data: bytes) -> object:
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as file:
        root = etree.fromstring(file.read("content.xml"))
    return ["".join(p.itertext()) for p in root.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p")]


LIBRARIES: Mapping[str, Callable[[bytes], object]] = {"html": html, "pdf": pdf, "docx": docx, "odt": odt}
