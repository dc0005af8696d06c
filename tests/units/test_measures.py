"""Which unit some words name: rows of (words after the number, unit, words taken)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.units import MAX_WORDS, Unit, glued, match
from factcheck.units.currencies import currencies
from factcheck.units.measures import measures, parse
from factcheck.units.surfaces import HYPHENS, Surface, atoms

NAMED = [
    ("km north of the town", "kilometer", 1),
    ("KM", "kilometer", 1),
    ("Miles away", "mile", 1),
    ("feet", "foot", 1),
    ("cubic metres of gas", "cubic_meter", 2),
    ("Cubic Feet a year", "cubic_foot", 2),
    ("bcm of gas", "bcm", 1),
    ("sq . km", "square_kilometer", 3),
    ("sq. km", "square_kilometer", 2),
    ("square - mile", "square_mile", 3),
    ("km²", "square_kilometer", 1),
    ("m3 of water", "cubic_meter", 1),
    ("light - years", "light_year", 3),
    ("light-years", "light_year", 1),
    ("nautical miles off", "nautical_mile", 2),
    ("miles", "mile", 1),
    ("miles per hour", "mile_per_hour", 3),
    ("kilometres an hour", "kilometer_per_hour", 3),
    ("km / h", "kilometer_per_hour", 3),
    ("km/h", "kilometer_per_hour", 1),
    ("m", "meter", 1),
    ("mW", "milliwatt", 1),
    ("MW", "megawatt", 1),
    ("Mb", "megabit", 1),
    ("MB", "megabyte", 1),
    ("mb", "millibar", 1),
    ("Mbps", "megabit_per_second", 1),
    ("MBps", "megabyte_per_second", 1),
    ("kilowatt - hours", "kilowatt_hour", 3),
    ("kilowatts", "kilowatt", 1),
    ("°C", "degree_celsius", 1),
    ("° C", "degree_celsius", 2),
    ("º F", "degree_fahrenheit", 2),
    ("degrees Celsius", "degree_celsius", 2),
    ("degrees F", "degree_fahrenheit", 2),
    ("degrees", "degree", 1),
    ("% of voters", "percent", 1),
    ("per cent of voters", "percent", 2),
    ("percentage points", "percentage_point", 2),
    ("basis points", "basis_point", 2),
    ("tonnes of CO2", "metric_ton", 1),
    ("tons", "ton", 1),
    ("barrels of oil", "barrel", 1),
    ("barrels of oil equivalent", "barrel_of_oil_equivalent", 4),
    ("barrels of oil per day", "barrel/day", 5),
    ("micrograms per cubic metre", "microgram/cubic_meter", 4),
    ("magnitude", "magnitude", 1),
    ("on the Richter scale", "magnitude", 4),
    ("year - old", "year", 1),
    ("years' jail", "year", 1),
    ("- yard", "yard", 2),
    ("\n miles", "mile", 2),
    ("pounds of flour", "pound", 1),
    ("miles . An hour later", "mile", 1),
    ("miles. An hour later", "mile", 1),
    ("seconds", "second", 1),
]

NAMES_NOTHING = [
    "",
    "troops",
    "M",
    "C",
    "F",
    "in the morning",
    "A levels",
    "MPs",
    "billion cubic meters",
    ". Miles",
    ", miles",
    "' miles",
    "second - half goals",
    "second half",
    "foot soldiers",
    "pounds sterling",
    "stone walls",
]


@pytest.mark.parametrize(("text", "name", "count"), NAMED)
def test_longest_unit_at_the_start(text: str, name: str, count: int) -> None:
    found = match(text.split(" "))
    assert found is not None
    assert (found[0].name, found[1]) == (name, count)


@pytest.mark.parametrize("text", NAMES_NOTHING)
def test_words_that_name_no_unit(text: str) -> None:
    assert match(text.split(" ")) is None


@settings(deadline=None)  # the first example reads the tables
@given(st.lists(st.text(max_size=8) | st.sampled_from([".", "-", "km", "per", "square", "hour", "°"]), max_size=15))
def test_any_words_are_answered_with_some_of_them(words: list[str]) -> None:
    found = match(words)
    assert found is None or (1 <= found[1] <= min(len(words), MAX_WORDS) and match(words[: found[1]]) == found)


def test_no_words_name_no_unit() -> None:
    assert match([]) is None


@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        ("kW", "kilowatt"),
        ("mg", "milligram"),
        ("km", "kilometer"),
        ("mAh", "milliampere_hour"),
        ("%", "percent"),
        ("°C", "degree_celsius"),
        ("in", "inch"),
        ("MP", "megapixel"),
        ("GHz", "gigahertz"),
        ("km²", "square_kilometer"),
        ("yrs", "year"),
    ],
)
def test_unit_glued_to_its_digits(suffix: str, name: str) -> None:
    assert glued(suffix) == Unit(name, measures().units[name].dimension)


@pytest.mark.parametrize(
    "suffix", ["m", "s", "t", "bn", "k", "K", "M", "C", "p", "th", "am", "pm", "x", "KW h", "ghZ", ""]
)
def test_suffix_that_is_no_unit_or_may_be_more_than_one(suffix: str) -> None:
    assert glued(suffix) is None


def test_unit_says_what_it_measures() -> None:
    assert match(["acres"]) == (Unit("acre", "area"), 1)


def test_every_unit_is_found_by_the_surface_that_a_report_writes() -> None:
    lost = {
        name: s for name, s in measures().written.items() if not _finds(s.singular, name) or not _finds(s.plural, name)
    }
    assert lost == {}


def _finds(text: str, name: str) -> bool:
    words = text.split()
    return match(words) == (measures().units[name], len(words))


def test_no_surface_is_longer_than_max_words() -> None:
    keys = [*measures().apart.written, *currencies().after.written]
    assert max(2 * len(key) for key in keys) <= MAX_WORDS


def test_what_is_a_unit_and_a_currency_is_so_on_purpose() -> None:
    units = {key for key, unit in measures().apart.written.items() if unit}
    money = {key for key, code in currencies().after.written.items() if code}
    assert units & money == {("pound",), ("pounds",)}


def test_surfaces_that_differ_in_case_alone_are_so_on_purpose() -> None:
    apart = measures().apart
    twice = {
        key: unit
        for key, unit in apart.written.items()
        if (folded := apart.folded.get(tuple(atom.lower() for atom in key))) and unit and folded != unit
    }
    assert {"".join(key) for key in twice} == {"KBps", "MBps", "GBps"}


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_hyphens_of_every_kind_are_left_out(hyphen: str) -> None:
    assert atoms(f"light{hyphen}year") == ("light", "year")


GOOD = "foot | length | [length] | f(oot/eet), ft"


def test_a_table_of_ones_own() -> None:
    table = parse(f"# a comment\n\n{GOOD}\n")
    assert table.units == {"foot": Unit("foot", "length")}
    assert table.definitions == {"foot": "[length]"}
    assert table.written == {"foot": Surface("foot", "feet", "", folds=True)}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("yard | length | 3 foot", "units.txt:2: 3 columns where 4 belong: name | dimension | definition | surfaces"),
        ("foot | length | [length] | pied", "units.txt:2: foot is defined twice; take one of the lines out"),
        ("yard | length | 3 foot |", "units.txt:2: yard has no surface; say how texts write it"),
        ("yard | length | | yard(s)", "units.txt:2: yard has no definition; say what it is in other units"),
        (
            "feet | length | 1 foot | feet",
            'units.txt:2: "feet" already stands for another in units.txt:1; take one of them out',
        ),
    ],
)
def test_wrong_lines_are_named(line: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(f"{GOOD}\n{line}\n")
    assert str(error.value) == said
