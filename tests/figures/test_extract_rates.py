"""Rates: something per something."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, value

RATES = [
    ("Oil traded at $82 a barrel.", "$82", "82", "USD/barrel"),
    ("Oil traded at $82 per barrel.", "$82", "82", "USD/barrel"),
    ("Oil traded at 82 dollars a barrel.", "82", "82", "USD/barrel"),
    ("Tuition is $9,000 per year.", "$9,000", "9000", "USD/year"),
    ("Tuition is $9,000 a year.", "$9,000", "9000", "USD/year"),
    ("Tuition is £9,000/year.", "£9,000", "9000", "GBP/year"),
    ("Rent is €800 a month.", "€800", "800", "EUR/month"),
    ("Copper fetched $9,400 a tonne.", "$9,400", "9400", "USD/metric_ton"),
    ("Gold fetched $2,100 an ounce.", "$2,100", "2100", "USD/ounce"),
    ("Petrol costs $3.49 a gallon.", "$3.49", "3.49", "USD/gallon"),
    ("The shop pays 50 cents per bottle.", "50", "0.5", "USD/bottle"),
    ("She averages 8 points a game.", "8", "8", "point/game"),
    ("She averages 8.5 points per game.", "8.5", "8.5", "point/game"),
    ("The field yields 10 bcm per year.", "10", "10", "bcm/year"),
    ("The field yields 10 bcm a year.", "10", "10", "bcm/year"),
    ("The plant sells 300 cars a week.", "300", "300", "car/week"),
    ("The line carries 40 trains per hour.", "40", "40", "train/hour"),
    ("The river has 12 otters per mile.", "12", "12", "otter/mile"),
    ("The offer was $27 a share.", "$27", "27", "USD/share"),
    ("It costs $20-25 per person.", "$20-25", "20..25", "USD/person"),
]


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), RATES)
def test_a_rate_has_both_parts_in_its_unit(sentence: str, number: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found), found.amount.unit) == ("rate", expected, unit)


@pytest.mark.parametrize(
    ("sentence", "number", "kind"),
    [
        ("He paid $82 on a bridge.", "$82", "money"),
        ("The crew drilled 30 holes before a break.", "30", "count"),
        ("He left $9,000 to a friend.", "$9,000", "money"),
    ],
)
def test_an_article_alone_makes_no_rate(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind
