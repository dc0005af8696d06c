"""Clock times with their zones, and durations."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, value

TIMES = [
    ("The clock stopped at 3:37 a.m. EDT.", "3:37 a.m.", "T03:37", "EDT"),
    ("The clock stopped at 3:37 p.m.", "3:37 p.m.", "T15:37", None),
    ("The clock stopped at 3 p.m. on the dot.", "3 p.m.", "T15:00", None),
    ("The clock stopped at 8am.", "8am", "T08:00", None),
    ("The clock stopped at 8:30 PM.", "8:30 PM", "T20:30", None),
    ("The clock stopped at 8.30am.", "8.30am", "T08:30", None),
    ("The clock stopped at 12:15 a.m. sharp.", "12:15 a.m.", "T00:15", None),
    ("The clock stopped at 12 p.m. sharp.", "12 p.m.", "T12:00", None),
    ("The clock stopped at 14:30.", "14:30", "T14:30", None),
    ("The clock stopped at 14:30 local time.", "14:30", "T14:30", "local"),
    ("The clock stopped at 1353 local time.", "1353", "T13:53", "local"),
    ("The clock stopped at 0737 GMT.", "0737", "T07:37Z", "GMT"),
    ("The clock stopped at 1200 UTC.", "1200", "T12:00Z", "UTC"),
    ("The clock stopped at 10:05 CET.", "10:05", "T10:05", "CET"),
    ("The clock stopped at 10:05:43 CET.", "10:05:43", "T10:05", "CET"),
    ("The clock stopped at noon.", "noon", "T12:00", None),
    ("The clock stopped at midnight.", "midnight", "T00:00", None),
    ("The train of 10 a.m. was late.", "10 a.m.", "T10:00", None),
    ("The shop is open from 6:40 to 10:10 p.m. daily.", "6:40", "T18:40", None),
    ("The shop is open from 2 to 5 p.m. daily.", "2", "T14:00", None),
    ("The shop is open from 10 to 2 p.m. daily.", "10", "T10:00", None),
    ("The shop is open 8-10 p.m. daily.", "8", "T20:00", None),
    ("The train leaves at 18.45 daily.", "18.45", "T18:45", None),
    ("The bell rang at half past nine.", "half past nine", "T09:30", None),
    ("The bell rang at quarter to ten.", "quarter to ten", "T09:45", None),
]

DURATIONS = [
    ("The trial lasted three weeks.", "three", "3", "week"),
    ("The trial lasted 45 minutes.", "45", "45", "minute"),
    ("The trial lasted half an hour.", "half an", "0.5", "hour"),
    ("The trial lasted four and a half hours.", "four and a half", "4.5", "hour"),
    ("The ferry takes 2h 45m.", "2h 45m", "165", "minute"),
    ("Novik won in 2:05:43.", "2:05:43", "7543", "second"),
    ("The trial lasted 2.5 hours.", "2.5", "2.5", "hour"),
    ("The trial lasted 10 days.", "10", "10", "day"),
    ("The trial lasted three decades.", "three", "3", "decade"),
    ("The trial lasted 90 seconds.", "90", "90", "second"),
    ("The trial lasted 18 months.", "18", "18", "month"),
    ("It was a 10-day trial.", "10", "10", "day"),
    ("It was a three-week trial.", "three", "3", "week"),
    ("She got a 12-year sentence.", "12", "12", "year"),
    ("The trial lasted 30 mins.", "30", "30", "minute"),
    ("The trial lasted 3 hrs.", "3", "3", "hour"),
    ("After five years' work the bridge stood.", "five", "5", "year"),
    ("The signal came 20 milliseconds late.", "20", "20", "millisecond"),
    ("He was jailed for 12 years and six months.", "12 years and six", "150", "month"),
    ("He ran the race in 2 hours 5 minutes.", "2 hours 5", "125", "minute"),
    ("The first 100 days were hard.", "100", "100", "day"),
    ("They married 3 years later.", "3", "3", "year"),
    ("She ran the mile in 3:54.01.", "3:54.01", "234.01", "second"),
]


@pytest.mark.parametrize(("sentence", "number", "expected", "zone"), TIMES)
def test_a_clock_time_has_its_zone(sentence: str, number: str, expected: str, zone: str | None) -> None:
    found = figure(sentence, number)
    assert (found.kind, found.amount.iso, found.amount.zone) == ("time", expected, zone)


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), DURATIONS)
def test_a_duration_has_its_unit(sentence: str, number: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found), found.amount.unit) == ("duration", expected, unit)


def test_a_clock_time_counts_minutes_since_midnight() -> None:
    assert value(figure("The clock stopped at 2:30 p.m. sharp.", "2:30 p.m.")) == str(14 * 60 + 30)
