"""Dates at a distance, and days with a name, from the publication on Wednesday, 13 March 2024."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.dates import calendar
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Interval
from tests.figures.extracted import PUBLISHED, figure, texts

DISTANCES = [
    ("It burned 10 days ago.", "10 days ago", "2024-03-03", 0),
    ("It burned a fortnight ago.", "a fortnight ago", "2024-02-28", 6),
    ("It burned two months ago.", "two months ago", "2024-01-13", 15),
    ("It burned a year ago.", "a year ago", "2023-03-13", 182),
    ("It burned five hours ago.", "five hours ago", "2024-03-13", 1),
    ("It opens three weeks from tomorrow.", "three weeks from tomorrow", "2024-04-04", 3),
    ("It opens two days after March 30.", "two days after March 30", "2024-04-01", 0),
    ("It opens 3 days before June 1, 2025.", "3 days before June 1, 2025", "2025-05-29", 0),
    ("It opens 2 weeks and 2 days from now.", "2 weeks and 2 days from now", "2024-03-29", 0),
    ("It opens two weeks before Easter.", "two weeks before Easter", "2024-03-17", 3),
    ("It will open in a month.", "a month", "2024-04-13", 15),
]

NO_DISTANCES = [
    ("They built it in two weeks.", "two", "duration"),
    ("It ran for the last 3 months.", "3", "duration"),
    ("Three weeks later it closed.", "Three", "duration"),
    ("It lasted 2 weeks.", "2", "duration"),
    ("It opened two days after", "two", "duration"),
]

NAMED = [
    ("It opened on Easter Monday.", "Easter Monday", "2024-04-01"),
    ("It opened at Easter 2018.", "Easter 2018", "2018-04-01"),
    ("It opened last Christmas.", "last Christmas", "2023-12-25"),
    ("It opens next Thanksgiving.", "next Thanksgiving", "2024-11-28"),
    ("It opens on Independence Day.", "Independence Day", "2024-07-04"),
    ("It opened on Black Friday 2010.", "Black Friday 2010", "2010-11-26"),
    ("It opens on Halloween of this year.", "Halloween of this year", "2024-10-31"),
    ("It opens on Tuesday of next week.", "Tuesday of next week", "2024-03-19"),
    ("It opened on the third of January.", "third of January", "2024-01-03"),
    ("It opens on Monday the 25th.", "Monday the 25th", "2024-03-25"),
]


@pytest.mark.parametrize(("sentence", "words", "iso", "slack"), DISTANCES)
def test_a_distance_is_a_day_and_what_it_leaves_open(sentence: str, words: str, iso: str, slack: int) -> None:
    found = figure(sentence, words, PUBLISHED)
    day = Decimal(date.fromisoformat(iso).toordinal())
    assert (found.kind, found.amount.iso) == ("date", iso)
    assert found.amount.precise == Interval(day - slack, day + slack)


@pytest.mark.parametrize(("sentence", "words", "kind"), NO_DISTANCES)
def test_a_length_of_time_is_no_date(sentence: str, words: str, kind: str) -> None:
    assert figure(sentence, words, PUBLISHED).kind == kind


def test_without_a_publication_a_distance_is_a_length_of_time() -> None:
    assert figure("It burned 10 days ago.", "10").kind == "duration"


@pytest.mark.parametrize(("sentence", "words", "iso"), NAMED)
def test_a_named_day_is_a_date(sentence: str, words: str, iso: str) -> None:
    found = figure(sentence, words, PUBLISHED)
    assert (found.kind, found.amount.iso) == ("date", iso)


@pytest.mark.parametrize(
    "sentence",
    ["They sang Christmas songs.", "Mrs Easter spoke.", "The Halloween party was loud.", "It was a good day."],
)
def test_a_name_alone_dates_nothing(sentence: str) -> None:
    assert texts(sentence, PUBLISHED) == []


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1818, "03-22"),
        (1943, "04-25"),
        (2000, "04-23"),
        (2008, "03-23"),
        (2024, "03-31"),
        (2038, "04-25"),
    ],
)
def test_easter(year: int, easter: str) -> None:
    assert calendar.easter(year).isoformat() == f"{year}-{easter}"


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    found = calendar.easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-600, 600))
def test_months_are_added_without_leaving_the_month(start: date, count: int) -> None:
    moved = calendar.add_months(start, count)
    assert (moved.year * 12 + moved.month) - (start.year * 12 + start.month) == count
    assert moved.day == start.day or (moved + timedelta(days=1)).day == 1


def test_a_name_that_is_a_date_alone_has_a_day() -> None:
    days = {name.strip() for names in lexicon("holidays")["days"] for name in names.split(",")}
    assert wordlist("holidays", "alone") <= days
