"""Bad web pages and PDFs."""

# ruff: noqa: E501 - a file is written as it is, on one line

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tests.documents.bad_files import MEGABYTE, READ, STORY, BadFile, late, text
from tests.documents.bad_packed import LAUGHS, spaces

_PDF_TEXT = b"BT /F1 12 Tf 50 700 Td (Two ships left with 310 people.) Tj ET"


def pdf(
    content: bytes,
    *,
    kids: str = "3 0 R",
    count: str = "1",
    trailer: str = "",
    squeezed: bool = False,
    catalog: str = "",
    form: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF of one page with this content."""
    filters = b"/Filter /FlateDecode " if squeezed else b""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< " + filters + b"/Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *([_form(form)] if form else more),
    ]
    data, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table + end.encode()


def _form(content: bytes) -> bytes:
    """A drawing that may draw itself."""
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length %d >>"
    return head % len(content) + b"\nstream\n" + content + b"\nendstream"


def swollen(megabytes: int) -> bytes:
    """A PDF whose page is so many megabytes of spaces and its words, squeezed a thousandfold."""
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(b" " * MEGABYTE, check)
    return pdf(b"\x78\xda" + spaces(megabytes) + check.to_bytes(4, "big"), squeezed=True)


_PASSWORD = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'61' * 32}> /U <{'62' * 32}> /P -4 >> /ID [<61><61>] "
_SHEET = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)
_MANY = " ".join(f"{n} 0 R" for n in range(6, 306))
_NO_PDF = "no PDF|not a PDF|broken|damaged|but is"

PDFS = (
    BadFile(
        "bomb.pdf", "broke the reader of .pdf files; it is broken or needs more than max_memory", late(swollen, 600)
    ),
    BadFile(
        "operators.pdf",
        READ,
        pdf(zlib.compress(b"BT /F1 9 Tf " + b"1 0 Td (5) Tj " * 600_000 + b"ET", 9), squeezed=True),
    ),
    BadFile("cut.pdf", "a damaged PDF", pdf(_PDF_TEXT)[:300]),
    BadFile("head.pdf", "a damaged PDF", b"%PDF-1.7\n"),
    BadFile("locked.pdf", "protected by a password", pdf(_PDF_TEXT, trailer=_PASSWORD)),
    BadFile(
        "page.pdf",
        "named as PDF but is a web page",
        b"<html><body><p>Two ships left with 310 people.</p></body></html>",
    ),
    BadFile("empty.pdf", "empty;", b""),
    BadFile("blank.pdf", "no text found in it: its pages are empty", pdf(b"")),
    BadFile("circle.pdf", "a damaged PDF", pdf(_PDF_TEXT, kids="2 0 R 2 0 R", count="4")),
    BadFile("pages.pdf", READ, pdf(_PDF_TEXT, count="2000000000")),
    BadFile(
        "many-pages.pdf",
        ("not read: the limit is 200 pages", READ),
        pdf(_PDF_TEXT, kids=_MANY, count="300", more=[_SHEET] * 300),
    ),
    BadFile(
        "blank-pages.pdf",
        "no text found in it as far as it is read: the limit is 200 pages",
        pdf(b"BT ET", kids=_MANY, count="300", more=[_SHEET] * 300),
    ),
    BadFile(
        "numbers.pdf",
        "no text found in it: its pages are pictures",
        pdf(b"BT /F1 1e9999999 Tf 999999999999999999999 700 Td (5 men left.) Tj ET"),
    ),
    BadFile(
        "script.pdf",
        READ,
        pdf(
            _PDF_TEXT,
            catalog="/OpenAction << /S /JavaScript /JS (app.launchURL('http://192.0.2.1/')) >> /AA << /WC << /S /Launch /F (touch run) >> >>",
        ),
    ),
    BadFile(
        "million-pages.pdf",
        ("not read: the limit is 200 pages", READ),
        pdf(_PDF_TEXT, kids="3 0 R " * 100_000, count="1000000"),
    ),
    BadFile("form.pdf", READ, pdf(b"/X Do " + _PDF_TEXT, form=b"/X Do")),
    BadFile("length.pdf", READ, pdf(_PDF_TEXT).replace(b"/Length ", b"/Length -")),
    BadFile("noise.pdf", "a damaged PDF", b"%PDF-1.4\n" + bytes((n * n * 7 + n) % 256 for n in range(20_000))),
)

PAGE = f"<html><head><title>Ships</title></head><body><article><h1>Ships</h1>{f'<p>{STORY}</p>' * 3}"

PAGES = (
    BadFile(
        "attributes.html",
        "took longer than 4 seconds",
        text("<html><body><p " + " ".join(f'a{n}="{n}"' for n in range(200_000)) + f">{STORY}</p></body></html>"),
    ),
    BadFile(
        "nested.html",
        "no text found in it .* nested deeper than 256 tags",
        text("<html><body>" + "<div>" * 50_000 + STORY + "</div>" * 50_000),
    ),
    BadFile(
        "inline.html",
        "no text found in it .* nested deeper than 256 tags",
        text("<html><body><p>" + "<b><i>" * 30_000 + STORY),
    ),
    BadFile("angles.html", READ, text(PAGE + "<" * 300_000)),
    BadFile("entities.html", READ, text(PAGE + "&lt;" * 100_000 + "&#x110000;&#0;&#xd800;&bogus;")),
    BadFile("laughs.html", READ, text(f"{LAUGHS}{PAGE}<p>&j;</p>")),
    BadFile(
        "script.html",
        r"no text found in it \(a page that a script fills",
        text(f"<html><body><script>var a = '{STORY.strip()}';</script></body></html>"),
    ),
    BadFile("empty.html", "empty;", b""),
    BadFile("bare.html", "no text found in it", b"<html><body></body></html>"),
    BadFile("report.html", "named as HTML but is a PDF", pdf(_PDF_TEXT)),
    BadFile("nul.html", r"not a text file \(it holds NUL bytes\)", text(PAGE) + b"\0" * 100),
    BadFile("cut.html", READ, text(PAGE)),
    BadFile("wrong-charset.html", READ, text(PAGE.replace("<head>", '<head><meta charset="utf-7">'))),
    BadFile("wide.html", READ, PAGE.encode("utf-16")),
    BadFile(
        "spans.html",
        READ,
        text(PAGE + '<table><tr><td colspan="1000000000" rowspan="1000000000">5</td></tr></table>' * 50),
    ),
    BadFile(
        "base.html",
        READ,
        text(
            PAGE.replace(
                "<head>",
                '<head><base href="file:///etc/"><link rel="canonical" href="//["><meta property="article:published_time" content="99999-99-99">',
            )
        ),
    ),
    BadFile("bare-16.html", "UTF-16 text without its mark", text(PAGE).decode().encode("utf-16-le")),
    BadFile("lies.html", READ, text(PAGE.replace("<head>", '<head><meta charset="utf-16"><meta charset="shift_jis">'))),
    BadFile(
        "tables.html",
        ("nested deeper than 256 tags", READ),
        text(PAGE + "<table><tr><td>" * 20_000 + "5" + "</td></tr></table>" * 20_000),
    ),
    BadFile("scripts.html", READ, text(PAGE + "<script>if (1 < 2) { var a = '</p>'; }</script>" * 20_000)),
    BadFile(
        "refresh.html",
        READ,
        text(
            PAGE.replace(
                "<head>",
                '<head><meta http-equiv="refresh" content="0;url=http://192.0.2.1/"><link rel="stylesheet" href="http://192.0.2.1/a.css">',
            )
        ),
    ),
    BadFile(
        "data.html",
        READ,
        text(PAGE.replace("<head>", '<head><script type="application/ld+json">' + "[" * 50_000 + "</script>")),
    ),
    BadFile(
        "days.html",
        READ,
        text(PAGE.replace("<head>", '<head><meta property="article:published_time" content="' + "9" * 100_000 + '">')),
    ),
    BadFile("comments.html", READ, text(PAGE + "<!--" * 100_000)),
)
