"""How much of a thing a figure covers, read from the words beside it."""

from __future__ import annotations

import pytest

from factcheck.claims import scopes
from tests.claims.builders import mention, mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another 20 people came.", {"besides"}),
        ("Some 20 other people came.", {"besides"}),
        ("They paid 20 euros each.", {"each"}),
        ("Annual sales of 20 million euros fell.", {"year"}),
        ("Half-year sales of [20 million euros] fell.", {"half"}),
        ("Two years ago [20] people came.", {"before"}),
        ("The previous fire killed 20 people.", {"before"}),
        ("More than 20 people came.", set()),
        ("The others left. Some 20 people came.", set()),
        ("Another of the old mills sold [20] cars.", set()),
        ("It sold [20] cars to Halland and another.", set()),
        ("Half-year sales of all [20] cars fell.", set()),
        ("Half-year sales: [20] cars.", {"half"}),
        ("The firm sold 20 cars (annually) in Elsin.", {"year"}),
    ],
)
def test_the_scope(text: str, expected: set[str]) -> None:
    assert mention(text).scope == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports were 120 bcm in 2021.", {"year": "2021"}),
        ("Exports were 120 bcm of gas in 2021.", {"year": "2021"}),
        ("It earned $20 million in the third quarter.", {"quarter": "third"}),
        ("It sold 20 cars in March.", {"month": "March"}),
        ("It sold 20 cars. In March it sold none.", {}),
        ("It sold 20 cars, and the firm that built them closed in 2021.", {}),
    ],
)
def test_the_period(text: str, expected: dict[str, str]) -> None:
    assert scopes.period(mentions(text)[0].figure, text) == expected


def test_parts_make_a_whole() -> None:
    men, women = mentions("Nine men and 11 women died.")
    assert 20 in men.sums
    assert 20 in women.sums


@pytest.mark.parametrize(("size", "others"), [(None, [3.0]), (3.0, [])])
def test_without_numbers_nothing_sums(size: float | None, others: list[float]) -> None:
    assert scopes.sums(size, others) == frozenset()
