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
    ("The driver, 52, was held.", "52", "52"),
    ("Bus driver, 52, held over crash", "52", "52"),
    ("Mother-of-two, 33, missing since June", "33", "33"),
    ("The goal came from the striker, 24.", "24", "24"),
    ("His wife is 72.", "72", "72"),
    ("The singer turns 80 in May.", "80", "80"),
    ("She turned 100 last week.", "100", "100"),
    ("At 83, he still paints.", "83", "83"),
    ("A boy of 12 was hurt.", "12", "12"),
    ("The boys aged 5, 7 and 9 were found.", "7", "7"),
    ("The boys aged 5, 7 and 9 were found.", "9", "9"),
    ("Women aged between 23 and 61 were asked.", "23 and 61", "23..61"),
    ("A man in his 40s was hurt.", "40s", "40..49"),
    ("She is in her early 30s.", "30s", "30..33"),
    ("He is in his mid-50s.", "50s", "54..56"),
    ("A woman in her late seventies died.", "seventies", "77..79"),
    ("A 20-something woman came.", "20", "20..29"),
    ("The under-21 team won.", "21", "21"),
]

NO_AGE = [
    ("The 34-year lease ended.", "34", "duration"),
    ("The shop, 34 metres wide, opened.", "34", "measure"),
    ("In Kent, 34 shops opened.", "34", "count"),
    ("The shop sold 34 pens.", "34", "count"),
    ("The house is 72.", "72", "count"),
    ("The firm, 12 of whose clerks left, closed.", "12", "count"),
    ("The farm turned 40 fields over.", "40", "count"),
    ("Temperatures in the 40s are rare.", "40", "count"),
    ("At 83, the index was low.", "83", "count"),
    ("A father of three left.", "three", "count"),
]

BOUNDED = [
    ("The over-65s get it first.", "65", "at_least"),
    ("The under-21s lost.", "21", "at_most"),
    ("Voters aged 23 and over may apply.", "23", "at_least"),
    ("Voters aged 23 and under may apply.", "23", "at_most"),
    ("People aged over 70 may stay.", "70", "at_least"),
    ("People aged 70 may stay.", "70", "exact"),
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


@pytest.mark.parametrize(("sentence", "number", "bound"), BOUNDED)
def test_an_age_has_its_bound(sentence: str, number: str, bound: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, found.amount.bound) == ("age", bound)
