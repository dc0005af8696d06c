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
    ("Power costs 97.5 euros per megawatt hour.", "97.5", "97.5", "EUR/megawatt_hour"),
    ("Power costs 3 cents per kilowatt-hour.", "3", "0.03", "USD/kilowatt_hour"),
    ("Power costs 45 euros a megawatt-hour.", "45", "45", "EUR/megawatt_hour"),
    ("Gas rose to $4.57 per million British thermal units.", "$4.57", "4.57", "USD/million_british_thermal_unit"),
    ("Gas costs $900 per thousand cubic metres.", "$900", "900", "USD/1000_cubic_meter"),
    ("Gas costs $300 per 1,000 cubic metres.", "$300", "300", "USD/1000_cubic_meter"),
    ("There were 30 cases per 100,000 people.", "30", "30", "case/100000_person"),
    ("There were 2.5 deaths per 1,000 births.", "2.5", "2.5", "death/1000_birth"),
    ("It shipped 108 million cubic metres of gas a day.", "108 million", "108000000", "cubic_meter/day"),
    ("About 250 people a day came.", "250", "250", "person/day"),
    ("Output was 1.2 mb/d.", "1.2", "1.2", "million_barrel/day"),
    ("The field pumps 3 bcf/d.", "3", "3", "bcf/day"),
    ("The mill makes 5 tonnes/annum.", "5", "5", "metric_ton/year"),
    ("The field pumps 400,000 barrels per day.", "400,000", "400000", "barrel/day"),
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
        ("He gave 30 litres of milk to a friend.", "30", "measure"),
        ("Some 300 people per cent of turnout came.", "300", "count"),
    ],
)
def test_an_article_alone_makes_no_rate(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind
