from __future__ import annotations

import pytest

from factcheck import extract
from factcheck.documents import from_text

STORY = ["The bridge opened to traffic after two years.", "It has six lanes.", "The mayor was there."]


def page(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(page("Bridge opens", "3 May 2011", *STORY), "2011-05-03", id="under the headline"),
        pytest.param(page("3 May 2011", "Bridge opens", *STORY), "2011-05-03", id="over the headline"),
        pytest.param(page(*STORY, "Date Published: 3 May 2011"), "2011-05-03", id="at the foot"),
        pytest.param(page("date 2011-05-03 The bridge opened.", *STORY), "2011-05-03", id="before the first sentence"),
        pytest.param(
            page("Updated: 4 May 2011", "3 May 2011", *STORY), "2011-05-03", id="a bare date before an update"
        ),
        pytest.param(
            page("4 May 2011", "Published: 3 May 2011", *STORY), "2011-05-03", id="published before a bare date"
        ),
        pytest.param(page("Updated: 4 May 2011 10:00", *STORY), "2011-05-04", id="an update where there is no other"),
        pytest.param(page("3 May 2011", "LONDON, May 3, 2011", *STORY), "2011-05-03", id="one day said twice"),
        pytest.param(page("3 May 2011", "A night.", "4 May 2011", *STORY), None, id="a time line: two bare days"),
        pytest.param(page(*STORY, *STORY, *STORY, "3 May 2011", *STORY), None, id="in the middle"),
        pytest.param(page("Bridge opens", "11/09/2010", *STORY), None, id="a date with two readings"),
        pytest.param(page("Bridge opens", "3 May", *STORY), None, id="no year: never guessed"),
        pytest.param(page("- 3 May 2011", *STORY), None, id="an item of a list"),
        pytest.param("3 May 2011", None, id="a date that is all of the text"),
        pytest.param(page("ELSIN, May 2, 2024 - The bridge opened early."), "2024-05-02", id="a wire's dateline"),
        pytest.param(page("ELSIN, Norland, 2 May 2024 (Wire) — It opened."), "2024-05-02", id="with region and agency"),
        pytest.param(page("Elsin, Norland, May 2, 2024 — It opened."), "2024-05-02", id="a place in small letters"),
        pytest.param(page("May 2, 2024 (The Elsin Post) - It opened."), "2024-05-02", id="an outlet for a place"),
        pytest.param(
            page("Bridge opens", "3 May 2011", "ELSIN, May 2, 2011 - It opened."), "2011-05-03", id="a line first"
        ),
        pytest.param(page("May 2 (The Elsin Post) - It opened."), None, id="a dateline without its year"),
        pytest.param(page("ELSIN (Wire) - On May 2, 2024 - it opened."), None, id="a date inside the story"),
        pytest.param(page("Elsin on May 2, 2024 - a quiet town - woke."), None, id="a place in running text"),
        pytest.param(page(*STORY), None, id="no date"),
    ],
)
def test_the_page_dates_itself(text: str, published: str | None) -> None:
    found = from_text(text).published
    assert (found and found.isoformat()) == published


def test_the_posting_line_becomes_furniture() -> None:
    document = from_text(page("Bridge opens", "3 May 2011", *STORY))
    assert [block.kind for block in document.blocks] == ["heading", "furniture", *["paragraph"] * 3]


def test_the_days_of_a_time_line_stay_text() -> None:
    document = from_text(page("3 May 2011", "A night.", "4 May 2011", *STORY))
    assert "furniture" not in {block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("ELSIN, May 2, 2024 (Alpine Wire) - ", "Alpine Wire"),
        ("Elsin, Norland, May 2, 2024 — ", None),
        ("May 2, 2024 (The Elsin Post) - ", "The Elsin Post"),
        ("ELSIN, May 2 (Alpine Wire) - ", "Alpine Wire"),
    ],
)
def test_a_dateline_is_no_part_of_the_story(line: str, outlet: str | None) -> None:
    document = from_text(f"{line}Six ships left on 3 May 2024.\n\nTwo came back.\n")
    blocks = [(block.kind, block.span.quote(document.text)) for block in document.blocks]
    assert blocks == [
        ("furniture", line.rstrip()),
        ("paragraph", "Six ships left on 3 May 2024."),
        ("paragraph", "Two came back."),
    ]
    assert document.outlet == outlet


def test_a_dateline_is_read_in_the_first_paragraph_alone() -> None:
    document = from_text("The bridge opened.\n\nELSIN, May 2, 2024 (Wire) - It has six lanes.\n")
    assert (document.published, document.outlet) == (None, None)
    assert "furniture" not in {block.kind for block in document.blocks}


def test_the_days_of_a_story_count_from_its_dateline_which_is_no_figure() -> None:
    figures = extract("ELSIN, May 2, 2024 (Wire) - The bridge opened on Monday, and 300 people came.")
    assert [(f.kind, f.to_dict()["low"]) for f in figures] == [("date", "2024-04-29"), ("count", 300)]
