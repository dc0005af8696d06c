"""Comments to the program: what they say, which line or block they are for, and that no word of theirs is text."""

from __future__ import annotations

import pytest

from factcheck.documents.reading import Reading, Source, reader_of
from factcheck.documents.remarks import Order, order
from factcheck.errors import UnreadableError
from factcheck.model import Remark, Skipped


def read(text: str, name: str = "a.md") -> Reading:
    (reading,) = reader_of(name)(Source(name, text.encode()))
    assert not isinstance(reading, Skipped)
    return reading


def covered(reading: Reading) -> list[str | None]:
    """What each remark is for; None for the whole document."""
    return [" ".join(r.span.quote(reading.text).split()) if r.span else None for r in reading.remarks]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("factcheck: ignore unit/currency: agreed", Order(("unit/currency",), "agreed")),
        (" Factcheck :ignore draft , calendar/:  two\n lines ", Order(("draft", "calendar/"), "two lines")),
        ("factcheck: ignore draft draft: why: because", Order(("draft",), "why: because")),
        ("factcheck: ignore-file draft: old", Order(("draft",), "old", whole=True)),
        ("factcheck: ignore draft", Order(("draft",), "")),
        ("factcheck: ignore draft:", Order(("draft",), "")),
        ("factcheck: ignore: all of it", Order((), "all of it")),
        ("factcheck: ignore", Order((), "")),
        ("factcheck: ignored draft: x", Order((), "")),
        ("factcheck: off", Order((), "")),
        ("factcheckers: ignore draft: x", None),
        ("see factcheck: ignore draft: x", None),
        ("TODO", None),
    ],
)
def test_what_a_comment_says(comment: str, expected: Order | None) -> None:
    assert order(comment) == expected


SAID = "<!-- factcheck: ignore unit: why 5 -->"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"Six came. {SAID}\n\nTen left.", ["Six came."]),
        (f"{SAID}\nSix came.\n\nTen left.", ["Six came."]),
        (f"{SAID}\n\n\nSix came.", ["Six came."]),
        (f"{SAID}\n{SAID}\nSix came.", ["Six came.", "Six came."]),
        (f"Six {SAID} came.", ["Six came."]),
        (f"Six came\nand {SAID}\nten left.", ["and"]),
        (f"Six came.\n\n{SAID}\n", [""]),
        ("Six came. <!-- factcheck: ignore\nunit: why -->\nTen left.", ["Six came."]),
        ("<!-- factcheck: ignore-file unit: why -->\nSix came.", [None]),
        (f"| a | 6 | {SAID}\n|---|---|\n| b | 7 |", ["| a | 6 |"]),
        (f"- six {SAID}\n- ten", ["- six"]),
    ],
)
def test_the_line_that_a_comment_is_for(text: str, lines: list[str | None]) -> None:
    assert covered(read(text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Six came. `<!-- factcheck: ignore unit: why -->`",
        "```\n<!-- factcheck: ignore unit: why -->\n```\nSix came.",
        "Six came. <!-- factcheck: ignore unit: no end",
        "Six came. [factcheck: ignore unit: why]",
        "Six came. <!-- the factcheck: ignore unit: why -->",
    ],
)
def test_what_is_shown_or_unfinished_is_no_comment(text: str) -> None:
    reading = read(text)
    assert (reading.remarks, reading.text) == ((), text)


def test_a_comment_is_blank_and_moves_nothing() -> None:
    text = f"# Head\n\nSix came. {SAID} Ten left.\n"
    reading = read(text)
    assert len(reading.text) == len(text)
    assert reading.text.index("Ten") == text.index("Ten")
    assert "factcheck" not in reading.text
    assert "5" not in reading.text
    assert [(b.kind, b.span.quote(reading.text)[:4]) for b in reading.blocks] == [
        ("heading", "# He"),
        ("paragraph", "Six "),
    ]
    assert reading.remarks[0].line == 3


@pytest.mark.parametrize("comment", ["[factcheck: ignore unit: why]", SAID, "[ Factcheck: ignore unit: why ]"])
def test_plain_text_has_square_brackets_too(comment: str) -> None:
    reading = read(f"Six came. {comment}\nTen left.\n", "a.txt")
    assert covered(reading) == ["Six came."]
    assert "factcheck" not in reading.text.lower()


def test_many_comments_without_an_end_take_no_time() -> None:
    text = "<!-- factcheck: [factcheck: " * 100_000
    assert read(text, "a.txt").remarks == ()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_more_comments_than_anybody_writes_are_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match="over 1000 comments to factcheck in it"):
        read("<p>Six came.</p>" + SAID * 1001, name)
    assert len(read(page("<p>Six came.</p>" + SAID * 1000), name).remarks) == 1000


def page(body: str, before: str = "") -> str:
    filler = "The old town of Port Elsin has a harbour that many ships call at in the summer months of the year. "
    return (
        f"<!doctype html>{before}<html><head><title>Harbour</title></head><body><article><h1>Harbour</h1>\n"
        f"<p>{filler * 3}</p>\n{body}\n</article></body></html>"
    )


HTML = "<!-- factcheck: ignore unit: why 5 -->"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (f"<p>Six ships came in May. {HTML}</p><p>Ten ships left in June.</p>", ["Six ships came in May."]),
        (f"{HTML}\n<p>Six ships came in May.</p><p>Ten ships left in June.</p>", ["Six ships came in May."]),
        (f"<p>Six {HTML}<b>ships</b> came in May.</p><p>Ten ships left in June.</p>", ["Six ships came in May."]),
        (f"<ul><li>Six ships</li>{HTML}<li>Ten ships</li></ul>", ["Ten ships"]),
        (f"<p>Six ships came in May.</p>{HTML}", [""]),
        ("<p>Six ships came in May.</p><!-- factcheck: ignore-file unit: why -->", [None]),
        (f"{HTML}<ul><li>Six ships</li><li>Ten ships</li></ul>", ["Six ships Ten ships"]),
        (
            f"<table><tr><th>Ship</th><th>Tons</th></tr><tr><td>Ada</td><td>6 {HTML}</td></tr></table>",
            ["| Ship | Tons | | Ada | 6 |"],
        ),
    ],
)
def test_the_block_of_a_page_that_a_comment_is_for(body: str, blocks: list[str | None]) -> None:
    reading = read(page(body), "a.html")
    assert covered(reading) == blocks
    assert "factcheck" not in reading.text
    assert "5" not in reading.text


def test_a_comment_before_a_page_is_for_the_whole_page() -> None:
    reading = read(page("<p>Six ships came in May.</p>", "<!-- factcheck: ignore-file unit: why -->"), "a.html")
    assert reading.remarks == (Remark(1, ("unit",), "why"),)


def test_other_comments_of_a_page_change_nothing() -> None:
    body = "<p>Six <!-- not five --> ships came in May<!-- 1 -->.</p>"
    spoken = read(page(f"{body}<!-- factcheck: ignore-file unit: why -->"), "a.html")
    silent = read(page(body), "a.html")
    assert (spoken.text, spoken.blocks) == (silent.text, silent.blocks)
    assert silent.remarks == ()
