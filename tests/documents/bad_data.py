"""Bad tables, data, feeds, mails and web archives."""

# ruff: noqa: E501 - a file is written as it is, on one line

from __future__ import annotations

import base64
import gzip

from tests.documents.bad_files import MEGABYTE, READ, STORY, BadFile, late, text
from tests.documents.bad_packed import LAUGHS, LOCKED, OUTSIDE, bomb, packed, sheet
from tests.documents.bad_pages import PAGE


def wrapped(times: int, data: bytes) -> bytes:
    """Data in gzip in gzip."""
    for _ in range(times):
        data = gzip.compress(data, 1, mtime=0)
    return data


def strings(rows: str, shared: str) -> dict[str, bytes]:
    """The parts of a workbook whose words stand apart from its cells."""
    parts = sheet(rows)
    target = 'Target="worksheets/sheet1.xml"/>'
    link = f'{target}<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
    kind = "</Types>"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{kind}'
    return parts | {
        "xl/sharedStrings.xml": text(shared),
        "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"].replace(target.encode(), link.encode()),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(kind.encode(), part.encode()),
    }


def swollen_book() -> bytes:
    """A workbook of which every cell is one string of a megabyte."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 2_000))
    return packed(
        strings(f"<sheetData>{cells}</sheetData>", _STRINGS.format(1, 1, f"<si><t>{'5 men ' * 170_000}</t></si>"))
    )


_CELLS = (
    '<sheetData><row r="1"><c r="A1"><v>5</v></c></row><row r="20000"><c r="XFD20000"><v>6</v></c></row></sheetData>'
)

SHEETS = (
    BadFile("bomb.xlsx", "unpacks to 600001", late(bomb, "xl/sharedStrings.xml", 600, sheet(_CELLS))),
    BadFile("rows.xlsx", READ, packed(sheet(f'<dimension ref="A1:XFD1048576"/>{_CELLS}'))),
    BadFile(
        "beyond.xlsx",
        "sheet 'S' is broken",
        packed(sheet('<sheetData><row r="999999999"><c r="ZZZZ999999999"><v>5</v></c></row></sheetData>')),
    ),
    BadFile(
        "laughs.xlsx",
        "no Excel workbook, or a broken one",
        packed(sheet('<sheetData><row r="1"><c r="A1" t="str"><v>&j;</v></c></row></sheetData>', LAUGHS)),
    ),
    BadFile(
        "exponent.xlsx",
        READ,
        packed(
            sheet('<sheetData><row r="1"><c r="A1"><v>1e308</v></c><c r="B1"><v>1e9999999</v></c></row></sheetData>')
        ),
    ),
    BadFile("cut.xlsx", "an Excel workbook that is cut off or broken", packed(sheet(_CELLS))[:-300]),
    BadFile("locked.xlsx", r"not an Excel workbook that can be read \(under a password", LOCKED),
    BadFile("text.xlsx", "named so but not an Excel workbook", text(STORY)),
    BadFile("blank.xlsx", "no text was found in it", packed(sheet("<sheetData/>"))),
)

DATA = (
    BadFile(
        "object.csv",
        ("row 1: a quotation mark opens a cell and none closes it", READ),
        b'{"text": "Two ships left.", "more": [1, 2, 3]}',
    ),
    BadFile(
        "columns.csv",
        READ,
        b",".join(b"c%d" % n for n in range(20_000)) + b"\n" + b",".join([b"5"] * 1_000),
    ),
    BadFile(
        "quote.csv",
        ("row 2: a quotation mark opens a cell and none closes it", READ),
        b'name,men\n"Two ships,5\n' + b"a,6\n" * 2_000,
    ),
    BadFile("field.csv", READ, b"name,men\n" + b"a" * 500_000 + b",5\n"),
    BadFile("nul.csv", r"not a text file \(it holds NUL bytes\)", b"name,men\na,\0\n"),
    BadFile("empty.csv", "empty;", b""),
    BadFile("ragged.csv", READ, b"name,men\n" + b"".join(b"a" + b"," * (n % 50) + b"5\n" for n in range(200))),
    BadFile("workbook.csv", r"not a text file \(it holds NUL bytes\)", packed({"xl/workbook.xml": b"<workbook/>"})),
    BadFile("brackets.json", "JSON nested too deep", b"[" * 100_000),
    BadFile("pairs.json", "JSON nested too deep", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    BadFile("lone.json", READ, b'{"title": "Ships \\ud800", "text": "Two ships \\udfff left with 310 people."}'),
    BadFile(
        "digits.json",
        READ,
        b'{"text": "Two ships left.", "n": ' + b"7" * 2 * MEGABYTE + b"}",
    ),
    BadFile(
        "exponent.json",
        READ,
        b'{"text": "Two ships left.", "n": [1e9999999, -1e-9999999, NaN, Infinity]}',
    ),
    BadFile("cut.json", r"not JSON \(line 1, column 10: Unterminated string", b'{"text": "Two ships left with 310'),
    BadFile("page.json", r"not JSON \(line 1, column 1", text(PAGE)),
    BadFile("nul.json", r"not a text file \(it holds NUL bytes\)", b'{"text": "Two\0ships"}'),
    BadFile("wordless.json", "an object without text", b'{"text": "", "title": null, "n": []}'),
    BadFile("types.json", "an object without text", b'{"text": {"a": 1}, "title": [], "published": 5, "url": {}}'),
    BadFile("empty.json", "empty;", b""),
    BadFile(
        "lines.jsonl",
        (r"not JSON \(line 1, column 10", READ),
        b'{"text": "Two ships left."}\n{"text": \n{"text": "Ten ships left."}\n',
    ),
    BadFile("deep.jsonl", "JSON nested too deep", b"[" * 100_000 + b"\n"),
)

_FEED = '<rss version="2.0"><channel><title>A</title><item><title>Ships</title><description>{}</description></item></channel></rss>'

MAIL = (
    BadFile("laughs.rss", "XML that defines entities", text(LAUGHS + _FEED.format("&j;"))),
    BadFile(
        "square.rss",
        "XML that defines entities",
        text(f'<!DOCTYPE r [<!ENTITY a "{"ha " * 30_000}">]>' + _FEED.format("&a;" * 30_000)),
    ),
    BadFile("outside.rss", "XML that defines entities", text(OUTSIDE + _FEED.format("&j;"))),
    BadFile("cut.rss", (r"the feed is broken \(line 2", READ), text(_FEED.format(STORY))[:90]),
    BadFile("page.rss", "XML that is no RSS or Atom feed", text(PAGE)),
    BadFile("hollow.rss", "a feed without items", b'<rss version="2.0"><channel></channel></rss>'),
    BadFile(
        "deep.rss",
        READ,
        text(_FEED.format("<a>" * 50_000 + "</a>" * 50_000)),
    ),
    BadFile("words.atom", "XML that is no RSS or Atom feed", text(STORY)),
    BadFile(
        "parts.eml",
        (r"the mail is broken \(CloseBoundaryNotFound", READ, "no reader for files without a suffix"),
        text("".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(500)) + f"\n{STORY}"),
    ),
    BadFile(
        "base64.eml",
        (r"the mail is broken \(InvalidBase64", READ),
        b"Subject: Ships\nContent-Transfer-Encoding: base64\n\n!!!!====\nVHdvIHNoaXBz",
    ),
    BadFile("header.eml", READ, b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + text(STORY)),
    BadFile(
        "charset.eml", READ, b"Subject: Ships\nContent-Type: text/plain; charset=no-such-charset\n\n" + text(STORY)
    ),
    BadFile("bare.eml", "a mail without text", b"Subject: Ships\n\n"),
    BadFile("empty.eml", "empty;", b""),
    BadFile(
        "cut.warc",
        "no web archive, or a broken one",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK",
    ),
    BadFile("words.warc", "named .warc but no web archive", text(STORY)),
    BadFile(
        "bomb.warc.gz",
        "unpacks to more than the limit of 20000000 bytes",
        gzip.compress(
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100000000\r\n\r\n" + b" " * 300 * MEGABYTE, mtime=0
        ),
    ),
)

_MIME = "MIME-Version: 1.0\nSubject: Ships\nContent-Type: multipart/mixed; boundary=b\n\n"
_BODY = f"--b\nContent-Type: text/plain\n\n{STORY}\n"


def enclosed(depth: int) -> str:
    """A mail in a mail in a mail."""
    return (
        "".join("Subject: Ships\nContent-Type: message/rfc822\n\n" for _ in range(depth)) + f"Subject: Ten\n\n{STORY}"
    )


def record(kind: str, content: str, length: int | str | None = None) -> bytes:
    """A record of a web archive, of a true length or another."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{content}"
    said = len(answer.encode()) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://example.org/\r\nWARC-Date: 2011-05-04T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {said}\r\n\r\n"
    return (head + answer + "\r\n\r\n").encode()


