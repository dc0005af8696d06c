"""Bad web pages, PDFs, data, feeds and letters."""

# ruff: noqa: E501 - a file is written as it is, on one line

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence

from tests.documents.bad_files import MEGABYTE, READ, STORY, BadFile, late, text
from tests.documents.bad_packed import LAUGHS, OUTSIDE, packed, spaces

_PDF_TEXT = b"BT /F1 12 Tf 50 700 Td (Two ships left with 310 people.) Tj ET"


def pdf(
    content: bytes,
    *,
    kids: str = "3 0 R",
    count: str = "1",
    trailer: str = "",
    squeezed: bool = False,
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF of one page with this content."""
    filters = b"/Filter /FlateDecode " if squeezed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< " + filters + b"/Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    data, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table + end.encode()


def swollen(megabytes: int) -> bytes:
    """A PDF whose page is so many megabytes of spaces and its words, squeezed a thousandfold."""
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(b" " * MEGABYTE, check)
    return pdf(b"\x78\xda" + spaces(megabytes) + check.to_bytes(4, "big"), squeezed=True)


_PASSWORD = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'61' * 32}> /U <{'62' * 32}> /P -4 >> /ID [<61><61>] "
_SHEET = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
_MANY = " ".join(f"{n} 0 R" for n in range(6, 306))
_NO_PDF = "no PDF|not a PDF|broken|damaged|but is"

PDFS = (
    BadFile("bomb.pdf", f"max_|{READ}", late(swollen, 600)),
    BadFile(
        "operators.pdf",
        f"max_|{READ}",
        pdf(zlib.compress(b"BT /F1 9 Tf " + b"1 0 Td (5) Tj " * 600_000 + b"ET", 9), squeezed=True),
    ),
    BadFile("cut.pdf", f"{_NO_PDF}|{READ}|no text", pdf(_PDF_TEXT)[:300]),
    BadFile("head.pdf", _NO_PDF, b"%PDF-1.7\n"),
    BadFile("locked.pdf", "password|encrypted", pdf(_PDF_TEXT, trailer=_PASSWORD)),
    BadFile("page.pdf", _NO_PDF, b"<html><body><p>Two ships left with 310 people.</p></body></html>"),
    BadFile("empty.pdf", f"empty|{_NO_PDF}", b""),
    BadFile("blank.pdf", "no text", pdf(b"")),
    BadFile("circle.pdf", f"{_NO_PDF}|no text|no page|max_|{READ}", pdf(_PDF_TEXT, kids="2 0 R 2 0 R", count="4")),
    BadFile("pages.pdf", f"max_pages|{_NO_PDF}|{READ}|no text", pdf(_PDF_TEXT, count="2000000000")),
    BadFile(
        "many-pages.pdf", "max_pages|limit is 200 pages", pdf(_PDF_TEXT, kids=_MANY, count="300", more=[_SHEET] * 300)
    ),
    BadFile(
        "numbers.pdf", f"{READ}|no text", pdf(b"BT /F1 1e9999999 Tf 999999999999999999999 700 Td (5 men left.) Tj ET")
    ),
    BadFile("noise.pdf", f"{_NO_PDF}|no text", b"%PDF-1.4\n" + bytes((n * n * 7 + n) % 256 for n in range(20_000))),
)

_PAGE = f"<html><head><title>Ships</title></head><body><article><h1>Ships</h1>{f'<p>{STORY}</p>' * 3}"

PAGES = (
    BadFile(
        "attributes.html",
        f"max_|{READ}|no text",
        text("<html><body><p " + " ".join(f'a{n}="{n}"' for n in range(200_000)) + f">{STORY}</p></body></html>"),
    ),
    BadFile(
        "nested.html",
        f"max_|{READ}|no text|too deep",
        text("<html><body>" + "<div>" * 50_000 + STORY + "</div>" * 50_000),
    ),
    BadFile("inline.html", f"max_|{READ}|no text|too deep", text("<html><body><p>" + "<b><i>" * 30_000 + STORY)),
    BadFile("angles.html", f"max_|{READ}|no text", text(_PAGE + "<" * 300_000)),
    BadFile("entities.html", f"max_|{READ}|no text", text(_PAGE + "&lt;" * 100_000 + "&#x110000;&#0;&#xd800;&bogus;")),
    BadFile("laughs.html", f"max_|{READ}|no text|entit", text(f"{LAUGHS}{_PAGE}<p>&j;</p>")),
    BadFile("script.html", "no text", text(f"<html><body><script>var a = '{STORY.strip()}';</script></body></html>")),
    BadFile("empty.html", "empty|no text", b""),
    BadFile("bare.html", "no text|empty", b"<html><body></body></html>"),
    BadFile("report.html", "but is|not HTML|no HTML|no page|no web page", pdf(_PDF_TEXT)),
    BadFile("nul.html", f"{READ}|NUL", text(_PAGE) + b"\0" * 100),
    BadFile("cut.html", READ, text(_PAGE)),
    BadFile("wrong-charset.html", f"{READ}", text(_PAGE.replace("<head>", '<head><meta charset="utf-7">'))),
    BadFile("wide.html", READ, _PAGE.encode("utf-16")),
    BadFile(
        "spans.html",
        f"max_|{READ}|no text",
        text(_PAGE + '<table><tr><td colspan="1000000000" rowspan="1000000000">5</td></tr></table>' * 50),
    ),
    BadFile(
        "base.html",
        READ,
        text(
            _PAGE.replace(
                "<head>",
                '<head><base href="file:///etc/"><link rel="canonical" href="//["><meta property="article:published_time" content="99999-99-99">',
            )
        ),
    ),
)

DATA = (
    BadFile("object.csv", f"JSON|but is|{READ}", b'{"text": "Two ships left.", "more": [1, 2, 3]}'),
    BadFile(
        "columns.csv",
        f"{READ}|max_|columns",
        b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + b",".join([b"5"] * 1_000),
    ),
    BadFile("quote.csv", f"{READ}|broken|quote", b'name,men\n"Two ships,5\n' + b"a,6\n" * 2_000),
    BadFile("field.csv", f"{READ}|max_|larger|longer", b"name,men\n" + b"a" * 500_000 + b",5\n"),
    BadFile("nul.csv", "NUL", b"name,men\na,\0\n"),
    BadFile("empty.csv", "empty|no text", b""),
    BadFile("ragged.csv", READ, b"name,men\n" + b"".join(b"a" + b"," * (n % 50) + b"5\n" for n in range(200))),
    BadFile("workbook.csv", "NUL|but is|not a text|not text", packed({"xl/workbook.xml": b"<workbook/>"})),
    BadFile("brackets.json", "too deep|nested|deep", b"[" * 100_000),
    BadFile("pairs.json", "too deep|nested|deep", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    BadFile("lone.json", READ, b'{"title": "Ships \\ud800", "text": "Two ships \\udfff left with 310 people."}'),
    BadFile(
        "digits.json",
        f"{READ}|digits|no text|holds no|JSON|text",
        b'{"text": "Two ships left.", "n": ' + b"7" * 2 * MEGABYTE + b"}",
    ),
    BadFile(
        "exponent.json",
        f"{READ}|no text|text",
        b'{"text": "Two ships left.", "n": [1e9999999, -1e-9999999, NaN, Infinity]}',
    ),
    BadFile("cut.json", "JSON|broken|truncated", b'{"text": "Two ships left with 310'),
    BadFile("page.json", "JSON", text(_PAGE)),
    BadFile("nul.json", "JSON|NUL|text", b'{"text": "Two\0ships"}'),
    BadFile("wordless.json", "no text|text", b'{"text": "", "title": null, "n": []}'),
    BadFile("types.json", "no text|text|read", b'{"text": {"a": 1}, "title": [], "published": 5, "url": {}}'),
    BadFile("empty.json", "empty|JSON", b""),
    BadFile("lines.jsonl", f"{READ}|JSON", b'{"text": "Two ships left."}\n{"text": \n{"text": "Ten ships left."}\n'),
    BadFile("deep.jsonl", "too deep|nested|deep|JSON", b"[" * 100_000 + b"\n"),
)

_FEED = '<rss version="2.0"><channel><title>A</title><item><title>Ships</title><description>{}</description></item></channel></rss>'

MAIL = (
    BadFile("laughs.rss", "entit|broken|max_|XML|no text", text(LAUGHS + _FEED.format("&j;"))),
    BadFile(
        "square.rss",
        "entit|broken|max_|XML|no text",
        text(f'<!DOCTYPE r [<!ENTITY a "{"ha " * 30_000}">]>' + _FEED.format("&a;" * 30_000)),
    ),
    BadFile("outside.rss", "entit|broken|XML|no text", text(OUTSIDE + _FEED.format("&j;"))),
    BadFile("cut.rss", "broken|XML|truncated|feed", text(_FEED.format(STORY))[:90]),
    BadFile("page.rss", "feed|XML|broken|but is", text(_PAGE)),
    BadFile("hollow.rss", "no text|no item|no entr|feed|empty", b'<rss version="2.0"><channel></channel></rss>'),
    BadFile(
        "deep.rss",
        f"{READ}|too deep|broken|XML|deep|feed|no text|max_",
        text(_FEED.format("<a>" * 50_000 + "</a>" * 50_000)),
    ),
    BadFile("words.atom", "feed|XML|broken|but is", text(STORY)),
    BadFile(
        "parts.eml",
        f"{READ}|deep|no text|max_",
        text(
            "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1_000)) + f"\n{STORY}"
        ),
    ),
    BadFile(
        "base64.eml",
        f"{READ}|no text|broken|base64",
        b"Subject: Ships\nContent-Transfer-Encoding: base64\n\n!!!!====\nVHdvIHNoaXBz",
    ),
    BadFile("header.eml", f"{READ}|max_", b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + text(STORY)),
    BadFile(
        "charset.eml", f"{READ}", b"Subject: Ships\nContent-Type: text/plain; charset=no-such-charset\n\n" + text(STORY)
    ),
    BadFile("bare.eml", "no text|without text|empty", b"Subject: Ships\n\n"),
    BadFile("empty.eml", "empty|no text|no mail|not an", b""),
    BadFile(
        "cut.warc",
        "broken|WARC|truncated|no text|failed",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK",
    ),
    BadFile("words.warc", "broken|WARC|no text|but no|but is", text(STORY)),
    BadFile(
        "bomb.warc.gz",
        "max_|unpack|broken",
        gzip.compress(
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100000000\r\n\r\n" + b" " * 300 * MEGABYTE, mtime=0
        ),
    ),
)
