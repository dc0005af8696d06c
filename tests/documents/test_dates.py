from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.dates import printed_dates


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("May 5, 2010", "2010-05-05"),
        ("May 05,2010", "2010-05-05"),
        ("Sept. 8th, 2010", "2010-09-08"),
        ("5 May 2010", "2010-05-05"),
        ("the 5th of May 2010", "2010-05-05"),
        ("05-May-2010", "2010-05-05"),
        ("2010 May 5", "2010-05-05"),
        ("WEDNESDAY 05 MAY 2010", "2010-05-05"),
        ("2010-05-05T10:24:00Z", "2010-05-05"),
        ("2010/05/05", "2010-05-05"),
        ("2010.05.05 09:01", "2010-05-05"),
        ("25/05/2010", "2010-05-25"),
        ("05/25/2010", "2010-05-25"),
        ("5 / 5 / 2010", "2010-05-05"),
        ("05.25.10", "2010-05-25"),
        ("05.25.99", "1999-05-25"),
        ("May 5,2010,2:21 pm", "2010-05-05"),
    ],
)
def test_a_full_date_in_any_order(line: str, iso: str) -> None:
    assert [found.day.isoformat() for found in printed_dates(line)] == [iso]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("03/04/2010", id="day and month could change places"),
        pytest.param("13.05.12", id="could begin with its year"),
        pytest.param("May 2010", id="no day"),
        pytest.param("5 May", id="no year"),
        pytest.param("February 30, 2010", id="no such day"),
        pytest.param("2010-13-05", id="no such month"),
        pytest.param("marathon 5, 2010", id="only begins like a month"),
        pytest.param("againMay 5, 2010", id="glued to a word"),
        pytest.param("192.168.10.2010", id="an address"),
        pytest.param("May 5, 20101", id="too many digits"),
    ],
)
def test_anything_else_is_no_date(line: str) -> None:
    assert printed_dates(line) == []


def test_several_dates_come_in_order_with_their_places() -> None:
    line = "PUBLISHED: 9 June 2016 | UPDATED: June 10, 2016"
    assert [found.span.quote(line) for found in printed_dates(line)] == ["9 June 2016", "June 10, 2016"]


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b %d,%Y"]))
def test_every_day_reads_back(day: date, form: str) -> None:
    assert [found.day for found in printed_dates(f"on {day.strftime(form)}.")] == [day]
