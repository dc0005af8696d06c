"""Bad archives, Word files and sheets: bombs, cut and locked ones, and parts that are not what they say."""

# ruff: noqa: E501 - a file is written as it is, on one line

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from tests.documents.bad_files import MEGABYTE, READ, STORY, BadFile, late, text

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000
"""How Office writes a file with a password: no zip, but its older container."""

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY j SYSTEM "file:///etc/hostname">]>'


def packed(parts: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """A zip of these parts, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, archive.compression)
    return stream.getvalue()


def spaces(megabytes: int) -> bytes:
    """So many megabytes of spaces, deflated a thousandfold: one packed megabyte again and again."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = compressor.compress(b" " * MEGABYTE) + compressor.flush(zlib.Z_FULL_FLUSH)
    return once * megabytes + compressor.flush()


def bomb(name: str, megabytes: int, others: Mapping[str, bytes] | None = None, *, said: int | None = None) -> bytes:
    """A zip with a part of so many megabytes of spaces, said to be of another size where told."""
    check = 0
    for _ in range(megabytes):
        check = zlib.crc32(b" " * MEGABYTE, check)
    data, size = spaces(megabytes), megabytes * MEGABYTE if said is None else said
    parts = [(other, 0, zlib.crc32(held), held, len(held)) for other, held in (others or {}).items()]
    return _raw([*parts, (name, 8, check, data, size)])


def _raw(parts: Sequence[tuple[str, int, int, bytes, int]], *, overlapping: bool = False) -> bytes:
    """A zip of entries by name, method, checksum, packed bytes and size; overlapping ones are all the first one."""
    local = central = b""
    for name, method, check, data, size in parts:
        head = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 0x5821, check, len(data), size, len(name), 0)
        at = 0 if overlapping else len(local)
        central += b"PK\x01\x02\x14\0" + head + struct.pack("<HHHII", 0, 0, 0, 0, at) + name.encode()
        if not (overlapping and local):
            local += b"PK\x03\x04" + head + name.encode() + data
    count = len(parts)
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(central), len(local), 0)


def locked(archive: bytes) -> bytes:
    """The archive, its parts said to be encrypted."""
    data = bytearray(archive)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def nested(depth: int, data: bytes, name: str = "a.zip") -> bytes:
    for n in range(depth):
        data = packed({name if n else "a.txt": data})
    return data


def overlapping(count: int, megabytes: int) -> bytes:
    """A zip of many entries that all are the same packed bytes: its sizes add up to what it never holds."""
    check = zlib.crc32(b" " * (megabytes * MEGABYTE))
    entry = (8, check, spaces(megabytes), megabytes * MEGABYTE)
    return _raw([(f"{n:05}", *entry) for n in range(count)], overlapping=True)


def self_holding() -> bytes:
    """A zip whose only entry, stored, is the zip itself from its first byte on: it opens into itself for ever."""
    name = b"a.zip"
    size = 30 + len(name)
    local = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x5821, 0, 0xFFFF, 0xFFFF, len(name), 0) + name
    central = b"PK\x01\x02\x14\0" + local[4:30] + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), size, 0)


def word(body: str, before: str = "", main: str = "word/document.xml") -> dict[str, bytes]:
    """The parts of a Word file with this body."""
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return _package(main, kind, text(document))


