"""Figures at one place of a copied text: they are one claim whatever they say, and a changed number is a conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.claims.counterparts import counterparts, same_place
from factcheck.claims.mentions import Mention
from factcheck.model import Copied, Span, Stance
from tests.claims.builders import Source, checked, mentions

PORT = (
    "The port authority of Elsin said on Thursday that {} were aboard the ferry Maren when it ran onto a sandbank "
    "outside the harbour, and that the ship would be towed in at the next spring tide."
)
LINE = (
    "The company that runs the ferries between Elsin and Norvik said that {} and that it would order new ships from a "
    "yard on the mainland as soon as its bank had agreed to the loan."
)
DAY, NEXT = date(2024, 3, 7), date(2024, 3, 8)


@pytest.mark.parametrize(
    ("text", "first", "second", "stance"),
    [
        (PORT, "214 people", "241 people", "conflict"),
        (PORT, "five people", "six people", "conflict"),
        (PORT, "more than 100,000 people", "more than 130,000 people", "conflict"),
        (PORT, "about 100,000 people", "about 104,000 people", "conflict"),
        (PORT, "at least 11 people", "at least 12 people", "conflict"),
        (LINE, "it lost money on 3 May", "it lost money on 4 May", "conflict"),
        (LINE, "it was founded in 1987", "it was founded in 1978", "conflict"),
        (LINE, "profit was $1.2 billion", "profit was $1.2 million", "conflict"),
        (PORT, "214 people", "214 people", "agree"),
        (PORT, "1,200 people", "about 1,200 people", "agree"),
        (PORT, "100 people", "more than 100 people", "agree"),
        (PORT, "dozens of people", "nearly 100 people", "compatible"),
    ],
)
@pytest.mark.parametrize("published", [DAY, NEXT], ids=["of one day", "a day later"])
def test_a_copy_with_another_number(
    text: str, first: str, second: str, stance: Stance, published: date, tmp_path: Path
) -> None:
    wire, copy = Source(text.format(first), DAY, "Wire"), Source(text.format(second), published, "Gazette")
    report = checked(tmp_path, wire, copy)
    assert stance in [c.stance for c in report.claims]
    changed = [f for f in report.findings if any("one of the two changed the number" in why for why in f.explanations)]
    assert [f.rule for f in changed] == (["discrepancy/conflict"] if stance == "conflict" else [])


def test_a_bound_leaves_room_between_two_texts(tmp_path: Path) -> None:
    own = (
        "When the Maren ran onto the bank off Elsin at least 12 people were aboard the ferry, its cook told this paper."
    )
    report = checked(tmp_path, PORT.format("at least 11 people"), own)
    assert "conflict" not in [c.stance for c in report.claims]


def test_today_is_another_day_a_day_later(tmp_path: Path) -> None:
    text = LINE.format("the first ship sails today")
    report = checked(tmp_path, Source(text, DAY, "Wire"), Source(text, NEXT, "Gazette"))
    assert (report.claims, report.findings) == ((), ())


def placed(text: str, name: str, of: str | None = None) -> Mention:
    """The marked figure of a text as document `name`, which copies document `of`."""
    (made,) = mentions(text)
    copied = (Copied(Span(0, len(made.document.text)), of),) if of else ()
    return replace(made, document=replace(made.document, id=name, copied=copied))


HERE, THERE = (
    "The ferry Maren had [214] people on board that day.",
    "The ferry Maren had [241] people on board that day.",
)
ELSEWHERE = "The tug that came for the Maren pulled [214] tonnes of sand out of its way."


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([placed(HERE, "a"), placed(THERE, "b", "a")], [(0, 1)]),
        ([placed(HERE, "a"), placed(THERE, "b", "c")], []),
        ([placed(HERE, "b", "a"), placed(THERE, "c", "a")], [(0, 1)]),
        ([placed(HERE, "a"), placed(THERE, "b")], []),
        ([placed(HERE, "a"), placed(ELSEWHERE, "b", "a")], []),
        ([placed("[214] people died.", "a"), placed("[241] people died.", "b", "a")], []),
        ([placed(HERE, "a"), placed(HERE, "a"), placed(THERE, "b", "a")], []),
    ],
    ids=[
        "a copy",
        "a copy of something else",
        "two copies of a third",
        "the same words, not known as a copy",
        "other words",
        "too few words to tell a place",
        "two such places in one document",
    ],
)
def test_a_place_is_told_by_the_words_beside(figures: list[Mention], expected: list[tuple[int, int]]) -> None:
    assert list(counterparts(figures)) == expected


def test_one_place_is_one_place_seen_from_either_side() -> None:
    original, copy, other = placed(HERE, "a"), placed(THERE, "b", "a"), placed(ELSEWHERE, "b", "a")
    assert same_place(original, copy)
    assert same_place(copy, original)
    assert not same_place(original, other)
    assert not same_place(original, original)
