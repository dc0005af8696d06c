"""Feeds, mails, archives and web archives: files that hold documents."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from factcheck.documents.reading import Limits, Metadata, Reading, Source, reader_of
from factcheck.errors import UnreadableError
from factcheck.model import Skipped
from tests.samples.packing import SAMPLES, packed, web_archive

TEXT = b"Two ships left the harbour."


def parts(name: str, data: bytes, limits: Limits | None = None) -> dict[str, str]:
    """By part, the text or the reason why it is skipped."""
    found = reader_of(name)(Source(name, data, limits or Limits()))
    return {
        (p.part if isinstance(p, Reading) else p.path): (p.text if isinstance(p, Reading) else p.reason) for p in found
    }


NIGHT = "2011-05-04T03:30:00Z"
"""In the zone of the samples still the third of May."""


def metadata(name: str) -> list[Metadata]:
    found = reader_of(name)(Source(name, (SAMPLES / name).read_bytes()))
    return [part.metadata for part in found if isinstance(part, Reading)]


def test_the_items_of_a_feed_have_their_day_as_the_feed_writes_it() -> None:
    title, outlet, url = "Ferry strands 120 passengers", "Skarvik Courier", "https://example.org/ferry"
    assert metadata("feed.rss")[0] == Metadata(title, outlet, date(2011, 5, 3), url, moment=NIGHT)
    assert metadata("feed.atom") == [
        Metadata(title, outlet, date(2011, 5, 3), url, date(2011, 5, 4), "2011-05-03T16:20:00Z")
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body>Two ships</body></html>", "XML that is no RSS or Atom feed"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss><channel>&b;</channel></rss>', "XML that defines entities"),
        (b"<rss><channel><title>a</title></channel></rss>", "a feed without items"),
    ],
)
def test_what_is_no_feed_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parts("a.xml", data)


def _spaced(size: int) -> bytes:
    return TEXT + b" " * (size - len(TEXT))


@pytest.mark.parametrize(
    ("members", "read"),
    [
        # each sibling is within the limit by itself: the members' own sizes, then what is in each of them
        ({f"{n}.zip": packed({"a.txt": _spaced(4_000)}) for n in range(4)}, ["/0.zip/a.txt", "/1.zip/a.txt"]),
        ({f"{n}.txt.gz": gzip.compress(_spaced(4_000)) for n in range(4)}, ["/0.txt.gz/0.txt", "/1.txt.gz/1.txt"]),
        # one that is too large takes no room from a small one behind it
        ({"0.zip": packed({"a.txt": _spaced(9_900)}), "1.zip": packed({"a.txt": TEXT})}, ["/1.zip/a.txt"]),
        # what is in an archive in an archive adds to the archive around it
        (
            {"0.zip": packed({"b.zip": packed({"a.txt": _spaced(9_000)}), "a.txt": _spaced(2_000)})},
            ["/0.zip/a.txt"],
        ),
        ({f"{n}.zip": packed({"a.txt": _spaced(2_000)}) for n in range(4)}, [f"/{n}.zip/a.txt" for n in range(4)]),
    ],
)
def test_all_that_is_unpacked_of_a_file_is_one_sum(members: dict[str, bytes], read: list[str]) -> None:
    found = parts("a.zip", packed(members), Limits(unpacked=10_000))
    assert [part for part, told in found.items() if told.startswith("Two ships")] == read
    others = [told for part, told in found.items() if part not in read]
    assert all("max_unpacked" in told for told in others)


def test_a_feed_that_breaks_off_is_read_so_far_and_told() -> None:
    found = parts("a.rss", b"<rss><channel><item><title>5 ships left</title></item><item><title>Six")
    assert found["#1"] == "5 ships left"
    assert found[""].startswith("the feed is broken")


def test_a_mail_says_who_and_when_and_its_quotes_are_furniture() -> None:
    assert metadata("mail.eml")[0] == Metadata("Ferry at Skarvík", "Ada Lind", date(2011, 5, 3), moment=NIGHT)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Subject: a\n\nTwo ships.", {"": "a\n\nTwo ships."}),
        (b"Subject: a\nContent-Type: text/html\n\n<p>Two</p><p>ships", {"": "a\n\nTwo\n\nships"}),
        (b"Subject: a\n\n", {"": "a mail without text; its attachments are read by themselves"}),
        (
            b"Subject: =?x?q?=\nDate: soon\nFrom: \nContent-Type: text/plain; charset=none\n\nTwo",
            {"": "=?x?q?=\n\nTwo"},
        ),
    ],
)
def test_mails(data: bytes, expected: dict[str, str]) -> None:
    assert parts("a.eml", data) == expected


def test_what_is_no_mail_is_said() -> None:
    with pytest.raises(UnreadableError, match="no mail"):
        parts("a.eml", TEXT)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"a.txt": TEXT}, {"/a.txt": TEXT.decode()}),
        ({"in/b.zip": packed({"a.txt": TEXT})}, {"/in/b.zip/a.txt": TEXT.decode()}),
        ({"../../a.txt": TEXT}, {"/../../a.txt": TEXT.decode()}),
        ({"a.txt": TEXT, ".b.txt": TEXT, "__MACOSX/a.txt": TEXT}, {"/a.txt": TEXT.decode()}),
        ({"a.txt": b" "}, {"/a.txt": "no text in it; there is nothing to check"}),
        ({"a.txt": b"\0\1\1"}, {"/a.txt": "not a text file (it holds NUL bytes); save it as plain text"}),
    ],
)
def test_the_files_of_an_archive_are_read(members: dict[str, bytes], expected: dict[str, str]) -> None:
    assert parts("a.zip", packed(members)) == expected


def test_what_an_archive_holds_beside_documents_is_said() -> None:
    found = parts("a.zip", packed({"a.xyz": TEXT, "sources.json": b"{}"}))
    assert found["/a.xyz"].startswith("no reader for .xyz files")
    assert found["/sources.json"].startswith("a list of documents is not read within an archive")


def test_archives_within_archives_end_at_the_limit() -> None:
    data = packed({"a.txt": TEXT})
    for _ in range(3):
        data = packed({"b.zip": data})
    assert parts("a.zip", data, Limits(depth=4)) == {"/b.zip/b.zip/b.zip/a.txt": TEXT.decode()}
    assert parts("a.zip", data, Limits(depth=3)) == {
        "/b.zip/b.zip/b.zip/a.txt": "deeper than 3 files within files; unpack it yourself"
    }


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", TEXT, "named so but not a zip archive"),
        ("a.zip", packed({"a.txt": TEXT})[:-9], "a zip archive that is cut off or broken"),
        ("a.zip", packed({}), "an archive without documents"),
        ("a.zip", packed({"a.txt": b"0" * 5000}), "unpacks to 5000 bytes, over the limit of 1000"),
        ("a.txt.gz", TEXT, "not a gzip file, or a broken one"),
        ("a.txt.gz", gzip.compress(TEXT)[:-4], "not a gzip file, or a broken one"),
        ("a.txt.gz", gzip.compress(b"0" * 5000), "unpacks to more than the limit of 1000 bytes"),
        ("a.warc", b"WARC/1.0 junk\r\n" * 9, "a web archive without a page"),
        (
            "a.warc",
            b"WARC/1.0\r\nContent-Length: 99\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n",
            "no web archive, or",
        ),
        ("a.warc", TEXT, "named .warc but no web archive"),
    ],
)
def test_what_is_no_archive_or_too_much_is_said(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as error:
        parts(name, data, Limits(unpacked=1000))
    assert str(error.value).startswith(reason)


def test_a_member_under_a_password_is_skipped_alone() -> None:
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of encryption in the directory's first entry
    assert parts("a.zip", bytes(data)) == {"/a.txt": "under a password; save it without one", "/b.txt": TEXT.decode()}


def test_a_packed_file_is_read_by_the_suffix_within() -> None:
    assert parts("a.txt.gz", gzip.compress(TEXT)) == {"/a.txt": TEXT.decode()}
    answers = web_archive(("https://example.org/", "text/plain", TEXT))
    assert parts("a.warc.gz", gzip.compress(answers)) == {"/a.warc#1": TEXT.decode()}


def test_a_web_archive_that_breaks_off_is_said() -> None:
    data = web_archive(("https://example.org/", "text/plain", TEXT), ("https://example.org/2", "text/plain", TEXT))
    found = parts("a.warc", data[: len(data) // 2 + 5])
    assert found["#1"] == TEXT.decode()


def test_a_skipped_part_keeps_its_place() -> None:
    found = list(reader_of("a.zip")(Source("a.zip", packed({"a.jsonl": b'{"x": 1}'}))))
    assert [part.path for part in found if isinstance(part, Skipped)] == ["/a.jsonl#1"]