LETTERS = (
    BadFile(
        "many-parts.eml",
        ("attachments behind the first 200 were not read", READ),
        text(
            _MIME
            + _BODY
            + "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n5 men\n" * 3_000
            + "--b--\n"
        ),
    ),
    BadFile("enclosed.eml", "nested too deep to be read", text(enclosed(1_000))),
    BadFile("enclosed-little.eml", ("a mail without text", "deeper than 3 files within files"), text(enclosed(9))),
    BadFile(
        "claims.eml",
        READ,
        text(
            _MIME
            + _BODY
            + '--b\nContent-Disposition: attachment; filename="a.txt"; size=1000000000\nContent-Length: 1000000000\nContent-Transfer-Encoding: base64\n\nVHdvIHNoaXBz\n--b--\n'
        ),
    ),
    BadFile(
        "swollen.eml",
        ("unpacks to 60000000 bytes", READ),
        text(
            _MIME
            + _BODY
            + "--b\nContent-Disposition: attachment; filename=a.zip\nContent-Transfer-Encoding: base64\n\n"
        )
        + base64.encodebytes(bomb("a.txt", 60))
        + b"--b--\n",
    ),
    BadFile(
        "outwards.eml",
        READ,
        text(
            _MIME
            + _BODY
            + '--b\nContent-Disposition: attachment; filename="../../../tmp/walked-out.txt"\n\n5 men\n--b--\n'
        ),
    ),
    BadFile(
        "no-boundary.eml",
        (r"the mail is broken \(MultipartInvariantViolationDefect, NoBoundary", READ),
        text(f"Subject: Ships\nContent-Type: multipart/mixed\n\n{STORY}"),
    ),
    BadFile(
        "cut.eml",
        (r"the mail is broken \(CloseBoundaryNotFound", "a damaged PDF", READ),
        text(
            _MIME
            + _BODY
            + "--b\nContent-Disposition: attachment; filename=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjcK"
        ),
    ),
    BadFile(
        "locked.eml",
        "a mail that is encrypted",
        text(
            "Subject: Ships\nContent-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3\n"
        ),
    ),
    BadFile(
        "nul.eml", r"the mail's text: not a text file \(it holds NUL bytes\)", text(f"Subject: Ships\n\n{STORY}\0")
    ),
    BadFile("page.eml", "no mail", text(PAGE)),
    BadFile("headers.eml", READ, text("".join(f"X-{n}: 5\n" for n in range(50_000)) + f"Subject: Ships\n\n{STORY}")),
    BadFile(
        "day.eml",
        READ,
        text(f"Subject: Ships\nDate: Fri, 99 Foo 99999999999999999999 99:99:99 +999999\nFrom: <<<>>\n\n{STORY}"),
    ),
    BadFile("picture.eml", "no mail", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20),
)

