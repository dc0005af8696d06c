"""Values of one unit in another; what is exact stays exact."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.units import comparable, conversion, convert, factor
from factcheck.units.measures import measures, parse

CONVERSIONS = [
    ("1", "mile", "kilometer", "1.609344"),
    ("1.609344", "kilometer", "mile", "1"),
    ("1", "nautical_mile", "meter", "1852"),
    ("1", "foot", "centimeter", "30.48"),
    ("1", "yard", "inch", "36"),
    ("1", "light_year", "kilometer", "9460730472580.8"),
    ("1", "acre", "square_meter", "4046.8564224"),
    ("1", "square_mile", "acre", "640"),
    ("1", "hectare", "square_kilometer", "0.01"),
    ("1", "bcm", "cubic_meter", "1e9"),
    ("1", "bcf", "cubic_meter", "28316846.592"),
    ("1", "tcf", "bcf", "1000"),
    ("1", "barrel", "gallon", "42"),
    ("1", "gallon", "liter", "3.785411784"),
    ("1", "acre_foot", "cubic_foot", "43560"),
    ("1", "tablespoon", "teaspoon", "3"),
    ("1", "knot", "kilometer_per_hour", "1.852"),
    ("60", "mile_per_hour", "kilometer_per_hour", "96.56064"),
    ("10", "meter_per_second", "kilometer_per_hour", "36"),
    ("1", "metric_ton", "kilogram", "1000"),
    ("1", "ton", "pound", "2000"),
    ("1", "stone", "pound", "14"),
    ("1", "troy_ounce", "gram", "31.1034768"),
    ("2", "fortnight", "week", "4"),
    ("18", "month", "year", "1.5"),
    ("1", "millennium", "decade", "100"),
    ("1", "terawatt_hour", "megawatt_hour", "1e6"),
    ("1", "kilowatt_hour", "joule", "3.6e6"),
    ("1", "therm", "british_thermal_unit", "1e5"),
    ("32", "degree_fahrenheit", "degree_celsius", "0"),
    ("0", "degree_celsius", "degree_fahrenheit", "32"),
    ("-40", "degree_celsius", "degree_fahrenheit", "-40"),
    ("0", "kelvin", "degree_celsius", "-273.15"),
    ("98.6", "degree_fahrenheit", "degree_celsius", "37"),
    ("1013", "millibar", "hectopascal", "1013"),
    ("1", "gigahertz", "megahertz", "1000"),
    ("1", "megabyte_per_second", "megabit_per_second", "8"),
    ("25", "basis_point", "percentage_point", "0.25"),
    ("1", "ampere_hour", "milliampere_hour", "1000"),
    ("1", "barrel/day", "gallon/day", "42"),
    ("42", "USD/barrel", "USD/gallon", "1"),
    ("24", "person/day", "person/hour", "1"),
    ("36", "kilometer/hour", "meter/second", "10"),
    ("5", "troop", "troop", "5"),
    ("5", "USD", "USD", "5"),
    ("5", "USD", "EUR", None),
    ("5", "kilometer", "kilogram", None),
    ("5", "newton_meter", "joule", None),
    ("5", "percent", "percentage_point", None),
    ("5", "troop", "person", None),
    ("5", "kilometer", "wibble", None),
    ("5", "USD/barrel", "USD", None),
    ("5", "USD/barrel", "EUR/barrel", None),
    ("5", "kilometer", "__import__('os')", None),
]


@pytest.mark.parametrize(("value", "source", "target", "expected"), CONVERSIONS)
def test_known_conversions(value: str, source: str, target: str, expected: str | None) -> None:
    assert convert(Decimal(value), source, target) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(("value", "source", "target", "expected"), CONVERSIONS)
def test_comparable_says_whether_a_conversion_is_there(
    value: str, source: str, target: str, expected: str | None
) -> None:
    assert comparable(source, target) is comparable(target, source) is (expected is not None)


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("1", "degree_celsius", "degree_fahrenheit", "1.8"),
        ("2.7", "degree_fahrenheit", "degree_celsius", "1.5"),
        ("1", "mile", "kilometer", "1.609344"),
    ],
)
def test_a_change_has_no_offset(value: str, source: str, target: str, expected: str) -> None:
    assert convert(Decimal(value), source, target, change=True) == Decimal(expected)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("mile", "kilometer", "1.609344"),
        ("bcm", "cubic_meter", "1000000000"),
        ("USD/barrel", "USD/gallon", "0.02380952380952380952380952380952380952381"),
        ("troop", "troop", "1"),
        ("degree_celsius", "degree_celsius", "1"),
        ("degree_celsius", "degree_fahrenheit", None),
        ("kelvin", "degree_celsius", None),
        ("degree_celsius/hour", "degree_fahrenheit/hour", "1.8"),
        ("mile", "hour", None),
        ("USD", "EUR", None),
        ("troop", "person", None),
    ],
)
def test_factor(source: str, target: str, expected: str | None) -> None:
    assert factor(source, target) == (None if expected is None else Decimal(expected))


def test_a_value_times_its_factor_is_exact() -> None:
    there = factor("kilometer", "mile")
    assert there is not None
    assert Decimal("1.609344") * there == 1


FAMILIES: dict[str, list[str]] = {}
for _unit in measures().units.values():
    FAMILIES.setdefault(_unit.dimension, []).append(_unit.name)
PAIRS = st.sampled_from(sorted(FAMILIES)).flatmap(
    lambda d: st.tuples(st.sampled_from(FAMILIES[d]), st.sampled_from(FAMILIES[d]))
)
VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)
CLOSE = Decimal("1e-20")


@settings(deadline=None)  # the first example reads the tables
@given(VALUES, PAIRS)
def test_there_and_back(value: Decimal, pair: tuple[str, str]) -> None:
    there = convert(value, *pair)
    assert there is not None
    back = convert(there, pair[1], pair[0])
    assert back is not None
    # An offset of some hundred degrees hides digits of a small value, hence the 1000.
    assert abs(back - value) <= CLOSE * max(abs(value), Decimal(1000))


@settings(deadline=None)  # the first example reads the tables
@given(VALUES, VALUES, PAIRS)
def test_conversion_keeps_the_order(a: Decimal, b: Decimal, pair: tuple[str, str]) -> None:
    first, second = convert(min(a, b), *pair), convert(max(a, b), *pair)
    assert first is not None
    assert second is not None
    assert first <= second
    assert (first < second) == (a != b)


@settings(deadline=None)  # the first example reads the tables
@given(PAIRS)
def test_factors_there_and_back_are_one(pair: tuple[str, str]) -> None:
    there, back = factor(*pair), factor(pair[1], pair[0])
    assert (there is None) == (back is None)
    assert there is None or back is None or abs(there * back - 1) <= CLOSE


@pytest.mark.parametrize("dimension", sorted(FAMILIES))
def test_every_unit_of_a_dimension_is_defined_in_the_others(dimension: str) -> None:
    first, *others = FAMILIES[dimension]
    factors = [convert(Decimal(1), name, first, change=True) for name in others]
    assert all(factor is not None and factor > 0 for factor in factors)


def test_pint_knows_every_definition_and_nothing_else() -> None:
    registry = conversion.registry()
    for name in measures().definitions:
        assert str(registry.Quantity(1, name).units) == name
    assert "parsec" not in registry


@pytest.mark.parametrize("name", sorted(name for name in measures().units if "/" in name))
def test_a_rate_measures_what_its_parts_do(name: str) -> None:
    units = measures().units
    assert units[name].dimension == "/".join(units[part].dimension for part in name.split("/"))


@pytest.mark.parametrize(
    "line",
    ["wibble | length | 3 wobble | wibble", "wibble | length | [mass] | wibble", "wibble | length | ((( | wibble"],
)
def test_a_wrong_definition_is_named(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = parse(f"meter | length | [length] | meter(s)\n{line}\n")
    monkeypatch.setattr(conversion, "measures", lambda: table)
    conversion.registry.cache_clear()
    try:
        with pytest.raises(UsageError, match=r"^units\.txt: .*wibble"):
            convert(Decimal(3), "wibble", "meter")
    finally:
        conversion.registry.cache_clear()


def test_pint_is_not_loaded_before_two_units_differ() -> None:
    program = (
        "import sys; from decimal import Decimal; import factcheck.units as u; u.match(['km']); u.glued('kW');"
        "u.currency_before('$5', 1); u.convert(Decimal(1), 'mile', 'mile'); u.comparable('mile', 'foot');"
        "u.convert(Decimal(1), 'mile', 'hour'); print('pint' in sys.modules);"
        "u.convert(Decimal(1), 'mile', 'foot'); print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
