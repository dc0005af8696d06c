"""Packed files, the same bytes each time: OpenDocument texts by their XML, Word files by python-docx."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_DAY = (2011, 5, 3, 0, 0, 0)
_SCHEMA = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_NAMES = " ".join(
    [f'xmlns:{name}="{_SCHEMA.format(name)}"' for name in ("office", "text", "table", "style", "meta")]
    + [f'xmlns:draw="{_SCHEMA.format("drawing")}"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
_DATED = re.compile(rb' w:date="[^"]*"')
"""The moment of a comment, which is that of its making."""
_KIND = "application/vnd.oasis.opendocument.text"


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of parts by name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def open_text(body: str, *, styles: str = "", around: str = "", title: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text by the XML of its body; `around` are the heads and feet of its pages."""
    main = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
    masters = f"<office:master-styles><style:master-page>{around}</style:master-page></office:master-styles>"
    meta = f"<office:meta><dc:title>{title}</dc:title><meta:creation-date>2019-01-01</meta:creation-date></office:meta>"
    return pack(
        {
            "mimetype": _KIND,
            "content.xml": _part("content", f"{main}</office:text></office:body>"),
            "styles.xml": _part("styles", masters),
            "meta.xml": _part("meta", meta),
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def word_file(document: Document) -> bytes:
    """The bytes of a Word file."""
    stream = BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as file:
        return pack({name: _DATED.sub(b"", file.read(name)) for name in file.namelist()})


def with_part(data: bytes, name: str, part: bytes | str) -> bytes:
    """A packed file with a part put in or put in another's place."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return pack({**{name: file.read(name) for name in file.namelist()}, name: part})


def _part(name: str, inner: str) -> str:
    return f'<office:document-{name} {_NAMES} office:version="1.3">{inner}</office:document-{name}>'