TOLD = (
    BadFile(
        "large-number.json",
        ("'1e400' is no full date", READ),
        text('{"text": "Two ships left.", "n": 1' + "0" * 400 + ', "m": 1e400, "published": 1e400}'),
    ),
    BadFile(
        "twice.json",
        "JSON in which the key 'text' stands twice",
        b'{"text": "Two ships left.", "text": "Ten ships left."}',
    ),
    BadFile("text-number.json", READ, b'{"text": 1e400}'),
    BadFile("many.json", READ, b"[" + b",".join([b'{"text": "5 men"}'] * 300) + b"]"),
    BadFile("escapes.json", READ, b'{"text": "' + b"\\u0041 " * 300_000 + b'5 men."}'),
    BadFile("bare-16.json", "UTF-16 text without its mark", '{"text": "Two ships left."}'.encode("utf-16-le")),
    BadFile("no-line.jsonl", "empty;", b"\n \n"),
    BadFile("nul.jsonl", r"not a text file \(it holds NUL bytes\)", b'{"text": "Two ships left."}\n\0\n'),
    BadFile("quotes.csv", "no text was found in it; .* row 1: a quotation mark", b'"' * 1_000_001),
    BadFile("formulas.csv", READ, b'name,men\n"=HYPERLINK(""http://192.0.2.1/"",""5"")",5\n=1+1,@SUM(A1)\n'),
    BadFile("bare-16.csv", "UTF-16 text without its mark", "name,men\nOslo,5\n".encode("utf-16-le")),
    BadFile(
        "include.rss",
        READ,
        text(
            _FEED.format(f'{STORY}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>')
        ),
    ),
    BadFile(
        "parameter.rss",
        "XML that defines entities",
        text('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/a.dtd"> %p;]>' + _FEED.format(STORY)),
    ),
    BadFile("dtd.rss", READ, text('<!DOCTYPE r SYSTEM "http://192.0.2.1/a.dtd">' + _FEED.format(STORY))),
    BadFile(
        "wide.rss", "XML that defines entities", ("\ufeff" + _FEED.format(f'{STORY}<!ENTITY a "b">')).encode("utf-16")
    ),
    BadFile("wide-laughs.rss", "XML that defines entities", (LAUGHS + _FEED.format("&j;")).encode("utf-16")),
    BadFile(
        "items.rss",
        READ,
        text('<rss version="2.0"><channel>' + "<item><title>5 men</title></item>" * 300 + "</channel></rss>"),
    ),
    BadFile("charset.rss", READ, b'<?xml version="1.0" encoding="no-such-charset"?>' + text(_FEED.format(STORY))),
    BadFile(
        "garbled.rss",
        r"XML that is broken \('utf-8' codec",
        b'<?xml version="1.0" encoding="utf\xa4"?>' + text(_FEED.format(STORY)),
    ),
    BadFile("nul.rss", (r"the feed is broken \(line 3", READ), text(_FEED.format(STORY + "\0"))),
    BadFile(
        "angle.atom",
        READ,
        text(
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ships</title><content type="xhtml">'
            + "<div>" * 5_000
            + STORY
            + "</div>" * 5_000
            + "</content></entry></feed>"
        ),
    ),
    BadFile(
        "sitemap.xml",
        "XML that is no RSS or Atom feed",
        b'<?xml version="1.0"?><urlset><url><loc>http://192.0.2.1/</loc></url></urlset>',
    ),
)

