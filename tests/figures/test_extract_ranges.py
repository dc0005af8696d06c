"""Ranges, alternatives, and lists that share a unit."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, texts, value

RANGES = [
    ("The port expects 10-15 million boxes.", "10-15 million", "10000000..15000000", "box"),
    ("The port expects 10–15 ships.", "10–15", "10..15", "ship"),
    ("The port expects 10 to 15 ships.", "10 to 15", "10..15", "ship"),
    ("The port expects ten to fifteen ships.", "ten to fifteen", "10..15", "ship"),
    ("The port expects between 3 and 5 ships.", "3 and 5", "3..5", "ship"),
    ("The port expects between three and five ships.", "three and five", "3..5", "ship"),
    ("The port expects three or four ships.", "three or four", "3..4", "ship"),
    ("The port expects 3 or 4 ships.", "3 or 4", "3..4", "ship"),
    ("The pier would cost $3 billion to $5 billion.", "$3 billion to $5 billion", "3000000000..5000000000", "USD"),
    ("The pier would cost $3-$5 million.", "$3-$5 million", "3000000..5000000", "USD"),
    ("The pier would cost $3-5 million.", "$3-5 million", "3000000..5000000", "USD"),
    ("The pier would cost between $3 million and $5 million.", "$3 million and $5 million", "3000000..5000000", "USD"),
    ("The pier would cost 8 or 9 euros.", "8 or 9", "8..9", "EUR"),
    ("The pipe is 5 to 7 metres long.", "5 to 7", "5..7", "meter"),
    ("The pipe is 5-7 m long.", "5-7", "5..7", "meter"),
    ("The pipe is 0.5 to 0.7 inches wide.", "0.5 to 0.7", "0.5..0.7", "inch"),
    ("The trip takes two or three hours.", "two or three", "2..3", "hour"),
    ("The trip takes 2-3 hours.", "2-3", "2..3", "hour"),
    ("Some 100,000 to 150,000 people marched.", "100,000 to 150,000", "100000..150000", "person"),
    ("Some 5–6 million people marched.", "5–6 million", "5000000..6000000", "person"),
    ("The rate is 3.5-4.0 percent.", "3.5-4.0", "3.5..4", "percent"),
    ("He was jailed for 18 to 24 months.", "18 to 24", "18..24", "month"),
    ("It costs $20 to $25 a head.", "$20 to $25", "20..25", "USD/head"),
    ("Some 3,000 – 4,000 people came.", "3,000 – 4,000", "3000..4000", "person"),
]

SHARED = [
    ("The firm sells 7- and 8-inch panels.", ["7", "8"], "inch"),
    ("The walls are 4, 5 and 6 metres high.", ["4", "5", "6"], "meter"),
    ("Tickets cost 10, 15 and 20 euros.", ["10", "15", "20"], "EUR"),
    ("Shares fell 3, 4 and 5 percent.", ["3", "4", "5"], "percent"),
    ("The room is 20 by 30 feet.", ["20", "30"], "foot"),
]

APART = [
    ("The town has 12 schools and 3 libraries.", ["12", "3"]),
    ("The price went from $40 to $35.", ["$40", "$35"]),
    ("Staff numbers went from 40 to 35.", ["40", "35"]),
    ("A track costs $0.99 or ¥500.", ["$0.99", "¥500"]),
    ("Staff numbers rose by 5 to 40.", ["5", "40"]),
    ("He gave 5 apples to 3 boys.", ["5", "3"]),
    ("The farm has 5 cows and 30 goats.", ["5", "30"]),
    ("Of the 12 boats, three sank.", ["12", "three"]),
    ("The bill passed by 52 votes to 48.", ["52", "48"]),
    ("The ferry carried 400 passengers and 35 crew.", ["400", "35"]),
    ("The bridge is 1,400 feet long and 60 feet wide.", ["1,400", "60"]),
]


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), RANGES)
def test_a_range_has_two_ends_and_one_unit(sentence: str, number: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (value(found), found.amount.unit) == (expected, unit)


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), RANGES[:8])
def test_a_range_is_bound_between_its_ends(sentence: str, number: str, expected: str, unit: str) -> None:
    assert figure(sentence, number).amount.bound == "between"


@pytest.mark.parametrize(("sentence", "numbers", "unit"), SHARED)
def test_a_unit_carries_over_a_list(sentence: str, numbers: list[str], unit: str) -> None:
    assert texts(sentence) == numbers
    assert {figure(sentence, number).amount.unit for number in numbers} == {unit}


@pytest.mark.parametrize(("sentence", "numbers"), APART)
def test_two_numbers_that_are_no_range_stay_two(sentence: str, numbers: list[str]) -> None:
    assert texts(sentence) == numbers
