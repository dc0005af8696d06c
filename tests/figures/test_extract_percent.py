"""Percent, percentage points and basis points."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, value

SHARES = [
    ("Turnout was 55%.", "55%", "percent", "55", "percent"),
    ("Turnout was 55 %.", "55 %", "percent", "55", "percent"),
    ("Turnout was 55 percent.", "55", "percent", "55", "percent"),
    ("Turnout was 55 per cent.", "55", "percent", "55", "percent"),
    ("Turnout was fifty-five percent.", "fifty-five", "percent", "55", "percent"),
    ("Turnout was 55pc.", "55pc", "percent", "55", "percent"),
    ("Turnout was 55 pct.", "55", "percent", "55", "percent"),
    ("A 12-percent levy is planned.", "12", "percent", "12", "percent"),
    ("A 12% levy is planned.", "12%", "percent", "12", "percent"),
    ("Turnout was half a percent higher.", "half a", "percent", "0.5", "percent"),
    ("Turnout was 0.3 percent higher.", "0.3", "percent", "0.3", "percent"),
    ("Turnout rose 3.2 percentage points.", "3.2", "percentage_points", "3.2", "percentage_point"),
    ("Turnout rose by one percentage point.", "one", "percentage_points", "1", "percentage_point"),
    ("Turnout rose five percentage points.", "five", "percentage_points", "5", "percentage_point"),
    ("Rates rose 25 basis points.", "25", "measure", "25", "basis_point"),
    ("Rates rose 25bps.", "25bps", "measure", "25", "basis_point"),
    ("Rates rose 25 bps.", "25", "measure", "25", "basis_point"),
]

SEVERAL = [
    ("The Reds are on 40%, the Greens 33, the Blues 11.", "33", "33", "percent"),
    ("The Reds are on 40%, the Greens 33, the Blues 11.", "11", "11", "percent"),
    ("Support is 40% in Kent, the pool has 33, it says.", "33", "33", ""),
    ("Support is 40% in Kent, 35% in Essex and 30% in Devon.", "30%", "30", "percent"),
    ("The bank raised its rate by 25 basis points to 5.5 percent.", "5.5", "5.5", "percent"),
    ("Between 60 and 70 percent agreed.", "60 and 70", "60..70", "percent"),
    ("Some 60-70% agreed.", "60-70%", "60..70", "percent"),
    ("Some 60% to 70% agreed.", "60% to 70%", "60..70", "percent"),
]


@pytest.mark.parametrize(("sentence", "number", "kind", "expected", "unit"), SHARES)
def test_a_share_has_its_kind(sentence: str, number: str, kind: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found), found.amount.unit) == (kind, expected, unit)


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), SEVERAL)
def test_shares_stand_together(sentence: str, number: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (value(found), found.amount.unit) == (expected, unit)