WEB = (
    BadFile("short.warc", READ, record("text/plain", STORY, 60) + record("text/plain", STORY)),
    BadFile(
        "long.warc", ("broken off: it is shorter than its archive says", READ), record("text/plain", STORY, 100_000)
    ),
    BadFile("negative.warc", r"no web archive, or a broken one \(Invalid WARC record", record("text/plain", STORY, -5)),
    BadFile(
        "no-number.warc", r"no web archive, or a broken one \(Invalid WARC record", record("text/plain", STORY, "many")
    ),
    BadFile("half.warc", ("cut off at its end", READ), record("text/plain", STORY) + record("text/html", PAGE)[:200]),
    BadFile(
        "types.warc",
        r"parts of pages that hold no text were left out \(1 image/png, 1 text/plain",
        record("image/png", "5") + record("text/plain\0; charset=", STORY),
    ),
    BadFile(
        "hollow.warc",
        "a web archive without a page that was fetched well",
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    ),
    BadFile("many.warc", READ, record("text/plain", "5 men left.") * 300),
    BadFile(
        "cut.warc.gz",
        r"not a gzip file, or a broken one \(Compressed file ended",
        gzip.compress(record("text/plain", STORY * 200), mtime=0)[:-40],
    ),
    BadFile(
        "thrice.txt.gz.gz.gz", READ, gzip.compress(gzip.compress(gzip.compress(text(STORY), mtime=0), mtime=0), mtime=0)
    ),
    BadFile("deep.txt.gz.gz.gz.gz.gz", "deeper than 3 files within files", late(wrapped, 5, text(STORY))),
    BadFile("bomb.txt.gz", "unpacks to more than the limit of 20000000 bytes", late(wrapped, 1, b" " * 60 * MEGABYTE)),
    BadFile(
        "bombs.txt.gz.gz", "unpacks to more than the limit of 20000000 bytes", late(wrapped, 2, b" " * 60 * MEGABYTE)
    ),
    BadFile(
        "cut.txt.gz",
        r"not a gzip file, or a broken one \(Compressed file ended",
        gzip.compress(text(STORY) * 50, mtime=0)[:-12],
    ),
    BadFile(
        "wrong-sum.txt.gz",
        r"not a gzip file, or a broken one \(CRC check failed",
        gzip.compress(text(STORY), mtime=0)[:-8] + b"\0" * 8,
    ),
    BadFile("text.gz", r"not a gzip file, or a broken one \(Not a gzipped file", text(STORY)),
    BadFile("archive.gz", r"not a gzip file, or a broken one \(Not a gzipped file", packed({"a.txt": text(STORY)})),
    BadFile("empty.gz", "empty;", b""),
    BadFile("hollow.txt.gz", "no text in it", gzip.compress(b"", mtime=0)),
    BadFile(
        "tailed.txt.gz",
        r"not a gzip file, or a broken one \(Not a gzipped file",
        gzip.compress(text(STORY), mtime=0) + b"and more",
    ),
)

_STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{}" uniqueCount="{}">{}</sst>'
_SHARED = '<sheetData><row r="1"><c r="A1" t="s"><v>{}</v></c><c r="B1"><v>5</v></c></row></sheetData>'

BOOKS = (
    BadFile(
        "strings.xlsx", READ, packed(strings(_SHARED.format(0), _STRINGS.format(10**9, 10**9, "<si><t>5 men</t></si>")))
    ),
    BadFile(
        "no-string.xlsx",
        "sheet 'S' is broken",
        packed(strings(_SHARED.format(10**9), _STRINGS.format(1, 1, "<si><t>5 men</t></si>"))),
    ),
    BadFile("swollen.xlsx", "sheet 'S' holds more text than the limit", late(swollen_book)),
    BadFile(
        "formula.xlsx",
        "no text was found in it; .* no value is saved for the formula in S!A1",
        packed(sheet('<sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://192.0.2.1/")</f></c></row></sheetData>')),
    ),
    BadFile(
        "formula-beside.xlsx",
        ("no value is saved for the formula in S!B1", READ),
        packed(
            sheet(
                '<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>SUM(A1:XFD1048576)</f></c></row></sheetData>'
            )
        ),
    ),
    BadFile(
        "merged.xlsx",
        READ,
        packed(
            sheet(
                '<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            )
        ),
    ),
    BadFile(
        "backwards.xlsx",
        READ,
        packed(
            sheet(
                '<sheetData><row r="9"><c r="C9"><v>5</v></c></row><row r="1"><c r="A1"><v>6</v></c></row></sheetData>'
            )
        ),
    ),
    BadFile(
        "no-number.xlsx",
        "sheet 'S' is broken",
        packed(sheet('<sheetData><row r="x"><c r="?"><v>five</v></c></row></sheetData>')),
    ),
    BadFile(
        "day.xlsx",
        "sheet 'S' is broken",
        packed(sheet('<sheetData><row r="1"><c r="A1" t="d"><v>9999-99-99</v></c></row></sheetData>')),
    ),
    BadFile(
        "outside.xlsx",
        "no Excel workbook, or a broken one",
        packed(sheet('<sheetData><row r="1"><c r="A1" t="str"><v>&j;</v></c></row></sheetData>', OUTSIDE)),
    ),
    BadFile("words.xlsx", "no Excel workbook, or a broken one", packed({"word/document.xml": b"<w:document/>"})),
)
