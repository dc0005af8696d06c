from __future__ import annotations

import pytest

from factcheck.documents.front_matter import MOST_CHARACTERS
from factcheck.documents.readers.markdown import of


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.quote(text)) for block in of(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Ships\n\nTwo left.", [("heading", "# Ships"), ("paragraph", "Two left.")], id="heading"),
        pytest.param(
            "Ships\n=====\nTwo left.",
            [("heading", "Ships"), ("furniture", "====="), ("paragraph", "Two left.")],
            id="underlined heading",
        ),
        pytest.param(
            "Two\nleft.\n\n---\n\nSix came.",
            [("paragraph", "Two\nleft."), ("furniture", "---"), ("paragraph", "Six came.")],
            id="a rule below a blank line underlines nothing",
        ),
        pytest.param(
            "Ada left on\nTuesday. It\nRained.", [("paragraph", "Ada left on\nTuesday. It\nRained.")], id="flow"
        ),
        pytest.param("- two\n* six\n3. ten", [("item", "- two"), ("item", "* six"), ("item", "3. ten")], id="items"),
        pytest.param(
            "| ship | tons |\n|---|---:|\n| Ada | 12 |",
            [("row", "| ship | tons |"), ("furniture", "|---|---:|"), ("row", "| Ada | 12 |")],
            id="table",
        ),
        pytest.param(
            "Two left.\n```\nx = 5\n\n# y\n```\nSix came.",
            [("paragraph", "Two left."), ("furniture", "```\nx = 5\n\n# y\n```"), ("paragraph", "Six came.")],
            id="code",
        ),
        pytest.param("~~~\n5\n```\n6", [("furniture", "~~~\n5\n```\n6")], id="code without an end"),
        pytest.param(
            "<!-- 5\n6 -->\nTwo left.", [("furniture", "<!-- 5\n6 -->"), ("paragraph", "Two left.")], id="comment"
        ),
        pytest.param("<!-- 5 -->\nTwo left.", [("furniture", "<!-- 5 -->"), ("paragraph", "Two left.")], id="one line"),
        pytest.param("[1]: https://example.org/2011", [("furniture", "[1]: https://example.org/2011")], id="link"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_lines_that_nobody_broke_by_hand_are_paragraphs() -> None:
    line = "Two ships left the harbour on Monday, the port authority said, and three more are to follow them soon."
    assert kinds(f"{line}\n{line}") == [("paragraph", line), ("paragraph", line)]


def test_marked_headings_are_the_only_ones() -> None:
    assert kinds("# Ships\n\nA night at sea\n\nTwo ships left the harbour on Monday.")[1][0] == "paragraph"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter_is_furniture_and_shifts_nothing(ending: str, mark: str) -> None:
    text = mark + ending.join(["---", "title: Ships", "---", "", "Two left."])
    reading = of(text)
    assert reading.text == text
    assert [block.span.quote(text) for block in reading.blocks] == [
        ending.join(["---", "title: Ships", "---"]),
        "Two left.",
    ]
    assert reading.metadata.title == "Ships"


@pytest.mark.parametrize(
    ("front", "key", "value"),
    [
        ("title: 'Ships: six of them'", "title", "Ships: six of them"),
        ("title: 1984", "title", "1984"),
        ("title: Ships\ntitle: Boats", "title", "Ships"),
        ("outlet: Harbour Times", "outlet", "Harbour Times"),
        ("url: https://example.org/a#b", "url", "https://example.org/a#b"),
        ("published: 2011-05-03", "published", "2011-05-03"),
        ("date: 2011-05-03T23:30:00-05:00", "published", "2011-05-03"),
        ("date: May 3, 2011", "published", "2011-05-03"),
        ("tags: [a, b]\nauthor: {name: Ada}", "title", "None"),
        ("title:", "title", "None"),
    ],
)
def test_front_matter_says(front: str, key: str, value: str) -> None:
    reading = of(f"---\n{front}\n---\nTwo left.")
    assert str(getattr(reading.metadata, key)) == value
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("title: [a", "front matter is not YAML (line "),
        ("- a\n- b", "front matter is not a list of `key: value` lines"),
        ("title: [a, b]", "front matter: title is not one value"),
        ("title: Ships\ntitle: Boats", "front matter: title stands 2 times; the first counts"),
        ("date: 2011-05-03\ntitle: a\ndate: 2011-05-04", "front matter: date stands 2 times"),
        ("published: 03/04/2011", "front matter: '03/04/2011' is no full date"),
        ("published: soon", "front matter: 'soon' is no full date"),
        ("a: " + "[" * 5000, "front matter is not simple YAML"),
        ("- " * 5000, "front matter is not simple YAML"),
        ("a: " + "x" * MOST_CHARACTERS, "front matter of more than"),
    ],
)
def test_broken_front_matter_is_said_and_the_text_is_read(front: str, problem: str) -> None:
    text = f"---\n{front}\n---\nTwo left."
    reading = of(text)
    assert [said[: len(problem)] for said in reading.problems] == [problem]
    assert reading.blocks[-1].span.quote(text) == "Two left."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: Ships\n\nTwo left.", id="no closing line"),
        pytest.param("Two left.\n---\ntitle: Ships\n---\n", id="not at the top"),
        pytest.param("----\ntitle: Ships\n----\n", id="other lines"),
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert of(text).metadata.title is None


def test_an_empty_front_matter_says_nothing() -> None:
    assert of("---\n---\nTwo left.").problems == ()


def test_aliases_are_never_followed() -> None:
    levels = "\n".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(30))
    assert of(f"---\na0: &a0 x\n{levels}\ntitle: Ships\n---\n").metadata.title == "Ships"
