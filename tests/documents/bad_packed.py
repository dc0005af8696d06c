"""Bad archives and Word files: bombs, cut and locked ones, and parts that are not what they say."""

# ruff: noqa: E501 - a file is written as it is, on one line

from __future__ import annotations

import io
import stat
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


def linked_member(target: str) -> bytes:
    """A zip with a member that is a symbolic link."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("a.txt", (2024, 1, 1, 0, 0, 0))
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    return stream.getvalue()


def nameless(count: int) -> bytes:
    """A zip of so many empty members without names."""
    local = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x5821, 0, 0, 0, 0, 0)
    central = b"PK\x01\x02\x14\0" + local[4:30] + struct.pack("<HHHII", 0, 0, 0, 0, 0)
    number = min(count, 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, number, number, len(central) * count, len(local), 0)
    return local + central * count + end


def clashing(parts: Mapping[str, bytes]) -> bytes:
    """A zip in which each name stands twice."""
    return _raw([(name, 0, zlib.crc32(data), data, len(data)) for name, data in [*parts.items(), *parts.items()]])


def siblings(count: int) -> bytes:
    """A zip of zips of two megabytes each."""
    return packed({f"{n:02}.zip": packed({"a.txt": text(STORY) + b" " * 2 * MEGABYTE}) for n in range(count)})


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

_OUTWARDS = text(
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r8" Type="{_OFFICE}/attachedTemplate" Target="http://192.0.2.1/a.dotm" TargetMode="External"/>'
    f'<Relationship Id="r9" Type="{_OFFICE}/aFChunk" Target="file:///etc/hostname" TargetMode="External"/>'
    "</Relationships>"
)


def _many_paragraphs(count: int) -> bytes:
    return packed(word(_paragraph("They left.") * count + _STORY))


WORD = (
    BadFile("bomb.docx", "unpacks to 600000000 bytes", late(bomb, "word/document.xml", 600)),
    BadFile("bomb-beside.docx", "unpacks to 600000859 bytes", late(bomb, "word/media/a.bmp", 600, word(_STORY))),
    BadFile("lying.docx", "a damaged Word file", late(bomb, "word/document.xml", 200, said=100)),
    BadFile(
        "laughs.docx", r"a damaged Word file \(Maximum entity amplification", packed(word(_paragraph("&j;"), LAUGHS))
    ),
    BadFile("outside.docx", "no text found in it", packed(word(_paragraph("&j;"), OUTSIDE))),
    BadFile("cut.docx", r"a damaged Word file \(File is not a zip", packed(word(_STORY))[:-300]),
    BadFile("locked.docx", "named as Word but is an old Office file, or one under a password", LOCKED),
    BadFile("hollow.docx", "no Word file", packed({"a.txt": b"a"})),
    BadFile("page.docx", "named as Word but is a web page", b"<html><body><p>Two ships left.</p></body></html>"),
    BadFile("empty.docx", "empty;", b""),
    BadFile("blank.docx", "no text found in it", packed(word(""))),
    BadFile(
        "no-xml.docx",
        "a damaged Word file",
        packed(word("") | {"word/document.xml": b"<w:document"}),
    ),
    BadFile(
        "deep.docx",
        r"a damaged Word file \(Excessive depth",
        packed(word("<w:tbl><w:tr><w:tc>" * 20_000 + _STORY + "</w:tc></w:tr></w:tbl>" * 20_000)),
    ),
    BadFile("linked.docx", READ, packed(word(_STORY) | {"word/_rels/document.xml.rels": _OUTWARDS})),
    BadFile(
        "template.docx",
        READ,
        packed(
            word(_paragraph("5 men") + '<w:altChunk r:id="r9" xmlns:r="' + _OFFICE + '"/>')
            | {"word/_rels/document.xml.rels": _OUTWARDS}
        ),
    ),
    BadFile(
        "upwards.docx",
        "a damaged Word file",
        packed(
            word(_STORY)
            | {
                "word/_rels/document.xml.rels": _OUTWARDS.replace(b"file:///", b"../../../../").replace(
                    b' TargetMode="External"', b""
                )
            }
        ),
    ),
    BadFile(
        "include.docx",
        READ,
        packed(word(_STORY + '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>')),
    ),
    BadFile("paragraphs.docx", "took longer than 4 seconds", late(_many_paragraphs, 300_000)),
    BadFile("book.docx", "no Word file", packed({"xl/workbook.xml": b"<workbook/>"})),
    BadFile("word.odt", "no OpenDocument file", packed(word(_STORY))),
    BadFile("text.odt", "no OpenDocument file", text(STORY)),
    BadFile(
        "repeated.odt",
        READ,
        packed(
            odt(
                '<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>5</text:p></table:table-cell></table:table-row></table:table>'
            )
        ),
    ),
    BadFile("blanks.odt", READ, packed(odt('<text:p>5 men<text:s text:c="999999999"/>left</text:p>'))),
    BadFile(
        "linked.odt",
        READ,
        packed(
            odt(
                '<text:p>5 men<draw:image xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://192.0.2.1/a.png"/></text:p>'
            )
        ),
    ),
    BadFile("bomb.odt", "unpacks to 600000000 bytes", late(bomb, "content.xml", 600)),
    BadFile(
        "laughs.odt",
        r"a damaged OpenDocument file \(Maximum entity amplification",
        packed(odt("<text:p>&j;</text:p>", LAUGHS)),
    ),
    BadFile("outside.odt", "no text found in it", packed(odt("<text:p>&j;</text:p>", OUTSIDE))),
    BadFile("cut.odt", r"a damaged OpenDocument file \(File is not a zip", packed(odt("<text:p>Two.</text:p>"))[:-300]),
    BadFile(
        "locked.odt",
        "protected by a password",
        packed(odt("", manifest=_LISTED) | {"content.xml": bytes(range(256)) * 9}),
    ),
    BadFile(
        "hollow.odt",
        "no OpenDocument file",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    ),
    BadFile("blank.odt", "no text found in it", packed(odt(""))),
    BadFile(
        "deep.odt",
        r"a damaged OpenDocument file \(Excessive depth",
        packed(
            odt(
                "<text:list><text:list-item>" * 20_000 + "<text:p>5</text:p>" + "</text:list-item></text:list>" * 20_000
            )
        ),
    ),
)

PACKED = (
    BadFile("bomb.zip", "unpacks to 600000000 bytes", late(bomb, "a.txt", 600)),
    BadFile("lying.zip", "broken within its archive", late(bomb, "a.txt", 200, said=100)),
    BadFile(
        "many-bombs.zip", r"unpacks to 30000000 bytes with the \d+ before it", late(nested, 3, b" " * 30 * MEGABYTE)
    ),
    BadFile("deep.zip", "deeper than 3 files within files", nested(12, text(STORY))),
    BadFile("self.zip", "broken within its archive", self_holding()),
    BadFile("overlapping.zip", "unpacks to 20000000000 bytes", late(overlapping, 2_000, 10)),
    BadFile("locked.zip", "under a password", locked(packed({"a.txt": text(STORY)}))),
    BadFile("cut.zip", "a zip archive that is cut off or broken", packed({"a.txt": text(STORY) * 50})[:-30]),
    BadFile("text.zip", "named so but not a zip archive", text(STORY)),
    BadFile("empty.zip", "empty;", b""),
    BadFile("hollow.zip", "an archive without documents", packed({})),
    BadFile(
        "outwards.zip",
        READ,
        packed({"../../../tmp/walked-out.txt": text(STORY), "/etc/walked-out.txt": text(STORY)}),
    ),
    BadFile(
        "wrong-sum.zip",
        "broken within its archive",
        packed({"a.txt": text(STORY)}, stored=True).replace(b"Two ships", b"Ten ships"),
    ),
    BadFile(
        "many.zip",
        ("no text in it", "1000 files over the limit of 2000"),
        packed({f"{n}.txt": b"" for n in range(3_000)}, stored=True),
    ),
    BadFile(
        "pictures.zip",
        ("no reader for .png files", "no reader for files without a suffix"),
        packed({"a.png": b"\x89PNG", "b": b"\0"}),
    ),
    BadFile("link.zip", "a link, which leads nowhere within an archive", linked_member("/etc/hostname")),
    BadFile(
        "names.zip",
        ("no reader for files without a suffix", "88000 files over the limit of 2000"),
        late(nameless, 90_000),
    ),
    BadFile("clash.zip", READ, clashing({"a.txt": text(STORY), "A.TXT": text(STORY)})),
    BadFile("backslash.zip", READ, packed({"..\\..\\a.txt": text(STORY), "C:\\a.txt": text(STORY)})),
    BadFile("control.zip", READ, packed({"\x1b[31mred\n.txt": text(STORY), "\u202etxt.fdp.txt": text(STORY)})),
    BadFile("long-name.zip", READ, packed({"n" * 60_000 + ".txt": text(STORY)})),
    BadFile("siblings.zip", (r"unpacks to 2000078 bytes with the \d+ before it", READ), late(siblings, 12)),
    BadFile(
        "listed.zip",
        ("a list of documents is not read within an archive", READ),
        packed({"a.txt": text(STORY), "sources.json": b'{"documents": [{"document": "../../etc/hostname"}]}'}),
    ),
    BadFile(
        "method.zip", "broken within its archive", packed({"a.txt": text(STORY)}).replace(b"\x08\x00", b"\x63\x00")
    ),
    BadFile(
        "mixed.zip",
        (
            "a damaged PDF",
            "JSON nested too deep",
            "named as Word but is an old Office file, or one under a password",
            READ,
        ),
        packed({"a.txt": text(STORY), "b.pdf": b"%PDF-1.7", "c.json": b"[" * 100_000, "d.docx": LOCKED}),
    ),
    BadFile("before.zip", READ, b"#!/bin/sh\ntouch run\n" + packed({"a.txt": text(STORY)})),
)
