"""Dates: absolute in every order, partial, and relative to the publication on Wednesday, 13 March 2024."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.model import Interval
from tests.figures.extracted import PUBLISHED, figure, texts

ABSOLUTE = [
    ("The mill opened on July 2, 2013.", "July 2, 2013", "2013-07-02"),
    ("The mill opened on July 2nd, 2013.", "July 2nd, 2013", "2013-07-02"),
    ("The mill opened on 2 July 2013.", "2 July 2013", "2013-07-02"),
    ("The mill opened on 2nd July 2013.", "2nd July 2013", "2013-07-02"),
    ("The mill opened on the 2nd of July, 2013.", "2nd of July, 2013", "2013-07-02"),
    ("The mill opened on Jul. 2, 2013.", "Jul. 2, 2013", "2013-07-02"),
    ("The mill opened on Sept. 22, 1911.", "Sept. 22, 1911", "1911-09-22"),
    ("The mill opened on 2013-07-02.", "2013-07-02", "2013-07-02"),
    ("The mill opened on 25/12/2010.", "25/12/2010", "2010-12-25"),
    ("The mill opened on 12/25/2010.", "12/25/2010", "2010-12-25"),
    ("The mill opened on 23.04.2022.", "23.04.2022", "2022-04-23"),
    ("The mill opened on 05-Aug-2016.", "05-Aug-2016", "2016-08-05"),
    ("The mill opened in July 2013.", "July 2013", "2013-07"),
    ("The mill opened in July of 2013.", "July of 2013", "2013-07"),
    ("The mill opened in 2013.", "2013", "2013"),
    ("The mill opened in Feb. 2013.", "Feb. 2013", "2013-02"),
    ("The mill opened in the 1990s.", "1990s", "199X"),
    ("The mill ran from 1983-2005.", "1983-2005", "1983/2005"),
    ("The mill won prizes in the 2008-09 season.", "2008-09", "2008/2009"),
    ("The mill made a loss in Q3 2021.", "Q3 2021", "2021-07/2021-09"),
    ("The mill closed on Thursday, Nov. 10, 2011.", "Thursday, Nov. 10, 2011", "2011-11-10"),
    ("It was in nineteen ninety-nine that the mill closed.", "nineteen ninety-nine", "1999"),
    ("In the early 1980s the mill closed.", "1980s", "198X"),
    ("The mill closed in the fourth quarter of 2025.", "fourth quarter of 2025", "2025-10/2025-12"),
    ("The mill closed in fiscal 2021.", "2021", "2021"),
    ("The mill made a loss in H1 2020.", "H1 2020", "2020-01/2020-06"),
    ("The mill made a loss in Q3 of fiscal 2021.", "Q3 of fiscal 2021", "2021-07/2021-09"),
    ("The mill closed in the third quarter of fiscal 2021.", "third quarter of fiscal 2021", "2021-07/2021-09"),
    ("The budget for FY2022 is out.", "FY2022", "2022"),
    ("The budget for FY2023/24 is out.", "FY2023/24", "2023/2024"),
    ("He was born in 1950 and died in 2011.", "1950", "1950"),
]

PARTIAL = [
    ("The mill opens on July 2.", "July 2", "XXXX-07-02"),
    ("The mill opens on 2 July.", "2 July", "XXXX-07-02"),
    ("The mill opens on the 24th of February.", "24th of February", "XXXX-02-24"),
    ("The mill opens in October.", "October", "XXXX-10"),
    ("The mill opens on Tuesday.", "Tuesday", "XXXX-WXX-2"),
    ("The mill opens on Sunday.", "Sunday", "XXXX-WXX-7"),
    ("The mill opened on Sept. 22.", "Sept. 22", "XXXX-09-22"),
]

RELATIVE = [
    ("The mill closed yesterday.", "yesterday", "2024-03-12"),
    ("The mill closes today.", "today", "2024-03-13"),
    ("The mill opens tomorrow.", "tomorrow", "2024-03-14"),
    ("The mill closed last week.", "last week", "2024-W10"),
    ("The mill opens next week.", "next week", "2024-W12"),
    ("The mill opened this week.", "this week", "2024-W11"),
    ("The mill opened last month.", "last month", "2024-02"),
    ("The mill opens next month.", "next month", "2024-04"),
    ("The mill opened this month.", "this month", "2024-03"),
    ("The mill opened last year.", "last year", "2023"),
    ("The mill opened this year.", "this year", "2024"),
    ("The mill will open next year.", "next year", "2025"),
    ("The mill burned three days ago.", "three days ago", "2024-03-10"),
    ("The mill burned two weeks ago.", "two weeks ago", "2024-02-28"),
    ("The mill burned last night.", "last night", "2024-03-12"),
    ("The mill burned last October.", "October", "2023-10"),
    ("The mill will close in two weeks.", "two weeks", "2024-03-27"),
    ("The mill made a loss in Q4.", "Q4", "2023-10/2023-12"),
    ("Q1 revenue was flat.", "Q1", "2024-01/2024-03"),
    ("The third-quarter profit was flat.", "third-quarter", "2023-07/2023-09"),
    ("The mill made a loss in 4Q21.", "4Q21", "2021-10/2021-12"),
    ("The FY22 budget is out.", "FY22", "2022"),
    ("Profit rose in the second quarter to 40 million euros.", "second quarter", "2023-04/2023-06"),
    ("Growth slowed in the fourth quarter.", "fourth quarter", "2023-10/2023-12"),
    ("Sales will fall in the second quarter.", "second quarter", "2024-04/2024-06"),
    ("The firm lost money in the second half.", "second half", "2023-07/2023-12"),
    ("Sales fell last quarter.", "last quarter", "2023-10/2023-12"),
    ("Profit grew in the last quarter.", "last quarter", "2023-10/2023-12"),
    ("Sales may rise next quarter.", "next quarter", "2024-04/2024-06"),
    ("Q3 FY21 sales were flat.", "Q3 FY21", "2021-07/2021-09"),
]

WEEKDAYS = [
    ("The council met on Monday.", "Monday", "2024-03-11"),
    ("The council met on Friday.", "Friday", "2024-03-08"),
    ("The council will meet on Friday.", "Friday", "2024-03-15"),
    ("The council will meet on Monday.", "Monday", "2024-03-18"),
    ("The council plans to meet on Thursday.", "Thursday", "2024-03-14"),
    ("The council voted Wednesday.", "Wednesday", "2024-03-13"),
    ("The council met last Thursday.", "last Thursday", "2024-03-07"),
    ("The council meets next Thursday.", "next Thursday", "2024-03-21"),
]

COMPLETED = [
    ("The council met on March 4.", "March 4", "2024-03-04"),
    ("The council met on December 4.", "December 4", "2023-12-04"),
    ("The council will meet on April 2.", "April 2", "2024-04-02"),
    ("The council met in December.", "December", "2023-12"),
    ("The fair runs June 18-20.", "June 18-20", "2024-06-18/2024-06-20"),
    ("The fair runs from 18 to 20 June.", "18 to 20 June", "2024-06-18/2024-06-20"),
    ("The law passed 12 years ago.", "12 years ago", "2012-03-13"),
    ("He will leave on the 19th.", "the 19th", "2024-03-19"),
]

ANOTHER_DAY = [
    ("The council met on March 4 and voted a day later.", "a day later", "2024-03-05"),
    ("The council met on March 4, 2020 and voted the next day.", "the next day", "2020-03-05"),
    ("The council met on March 4, 2020 and voted the following day.", "the following day", "2020-03-05"),
]

TOLD_APART = [
    ("About 2,000 people came.", "2,000", "count"),
    ("Some 2000 people came.", "2000", "count"),
    ("In 2000 the mill closed.", "2000", "date"),
    ("The 2012 harvest failed.", "2012", "date"),
    ("In June six men left.", "six", "count"),
    ("The Otters scored 6 points in the third quarter.", "6", "count"),
]


def _iso(sentence: str, number: str, published: date | None) -> str | None:
    found = figure(sentence, number, published)
    assert found.kind == "date"
    return found.amount.iso


@pytest.mark.parametrize(("sentence", "number", "expected"), ABSOLUTE)
def test_an_absolute_date_needs_no_publication(sentence: str, number: str, expected: str) -> None:
    assert _iso(sentence, number, None) == expected


@pytest.mark.parametrize(("sentence", "number", "expected"), [row for row in ABSOLUTE if "-" in row[2]])
def test_the_publication_does_not_move_an_absolute_date(sentence: str, number: str, expected: str) -> None:
    assert _iso(sentence, number, PUBLISHED) == expected


@pytest.mark.parametrize(("sentence", "number", "expected"), PARTIAL)
def test_a_date_stays_partial_without_publication(sentence: str, number: str, expected: str) -> None:
    assert _iso(sentence, number, None) == expected


@pytest.mark.parametrize(("sentence", "number", "expected"), [*RELATIVE, *WEEKDAYS, *COMPLETED, *ANOTHER_DAY])
def test_a_relative_date_counts_from_the_publication(sentence: str, number: str, expected: str) -> None:
    assert _iso(sentence, number, PUBLISHED) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill closed yesterday.",
        "The mill opens tomorrow.",
        "The mill opens next week.",
        "The mill opened last month.",
        "The mill opened last year.",
    ],
)
def test_a_relative_day_without_publication_is_no_figure(sentence: str) -> None:
    assert texts(sentence) == []


def test_a_resolved_day_counts_days() -> None:
    amount = figure("The mill opened on July 2, 2013.", "July 2, 2013").amount
    assert amount.value.low == amount.value.high == date(2013, 7, 2).toordinal()


def test_a_month_runs_from_its_first_day_to_its_last() -> None:
    days = figure("The mill opened in February 2012.", "February 2012").amount.value
    assert days == Interval(Decimal(date(2012, 2, 1).toordinal()), Decimal(date(2012, 2, 29).toordinal()))


@pytest.mark.parametrize(("sentence", "number", "kind"), TOLD_APART)
def test_years_and_days_are_told_from_counts(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind
