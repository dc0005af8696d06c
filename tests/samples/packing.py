"""The samples that no editor writes, made anew: `python -m tests.samples.packing`. The same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import Workbook
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAMPLES = Path(__file__).parent / "documents"
_DAY = (2011, 5, 4, 0, 0, 0)


def workbook() -> bytes:
    """Two sheets: a table with formats, a formula without its value, and a hidden sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Traffic"
    rows: tuple[list[object], ...] = (
        ["Ferry traffic of Skarvik"],
        [],
        ["Year", "Passengers (thousands)", "Revenue", "On time", "Inspected"],
        [2010, 98.4, 4.1, 0.915, date(2010, 3, 12)],
        [2011, 120, 4.3, 0.88, date(2011, 4, 3)],
    )
    for row in rows:
        sheet.append(row)
    for n in (4, 5):
        for column, form in (("C", '"$"#,##0.0" million"'), ("D", "0.0%"), ("E", "d mmm yyyy")):
            sheet[f"{column}{n}"].number_format = form
    sheet["A6"], sheet["B6"], sheet["C6"] = "Total", "=SUM(B4:B5)", 8.4
    old = book.create_sheet("Old")
    old.append(["ship", "crew"])
    old.append(["Havørn", 14])
    old.sheet_state = "hidden"
    book.properties.created = book.properties.modified = datetime(2011, 5, 4, tzinfo=UTC).replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as made:
        return packed({name: _undated(made.read(name)) for name in made.namelist()})


def _undated(part: bytes) -> bytes:
    """A workbook's part without the moment of its writing."""
    start, end = part.find(b"<dcterms:modified"), part.find(b"</dcterms:modified>")
    return part if start < 0 else part[: part.index(b">", start) + 1] + b"2011-05-04T00:00:00Z" + part[end:]


def packed(members: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def web_archive(*answers: tuple[str, str, bytes]) -> bytes:
    """A web archive with these answers: address, media type, content."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=False)
    for n, (address, kind, content) in enumerate(answers):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        known = {"WARC-Date": "2011-05-04T08:00:00Z", "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{n:012}>"}
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(content), http_headers=headers, warc_headers_dict=known
        )
        writer.write_record(record)
        record.raw_stream.close()
    return written.getvalue()


def made() -> dict[str, bytes]:
    """The samples by their names."""
    ferry = b"A ferry with 120 passengers on board ran aground near Skarvik on Tuesday."
    return {
        "workbook.xlsx": workbook(),
        "archive.zip": packed({"notes/ferry.txt": ferry, "traffic.csv": b"year,passengers\n2011,120\n"}),
        "web_archive.warc": web_archive(
            ("https://example.org/ferry.txt", "text/plain", ferry),
            ("https://example.org/a.png", "image/png", b"\x89PNG"),
        ),
    }


if __name__ == "__main__":
    for name, data in made().items():
        (SAMPLES / name).write_bytes(data)
