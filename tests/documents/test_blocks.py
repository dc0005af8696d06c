"""Each text is written with `/` for a line end and `//` for a blank line; a row's list is what becomes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.blocks import split, with_repeats
from factcheck.model import Block, Span


def text_of(row: str) -> str:
    return row.replace("//", "\n\n").replace("/", "\n")


def blocks_of(text: str) -> list[Block]:
    return list(split(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(
            "Ships left on Monday./They came back on Friday.",
            ["Ships left on Monday.", "They came back on Friday."],
            id="one paragraph a line",
        ),
        pytest.param(
            "Ships left on//Friday is the day.",
            ["Ships left on", "Friday is the day."],
            id="a blank line always parts",
        ),
        pytest.param(
            "Ships that left/the harbour on Monday/came back.",
            ["Ships that left/the harbour on Monday/came back."],
            id="lines that run on in lower case are one paragraph",
        ),
        pytest.param(
            "Ships that left the harbour on Monday/after a storm came back. The mayor/Lind was glad of the/news.",
            ["Ships that left the harbour on Monday/after a storm came back. The mayor/Lind was glad of the/news."],
            id="in a hard-wrapped paragraph a capital may begin a line",
        ),
        pytest.param(
            "Harbour opens/Ships that left the old harbour on Monday/after the storm came back.",
            ["Harbour opens", "Ships that left the old harbour on Monday/after the storm came back."],
            id="a line with room for the next word ends its paragraph",
        ),
        pytest.param(
            "- two ships/- three boats that/left/2. Four more",
            ["- two ships", "- three boats that/left", "2. Four more"],
            id="items begin at their marks",
        ),
        pytest.param(
            "Ships that left/Updated: May 3,2011 15:01 IST/the harbour",
            ["Ships that left", "Updated: May 3,2011 15:01 IST", "the harbour"],
            id="a posting line stands alone",
        ),
        pytest.param("  /\u00a0/", [], id="white space alone"),
    ],
)
def test_split(row: str, expected: list[str]) -> None:
    text = text_of(row)
    assert [block.span.quote(text).replace("\n", "/") for block in blocks_of(text)] == expected


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(ending: str) -> None:
    text = ending.join(["First.", "Second.", "", "Third."])
    assert [block.span.quote(text) for block in blocks_of(text)] == ["First.", "Second.", "Third."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("• Two ships", "item"),
        ("- Two ships", "item"),
        ("1. Two ships", "item"),
        ("(2) Two ships", "item"),
        ("b) Two ships", "item"),
        ("1.5 million people", "paragraph"),
        ("2011. A year of storms", "paragraph"),
        ("-5 degrees at night", "paragraph"),
        ("*Two* ships", "paragraph"),
        ("A. Lind said so", "paragraph"),
    ],
)
def test_items_are_known_by_their_mark(line: str, kind: str) -> None:
    assert [block.kind for block in blocks_of(line)] == [kind]


@pytest.mark.parametrize(
    ("row", "repeats"),
    [
        pytest.param("Two ships left today.//Two ships left today.", [False, True], id="the same words"),
        pytest.param("Two ships left/today.//- Two ships left today.", [False, True], id="wrapped, then as an item"),
        pytest.param("1. TWO ships, left today!//Two ships left today.", [False, True], id="case and points aside"),
        pytest.param("Two ships left.//Two ships left.", [False, False], id="too few words"),
        pytest.param("Two ships left today.//Six ships left today.", [False, False], id="another number"),
    ],
)
def test_a_block_that_says_the_same_again_is_marked(row: str, repeats: list[bool]) -> None:
    text = text_of(row)
    assert [block.repeats for block in with_repeats(text, blocks_of(text))] == repeats


PIECES = st.sampled_from(
    ["Ships ", "left", ". ", " ", "\n", "\n\n", "\r\n", "- ", "1. ", "3 May 2011", "\ufeff", "\t", "“Yes”", "\x0b", "é"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_blocks_cover_all_ink_in_order_and_apart(text: str) -> None:
    blocks = blocks_of(text)
    covered = [n for block in blocks for n in range(block.span.start, block.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[n].isspace() or text[n] == "\ufeff" for n in set(range(len(text))) - set(covered))
    assert all(block.span.quote(text) == block.span.quote(text).strip().strip("\ufeff") for block in blocks)
