"""What units measure, how a person writes them, and which of another program's names are ours."""

from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.units import dimension, known_to_quantulum, words_for
from factcheck.units.foreign import parse
from factcheck.units.measures import measures


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("kilometer", "length"),
        ("year", "time"),
        ("percent", "share"),
        ("USD", "money"),
        ("USD/barrel", "money/volume"),
        ("USD/share", "money/"),
        ("person/day", "/time"),
        ("barrel/day", "volume/time"),
        ("USD/barrel/day", "money/volume/time"),
        ("point/game", ""),
        ("person", ""),
        ("usd", ""),
        ("", ""),
    ],
)
def test_dimension(unit: str, expected: str) -> None:
    assert dimension(unit) == expected


@pytest.mark.parametrize(
    ("unit", "singular", "plural"),
    [
        ("kilometer", "kilometer", "kilometers"),
        ("cubic_meter", "cubic meter", "cubic meters"),
        ("foot", "foot", "feet"),
        ("inch", "inch", "inches"),
        ("century", "century", "centuries"),
        ("millennium", "millennium", "millennia"),
        ("degree_celsius", "°C", "°C"),
        ("kilometer_per_hour", "km/h", "km/h"),
        ("metric_ton", "metric ton", "metric tons"),
        ("percent", "percent", "percent"),
        ("USD", "US dollar", "US dollars"),
        ("SEK", "Swedish krona", "Swedish kronor"),
        ("USD/barrel", "US dollar per barrel", "US dollars per barrel"),
        ("barrel/day", "barrel per day", "barrels per day"),
        ("cubic_meter/year", "cubic meter per year", "cubic meters per year"),
        ("troop", "troop", "troop"),
        ("share_point", "share point", "share point"),
    ],
)
def test_words_for(unit: str, singular: str, plural: str) -> None:
    assert (words_for(unit, plural=False), words_for(unit, plural=True)) == (singular, plural)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("kilometre", "kilometer"), ("pound-mass", "pound"), ("short ton", "ton"), ("tonne", "metric_ton")],
)
def test_names_of_quantulum(theirs: str, ours: str) -> None:
    assert known_to_quantulum()[theirs] == ours


@pytest.mark.parametrize("theirs", ["dollar", "kiloton", "ton", "calorie", "percentage", "barn", "dimensionless"])
def test_names_of_quantulum_that_are_not_believed(theirs: str) -> None:
    assert theirs not in known_to_quantulum()


def test_quantulum_has_every_name_that_is_listed_for_it() -> None:
    from quantulum3 import load

    assert set(known_to_quantulum()) <= set(load.units("en_US").names)


def test_every_name_of_ours_is_a_unit() -> None:
    assert set(known_to_quantulum().values()) <= set(measures().units)


def test_a_name_that_is_no_unit_is_named() -> None:
    with pytest.raises(UsageError) as error:
        parse("# theirs | ours\nmetre | metre\n")
    assert str(error.value) == "quantulum.txt:2: metre is no unit of units.txt"
