from __future__ import annotations

import pytest

from factcheck.documents.blocks import split
from factcheck.documents.layout import lay_out
from factcheck.model import Span

LONG = "Two ships left the harbour on Monday, the port authority said, and three more are to follow them this week."


def kinds(text: str) -> list[str]:
    blocks = list(lay_out(text, list(split(text, Span(0, len(text))))))
    return [f"{block.kind}: {block.span.quote(text)[:30]}" for block in blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "READ MORE »",
        "Source link",
        "12 comments",
        "3 min read",
        "24m ago",
        "Share this article with friends",
        "We use cookies to count our 1,200 readers.",
        "Sign up for our newsletter",
        "You’ll find our newsletter, delivered to your inbox at 7am",
        "Image caption Two ships in the harbour",
        "WireCopyright: Wire",
        "© 2011 Harbour Times",
        "Updated: July 2,2011 15:01 IST",
        "Last updated at 12:41 GMT",
        "Related articles",
        "* * *",
        "—",
    ],
)
def test_furniture(line: str) -> None:
    assert kinds(f"{LONG}\n{line}\n{LONG}")[1] == f"furniture: {line[:30]}"


@pytest.mark.parametrize(
    "line",
    [
        "Read more than 12 books a year and you know more than most.",
        "Subscribers rose to 1.2 million.",
        "12 comments were made at the hearing.",
        "Sponsored by 30 states, the bill passed.",
        "He said the newsletter had 300 readers.",
        "July 2, 2011, was a Saturday.",
    ],
)
def test_a_sentence_is_no_furniture(line: str) -> None:
    assert kinds(f"{LONG}\n{line}\n{LONG}")[1] == f"paragraph: {line[:30]}"


@pytest.mark.parametrize(
    ("lines", "place", "kind"),
    [
        pytest.param(["Ships leave harbour", LONG], 0, "heading", id="the first line"),
        pytest.param(["Ships leave harbour"], 0, "heading", id="the only line"),
        pytest.param(["Ships leave harbour after a storm of 3 days that " * 2, LONG], 0, "heading", id="18 words"),
        pytest.param(["Ships leave harbour after a storm of 3 days that " * 3, LONG], 0, "paragraph", id="27 words"),
        pytest.param(["Ships leave harbour.", LONG], 0, "paragraph", id="a full stop"),
        pytest.param(["“Ships leave harbour.”", LONG], 0, "paragraph", id="a full stop in quotes"),
        pytest.param(["Source link", "Ships leave harbour", LONG], 1, "heading", id="first below furniture"),
        pytest.param([LONG, "Two 'lucky' days", LONG], 1, "heading", id="between paragraphs"),
        pytest.param([LONG, "Two days", "A night at sea", LONG], 1, "heading", id="over another heading"),
        pytest.param([LONG, "The mayor said:", LONG], 1, "paragraph", id="a colon leads on"),
        pytest.param([LONG, "Two days in harbour"], 1, "paragraph", id="nothing follows"),
        pytest.param([LONG, "Two days in harbour", "Six nights"], 1, "paragraph", id="no paragraph follows"),
        pytest.param([LONG, "- Two days in harbour", LONG], 1, "item", id="an item stays one"),
    ],
)
def test_headings(lines: list[str], place: int, kind: str) -> None:
    assert kinds("\n".join(lines))[place].split(":")[0] == kind


def test_what_follows_the_end_of_a_page_is_furniture_where_it_is_short() -> None:
    teaser = ["Check also", "Harbour to close for 10 days", "The port authority …"]
    assert [kind[:9] for kind in kinds("\n".join([LONG, *teaser]))] == ["paragraph", *["furniture"] * 3]


def test_an_article_that_goes_on_after_related_links_is_read() -> None:
    assert [kind[:9] for kind in kinds("\n".join([LONG, "Related:", LONG, LONG, LONG, LONG]))] == [
        "paragraph",
        "furniture",
        *["paragraph"] * 4,
    ]


def test_a_posting_note_is_cut_off_the_sentence_that_it_leads() -> None:
    assert kinds(f"date 2011-05-03 {LONG}") == ["furniture: date 2011-05-03", f"paragraph: {LONG[:30]}"]
