"""Ages in every form."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, value

AGES = [
    ("Maria Lopez, 34, runs the shop.", "34", "34"),
    ("The shop belongs to Maria Lopez, 34.", "34", "34"),
    ("The 34-year-old runs the shop.", "34", "34"),
    ("A 34-year-old woman runs the shop.", "34", "34"),
    ("A 34 year old woman runs the shop.", "34", "34"),
    ("Her nine-year-old son helps in the shop.", "nine", "9"),
    ("Maria Lopez, aged 34, runs the shop.", "34", "34"),
    ("Maria Lopez, age 34, runs the shop.", "34", "34"),
    ("Maria Lopez is 34 years old.", "34", "34"),
    ("Maria Lopez is thirty-four years old.", "thirty-four", "34"),
    ("Maria Lopez, who is 34, runs the shop.", "34", "34"),
    ("Her brother, who was 10, watched.", "10", "10"),
    ("She died at the age of 92.", "92", "92"),
    ("She left school at age 15.", "15", "15"),
    ("She left school aged 15.", "15", "15"),
    ("Maria Lopez (34) runs the shop.", "34", "34"),
    ("The baby was 6 months old.", "6", "6"),
]

NO_AGE = [
    ("The 34-year lease ended.", "34", "duration"),
    ("The shop, 34 metres wide, opened.", "34", "measure"),
    ("In Kent, 34 shops opened.", "34", "count"),
    ("The shop sold 34 pens.", "34", "count"),
]


@pytest.mark.parametrize(("sentence", "number", "expected"), AGES)
def test_an_age_is_read_in_every_form(sentence: str, number: str, expected: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found)) == ("age", expected)


@pytest.mark.parametrize(("sentence", "number", "kind"), NO_AGE)
def test_a_number_behind_a_comma_or_of_years_is_not_always_an_age(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind


def test_an_age_in_months_keeps_its_unit() -> None:
    assert figure("The baby was 6 months old.", "6").amount.unit == "month"
