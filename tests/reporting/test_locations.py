"""Where a figure stands, as programs take it."""

from __future__ import annotations

import pytest

from factcheck.model import Document, Mark, Span
from factcheck.reporting.locations import Region, address, region

TEXT = "Two lines\nof 1,200\nwords"


def found(*marks: Mark, span: Span) -> Region | None:
    return region(Document("d1", "a.txt", TEXT, marks=marks), span)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 3), Region(1, 1, 1, 4)),
        (Span(13, 18), Region(2, 4, 2, 9)),
        (Span(4, 18), Region(1, 5, 2, 9)),
        (Span(13, 24), Region(2, 4, 3, 6)),
    ],
)
def test_a_plain_text_s_lines_and_columns(span: Span, expected: Region) -> None:
    assert found(span=span) == expected


@pytest.mark.parametrize(
    ("place", "expected"), [("12:5", Region(12, 5)), ("page 3", None), ("B7", None), ("page 3, 12:5", None)]
)
def test_a_reader_s_mark(place: str, expected: Region | None) -> None:
    assert found(Mark(0, place), span=Span(13, 18)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.md", "a/b.md"),
        ("a b/ü.md", "a%20b/%C3%BC.md"),
        ("a.zip/b.txt", "a.zip/b.txt"),
        ("feed.xml#3", "feed.xml#3"),
        ("50%.md", "50%25.md"),
        ("C:\\a\\b.md", "C%3A/a/b.md"),
        ("what?.md", "what%3F.md"),
    ],
)
def test_a_path_as_an_address(path: str, expected: str) -> None:
    assert address(path) == expected
