"""Values in two units, units of a list, and words that weigh or pay."""

from __future__ import annotations

import pytest

from factcheck import extract
from tests.figures.extracted import figure, texts, value

TWO_UNITS = [
    ("It took 12 minutes, 31 seconds.", "12 minutes, 31", "duration", "751", "second"),
    ("It took two hours and 5 minutes.", "two hours and 5", "duration", "125", "minute"),
    ("She is 5 feet 6 inches tall.", "5 feet 6", "measure", "5.5", "foot"),
    ("She is 5 ft 6 in tall.", "5 ft 6", "measure", "5.5", "foot"),
    ("The calf weighs 12 pounds 8 ounces.", "12 pounds 8", "measure", "12.5", "pound"),
]

APART = [
    ("It took 12 minutes, then 31 seconds.", ["12", "31"]),
    ("He ran 5 miles in 31 minutes.", ["5", "31"]),
    ("They worked 31 seconds and 12 minutes.", ["31", "12"]),
    ("They met in 2 years, 30 months apart.", ["2", "30"]),
]

LISTS = [
    ("The display shows 1920x1200 pixels.", "1920", "measure", "pixel"),
    ("It holds 8, 9 or 12 litres.", "8", "measure", "liter"),
    ("They come with 2.3 or 2.6 GHz chips.", "2.3", "measure", "gigahertz"),
    ("The 13- and 15-inch models sell well.", "13", "measure", "inch"),
    ("The sisters, aged 12 and 15, left.", "15", "age", "year"),
    ("She averages 16 points and 8 rebounds a game.", "16", "rate", "point/game"),
]

INCHES = [
    ('The 15" models sell well.', '15"', "inch"),
    ("The 15″ models sell well.", "15″", "inch"),
    ("The 15” models sell well.", "15”", "inch"),
    ('"We sold 15" was all that she said.', "15", ""),
    ("“We sold 15” was all that she said.", "15", ""),
]

POUNDS = [
    ("The baby weighs 8 pounds.", "measure", "pound"),
    ("She lost 25 pounds in a year.", "measure", "pound"),
    ("The ticket cost 25 pounds.", "money", "GBP"),
    ("The baby fund got 8 million pounds.", "money", "GBP"),
    ("He paid 8 pounds for the meat.", "money", "GBP"),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "expected", "unit"), TWO_UNITS)
def test_a_value_in_two_units_is_one_figure(sentence: str, words: str, kind: str, expected: str, unit: str) -> None:
    found = figure(sentence, words)
    assert (found.kind, value(found), found.amount.unit) == (kind, expected, unit)


@pytest.mark.parametrize(("sentence", "words"), APART)
def test_two_values_stay_two(sentence: str, words: list[str]) -> None:
    assert texts(sentence) == words


@pytest.mark.parametrize(("sentence", "words", "kind", "unit"), LISTS)
def test_a_unit_is_shared_along_a_list(sentence: str, words: str, kind: str, unit: str) -> None:
    found = figure(sentence, words)
    assert (found.kind, found.amount.unit) == (kind, unit)


@pytest.mark.parametrize(("sentence", "words", "unit"), INCHES)
def test_an_inch_mark_is_told_from_a_quotation_mark(sentence: str, words: str, unit: str) -> None:
    assert figure(sentence, words).amount.unit == unit


@pytest.mark.parametrize(("sentence", "kind", "unit"), POUNDS)
def test_pounds_weigh_or_pay(sentence: str, kind: str, unit: str) -> None:
    found = next(f for f in extract(sentence) if f.amount.unit in ("pound", "GBP"))
    assert (found.kind, found.amount.unit) == (kind, unit)