def sheet(rows: str, before: str = "") -> dict[str, bytes]:
    """The parts of a workbook with one sheet of this content."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    sheets = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
    book = f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}">{sheets}</workbook>'
    links = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    return _package("xl/workbook.xml", kind, text(book)) | {
        "xl/_rels/workbook.xml.rels": text(links),
        "xl/worksheets/sheet1.xml": text(
            f'<?xml version="1.0"?>{before}<worksheet xmlns="{_SHEETS}">{rows}</worksheet>'
        ),
    }


def odt(body: str, before: str = "", manifest: str = "") -> dict[str, bytes]:
    """The parts of an OpenDocument text."""
    office, words = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content xmlns:office="{office}" xmlns:text="{words}" '
        f'office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    )
    files = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    listed = (
        f'<manifest:manifest xmlns:manifest="{files}"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        f'manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest}</manifest:file-entry></manifest:manifest>'
    )
    return {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": text(content),
        "META-INF/manifest.xml": text(listed),
    }


def _package(main: str, kind: str, data: bytes) -> dict[str, bytes]:
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        f'Target="{main}"/></Relationships>'
    )
    return {"[Content_Types].xml": text(types), "_rels/.rels": text(links), main: data}


def _paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


_STORY = _paragraph(STORY)
_LISTED = '<manifest:encryption-data manifest:checksum="a"><manifest:algorithm manifest:algorithm-name="AES"/></manifest:encryption-data>'

WORD = (
    BadFile("bomb.docx", "unpack", late(bomb, "word/document.xml", 600)),
    BadFile("bomb-beside.docx", "unpack", late(bomb, "word/media/a.bmp", 600, word(_STORY))),
    BadFile("lying.docx", "broken|truncated|damaged|not a Word|unpack", late(bomb, "word/document.xml", 200, said=100)),
    BadFile("laughs.docx", "entit|broken|damaged|max_", packed(word(_paragraph("&j;"), LAUGHS))),
    BadFile("outside.docx", "entit|broken|no text", packed(word(_paragraph("&j;"), OUTSIDE))),
    BadFile("cut.docx", "broken|truncated|damaged|not a Word|no Word|no DOCX", packed(word(_STORY))[:-300]),
    BadFile("locked.docx", "password|encrypted", LOCKED),
    BadFile("hollow.docx", "broken|no Word|not a Word|no DOCX|damaged", packed({"a.txt": b"a"})),
    BadFile("page.docx", "no Word|not a Word|no DOCX|but is", b"<html><body><p>Two ships left.</p></body></html>"),
    BadFile("empty.docx", "empty|no Word|not a Word|no DOCX", b""),
    BadFile("blank.docx", "no text", packed(word(""))),
    BadFile(
        "no-xml.docx",
        "broken|damaged|no Word|not a Word|no DOCX",
        packed(word("") | {"word/document.xml": b"<w:document"}),
    ),
    BadFile(
        "deep.docx",
        f"{READ}|too deep|broken|damaged",
        packed(word("<w:tbl><w:tr><w:tc>" * 20_000 + _STORY + "</w:tc></w:tr></w:tbl>" * 20_000)),
    ),
    BadFile("bomb.odt", "unpack", late(bomb, "content.xml", 600)),
    BadFile("laughs.odt", "entit|broken|damaged|max_", packed(odt("<text:p>&j;</text:p>", LAUGHS))),
    BadFile("outside.odt", "entit|broken|no text", packed(odt("<text:p>&j;</text:p>", OUTSIDE))),
    BadFile("cut.odt", "broken|truncated|damaged|no ODT|not an", packed(odt("<text:p>Two.</text:p>"))[:-300]),
    BadFile(
        "locked.odt", "password|encrypted", packed(odt("", manifest=_LISTED) | {"content.xml": bytes(range(256)) * 9})
    ),
    BadFile(
        "hollow.odt",
        "broken|damaged|no ODT|not an|no content",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    ),
    BadFile("blank.odt", "no text", packed(odt(""))),
    BadFile(
        "deep.odt",
        f"{READ}|too deep|broken|damaged|no text",
        packed(
            odt(
                "<text:list><text:list-item>" * 20_000 + "<text:p>5</text:p>" + "</text:list-item></text:list>" * 20_000
            )
        ),
    ),
)

_CELLS = '<sheetData><row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>6</v></c></row></sheetData>'

SHEETS = (
    BadFile("bomb.xlsx", "unpack", late(bomb, "xl/sharedStrings.xml", 600, sheet(_CELLS))),
    BadFile("rows.xlsx", f"{READ}|max_|larger", packed(sheet(f'<dimension ref="A1:XFD1048576"/>{_CELLS}'))),
    BadFile(
        "beyond.xlsx",
        f"{READ}|broken|damaged|failed|no text",
        packed(sheet('<sheetData><row r="999999999"><c r="ZZZZ999999999"><v>5</v></c></row></sheetData>')),
    ),
    BadFile(
        "laughs.xlsx",
        "entit|broken|max_|no text",
        packed(sheet('<sheetData><row r="1"><c r="A1" t="str"><v>&j;</v></c></row></sheetData>', LAUGHS)),
    ),
    BadFile(
        "exponent.xlsx",
        READ,
        packed(
            sheet('<sheetData><row r="1"><c r="A1"><v>1e308</v></c><c r="B1"><v>1e9999999</v></c></row></sheetData>')
        ),
    ),
    BadFile("cut.xlsx", "broken|truncated|damaged|no workbook|not an|no XLSX|no Excel", packed(sheet(_CELLS))[:-300]),
    BadFile("locked.xlsx", "password|encrypted", LOCKED),
    BadFile("text.xlsx", "no workbook|not an|no XLSX|no Excel|but is", text(STORY)),
    BadFile("blank.xlsx", "no text|empty", packed(sheet("<sheetData/>"))),
)

PACKED = (
    BadFile("bomb.zip", "unpack", late(bomb, "a.txt", 600)),
    BadFile("lying.zip", f"broken|damaged|unpack|{READ}|larger", late(bomb, "a.txt", 200, said=100)),
    BadFile("many-bombs.zip", "unpack", late(nested, 3, b" " * 30 * MEGABYTE)),
    BadFile("deep.zip", "max_depth|deeper than", nested(12, text(STORY))),
    BadFile("self.zip", "max_depth|broken|damaged|no text|no document|unpack", self_holding()),
    BadFile("overlapping.zip", "unpack|broken|damaged", late(overlapping, 2_000, 10)),
    BadFile("locked.zip", "password|encrypted", locked(packed({"a.txt": text(STORY)}))),
    BadFile("cut.zip", "broken|truncated|damaged|no zip|not a zip", packed({"a.txt": text(STORY) * 50})[:-30]),
    BadFile("text.zip", "broken|no zip|not a zip|but is", text(STORY)),
    BadFile("empty.zip", "empty|no document|no zip|not a zip", b""),
    BadFile("hollow.zip", "no document|without documents|no text|empty", packed({})),
    BadFile(
        "outwards.zip",
        f"{READ}|leads out",
        packed({"../../../tmp/walked-out.txt": text(STORY), "/etc/walked-out.txt": text(STORY)}),
    ),
    BadFile(
        "wrong-sum.zip",
        "broken|damaged",
        packed({"a.txt": text(STORY)}, stored=True).replace(b"Two ships", b"Ten ships"),
    ),
    BadFile("many.zip", f"{READ}|max_|empty|no text", packed({f"{n}.txt": b"" for n in range(3_000)}, stored=True)),
    BadFile("pictures.zip", "no reader|no document", packed({"a.png": b"\x89PNG", "b": b"\0"})),
)
