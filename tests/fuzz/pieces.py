"""What texts and files are made of, to be put together at random."""

from __future__ import annotations

_WRITTEN = (
    "$ £ € % ½ ² ⁹ 1 5 12 310 1,000 1.000,5 1e9 10^9 0.5 .5 -3 1/2 3-5 3:45 2024 1990s 7' and to by of from the a an "
    "about over nearly million billion m bn k hundred dozen half two twenty-one third percent points per people ships "
    "tonnes km/h °C dollars US$ rose fell between up down Monday May 5 June 31, 2024 Q3 noon GMT p.m. U.S. Mr. No. "
    "( ) [ ] \" “ ” ' ’ , . ; : ? ! - – — / \\ | # * _ ` ~ < > & + = @"
)
WORDS = (
    *_WRITTEN.split(),
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u0663",
    "\uff15",
    "\U0001d7d9",
    "\u0301",
    "\ud800",
    "\0",
)

_XML = (
    b"<",
    b">",
    b"</",
    b"/>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"&amp;",
    b"&#0;",
    b"&x;",
    b'="',
    b"<?xml version='1.0'?>",
    b'<!DOCTYPE a [<!ENTITY x "y">]>',
)
_ZIP = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff", b"\0\0\0\0", b"a.txt", b"mimetype", b"../")
_HTML = (
    *_XML,
    b"<p>",
    b"</p>",
    b"<table><tr><td>",
    b"<th colspan=9>",
    b"<sup>",
    b"<li>",
    b"<h1>",
    b"<script>",
    b"<meta charset=",
    b"<time datetime=",
    b"<figcaption>",
)
_TEXT = (
    b"\n",
    b"\n\n",
    b"- ",
    b"1. ",
    b"Published: 3 May 2024\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\0",
    b"\xa35m",
    b"\xc3",
    b"310 men. ",
)
PIECES: dict[str, tuple[bytes, ...]] = {
    ".txt": _TEXT,
    ".md": (
        *_TEXT,
        b"---\n",
        b"title: ",
        b"published: ",
        b"# ",
        b"| a | 5 |\n",
        b"|---|\n",
        b"```\n",
        b"> ",
        b"===\n",
        b"<!--",
        b"[^1]: ",
    ),
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": (
        b"obj",
        b"endobj",
        b"stream\n",
        b"endstream",
        b"xref\n",
        b"trailer",
        b"/Kids [",
        b"/Length 99999",
        b"/Count -1",
        b"/Type /Page",
        b"BT",
        b"ET",
        b"Tj",
        b"%%EOF",
    ),
    ".docx": _ZIP,
    ".odt": _ZIP,
    ".xlsx": _ZIP,
    ".zip": _ZIP,
    ".csv": (b",", b";", b"\t", b'"', b'""', b"\n", b"\r", b"=A1", b"1,000", b"name", b"%", b"\0"),
    ".tsv": (b"\t", b'"', b"\n", b"name", b"5"),
    ".json": (
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b'"',
        b'"text"',
        b'"title"',
        b'"published"',
        b'"@type": "NewsArticle"',
        b"1e999",
        b"NaN",
        b"\\ud800",
        b"null",
    ),
    ".jsonl": (b"{", b"}", b"[", b"\n", b'"text": ', b'"', b"\\u0000"),
    ".rss": (*_XML, b"<item>", b"</item>", b"<pubDate>", b"<description>", b"<rss>", b"<feed>", b"<entry>"),
    ".xml": (*_XML, b"<item>", b"<entry>", b"<content type='xhtml'>"),
    ".eml": (
        b"\n\n",
        b"Content-Type: ",
        b"multipart/mixed; boundary=a",
        b"--a\n",
        b"--a--",
        b"base64",
        b"=?utf-8?q?",
        b"?=",
        b"Subject: ",
        b"Date: ",
        b"=3D",
        b"=\n",
    ),
    ".warc": (b"WARC/1.0\r\n", b"Content-Length: ", b"\r\n\r\n", b"HTTP/1.1 200 OK", b"-1", b"99999999"),
}
"""By suffix; a format without its own is put together from those of plain text."""


def pieces(suffix: str) -> tuple[bytes, ...]:
    return PIECES.get(suffix, _TEXT)
