from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.documents.readers.records import read
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.errors import UnreadableError
from factcheck.model import Document, Skipped


def parts(content: object, name: str = "a.json") -> list[Reading | Skipped]:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read(Source(name, data)))


def texts(content: object) -> list[tuple[str, str]]:
    return [(p.part, p.text) if isinstance(p, Reading) else (p.path, "skipped") for p in parts(content)]


TEXT = "Two ships left."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": TEXT}, [("", TEXT)]),
        ([{"text": TEXT}, {"body": "Six came."}], [("#1", TEXT), ("#2", "Six came.")]),
        ({"articles": [{"content": TEXT}, 5, {"id": 7}]}, [("#1", TEXT), ("#2", "skipped"), ("#3", "skipped")]),
        ({"data": {"items": [{"text": TEXT}]}}, [("#1", TEXT)]),
        ({"hits": {"hits": [{"_source": {"text": TEXT}}]}}, [("#1", TEXT)]),
        ({"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "articleBody": TEXT}]}, [("#1", TEXT)]),
        ({"headline": "Ships", "body_html": "<p>Two <b>ships</b> left.</p><p>6 × 10<sup>3</sup></p>"},
         [("", "Ships\n\nTwo ships left.\n\n6 × 10³")]),
        ({"content": {"rendered": "<p>Two ships left.</p>"}}, [("", TEXT)]),
        ({"newsItem": {"itemMeta": {"versionCreated": "2011-05-03"}, "contentSet": {"inlineXML": f"<p>{TEXT}</p>"}}},
         [("", TEXT)]),
        ({"paragraphs": 5, "id": "x"}, [("", "skipped")]),
        ([], None),
        (5, None),
    ],
)  # fmt: skip
def test_articles_are_found(content: object, expected: list[tuple[str, str]] | None) -> None:
    if expected is None:
        with pytest.raises(UnreadableError, match="JSON without an article in it"):
            parts(content)
    else:
        assert texts(content) == expected


@pytest.mark.parametrize(
    ("body", "text", "missing"),
    [
        ("Two ships left. Six more… [+2345 chars]", "Two ships left. Six more…", "2345"),
        ("<p>Two ships left [+12 chars]</p>\n[+345 chars]", "Two ships left [+12 chars]", "345"),
        ("Two ships left [+2345 chars] at dawn.", "Two ships left [+2345 chars] at dawn.", ""),
        ("[+2345 chars]", "[+2345 chars]", ""),
    ],
)
def test_a_text_that_its_service_cut_off_says_so(body: str, text: str, missing: str) -> None:
    (found,) = parts({"articles": [{"content": body}]})
    assert isinstance(found, Reading)
    assert found.text == text
    assert [missing in problem and "cut off" in problem for problem in found.problems] == [True] * bool(missing)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            {"title": "Ships", "source": "Courier", "date": "3 May 2011", "link": "https://example.org/1"},
            Metadata("Ships", "Courier", date(2011, 5, 3), "https://example.org/1"),
        ),
        (
            {
                "headline": "Ships",
                "publisher": {"@type": "Organization", "name": "Courier"},
                "datePublished": "2011-05-03T23:30:00-04:00",
                "dateModified": "2011-05-05",
                "mainEntityOfPage": {"@id": "https://example.org/1"},
            },
            Metadata(
                "Ships", "Courier", date(2011, 5, 3), "https://example.org/1", date(2011, 5, 5), "2011-05-04T03:30:00Z"
            ),
        ),
        (
            {"uri": "urn:newsml:1", "versioncreated": "2011-05-03T16:00:00Z", "provider": [{"name": "Wire"}]},
            Metadata(None, "Wire", date(2011, 5, 3), moment="2011-05-03T16:00:00Z"),
        ),
        ({"firstcreated": "2011-05-03", "versioncreated": "2011-05-04"},
         Metadata(None, None, date(2011, 5, 3), None, date(2011, 5, 4))),
        ({"url": "javascript:alert(1)"}, Metadata()),
    ],
)  # fmt: skip
def test_what_an_article_says_of_itself(known: dict[str, object], expected: Metadata) -> None:
    (found,) = parts({"text": TEXT} | known)
    assert isinstance(found, Reading)
    assert found.metadata == expected
    assert found.problems == ()


def test_a_date_that_is_none_is_told() -> None:
    (found,) = parts({"text": TEXT, "published": "last week"})
    assert isinstance(found, Reading)
    assert found.problems == ("'last week' is no full date; write it as 2022-02-04",)


def test_lines_are_read_one_by_one() -> None:
    data = b'{"text": "Two ships left."}\n\n{broken\n{"text": "Six came.", "n": ' + b"9" * 5000 + b"}\n"
    assert [(p.part if isinstance(p, Reading) else p.path) for p in parts(data, "a.jsonl")] == ["#1", "#3", "#4"]
    assert isinstance(parts(data, "a.jsonl")[1], Skipped)


def test_paragraphs_lead_back_to_their_item() -> None:
    found = parts([{"text": "a"}, {"title": "Ships", "text": "Two ships left.\n\nSix came."}])[1]
    assert isinstance(found, Reading)
    document = Document("d1", "a.json", found.text, marks=found.marks)
    assert document.place(0) == "item 2, title"
    assert document.place(found.text.index("Six")) == "item 2, paragraph 2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": ', "not JSON (line 1, column 10"),
        (b"[" * 100_000, "JSON nested too deep"),
        (b"\0\0", "not a text file"),
    ],
)
def test_what_is_no_json_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as error:
        parts(data)
    assert str(error.value).startswith(reason)
