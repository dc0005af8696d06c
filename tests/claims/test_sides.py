"""The figures of a claim by the value that they support, and how far the sides stand apart."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

from factcheck.claims.sides import gap, sides
from tests.claims.builders import mentions


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["12 people", "twelve people"], [["12", "twelve"]]),
        (["13 people", "12 people", "12 people"], [["12", "12"], ["13"]]),
        (["10 kilometers", "72 kilometers", "6 miles"], [["10", "6"], ["72"]]),
        (["13 people. 13 people. 13 people.", "12 people", "12 people"], [["12", "12"], ["13", "13", "13"]]),
        (["12 people", "13 people. 13 people."], [["13", "13"], ["12"]]),
        (["14 people", "13 people", "12 people"], [["14"], ["13"], ["12"]]),
        (["at least 17 people", "Seventeen people", "19 people"], [["Seventeen", "17"], ["19"]]),
        (["It struck at 8:00 am local time (0300 GMT).", "It struck at 0300 GMT."], [["0300", "8:00 am", "0300"]]),
        (
            ["The loan is 30 billion euros ($40 billion).", "The loan is $40 billion."],
            [["30 billion", "$40 billion", "$40 billion"]],
        ),
    ],
    ids=[
        "one value",
        "the side with more documents first",
        "one value in two units",
        "documents count, not repetitions",
        "repetitions count where documents do not tell",
        "the order of the text where nothing tells",
        "an exact figure before its bound",
        "a clock time in two zones",
        "money in two currencies",
    ],
)
def test_sides(texts: list[str], expected: list[list[str]]) -> None:
    assert [[m.figure.text for m in side] for side in sides(mentions(*texts))] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["100,000 troops", "130,000 troops"], "1.3"),
        (["130,000 troops", "100,000 troops"], "1.3"),
        (["10 people", "11 people", "15 people"], "1.5"),
        (["5 tonnes", "500 kilograms"], "10"),
        (["three or four people", "7 people"], "2"),
        (["10 kilometers", "6 miles"], None),
        (["dozens of people", "50 people"], None),
        (["0 people", "5 people"], None),
    ],
    ids=[
        "largest over smallest",
        "in any order",
        "of three sides",
        "in one unit",
        "from the middle of a range",
        "not for one side",
        "not for a vague word",
        "not for nothing",
    ],
)
def test_gap(texts: list[str], expected: str | None) -> None:
    assert gap(sides(mentions(*texts))) == (Decimal(expected) if expected else None)


def test_a_conversion_stands_with_what_it_converts() -> None:
    members = mentions("The damage is [£85 million] ([$109 million])", "The damage is [£120 million]")
    assert [[m.figure.text for m in side] for side in sides(members)] == [
        ["£85 million", "$109 million"],
        ["£120 million"],
    ]


def test_the_order_of_the_documents_does_not_make_the_sides() -> None:
    said = ["$1.2 billion", "$1.23 billion", "$1.16 billion"]
    found = {tuple(len(side) for side in sides(mentions(*order))) for order in permutations(said)}
    assert found == {(2, 1)}


def test_opposed_bounds_on_one_number_are_two_sides() -> None:
    assert len(sides(mentions("more than 50 people", "nearly 50 people"))) == 2
