"""Physical units: glued, hyphened, before and behind the number, squared and cubed."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, texts, value

MEASURES = [
    ("The tower is 300 metres tall.", "300", "300", "meter"),
    ("She cleared 2.01m at the third attempt.", "2.01m", "2.01", "meter"),
    ("The tower is 300 meters tall.", "300", "300", "meter"),
    ("The tower is 300 m tall.", "300", "300", "meter"),
    ("The tower is three hundred feet tall.", "three hundred", "300", "foot"),
    ("The tower stands 5 km away.", "5", "5", "kilometer"),
    ("The tower stands 5km away.", "5km", "5", "kilometer"),
    ("The tower stands half a mile away.", "half a", "0.5", "mile"),
    ("The trail is 14 miles long.", "14", "14", "mile"),
    ("They rowed 30 nautical miles.", "30", "30", "nautical_mile"),
    ("The star is 40 light-years away.", "40", "40", "light_year"),
    ("It was a 30-yard pass.", "30", "30", "yard"),
    ("It was a 10-mile walk.", "10", "10", "mile"),
    ("A 6.1-magnitude earthquake struck.", "6.1", "6.1", "magnitude"),
    ("A magnitude 6.1 earthquake struck.", "6.1", "6.1", "magnitude"),
    ("An earthquake of magnitude 6.1 struck.", "6.1", "6.1", "magnitude"),
    ("An earthquake with a magnitude of 6.1 struck.", "6.1", "6.1", "magnitude"),
    ("A 6.1 magnitude quake struck.", "6.1", "6.1", "magnitude"),
    ("Strong 7.3 quake jolts coast", "7.3", "7.3", "magnitude"),
    ("The first shock was followed by a 7.5.", "7.5", "7.5", "magnitude"),
    ("There were 40 aftershocks, the strongest of them 5.7.", "5.7", "5.7", "magnitude"),
    ("A magnitude 5.6 and a 4.9 hit the coast.", "4.9", "4.9", "magnitude"),
    ("The roof makes 9 kWp.", "9", "9", "kilowatt"),
    ("The ship holds 20,000 deadweight tonnes.", "20,000", "20000", "metric_ton"),
    ("The farm covers 200 acres.", "200", "200", "acre"),
    ("The farm covers 200 hectares.", "200", "200", "hectare"),
    ("The farm covers 200 square miles.", "200", "200", "square_mile"),
    ("The farm covers 200 square kilometres.", "200", "200", "square_kilometer"),
    ("The farm covers 200 sq km.", "200", "200", "square_kilometer"),
    ("The farm covers 200 km².", "200", "200", "square_kilometer"),
    ("The flat has 900 square feet.", "900", "900", "square_foot"),
    ("The flat has 900 sq. ft.", "900", "900", "square_foot"),
    ("The tank holds 40 cubic metres.", "40", "40", "cubic_meter"),
    ("The tank holds 40 m³.", "40", "40", "cubic_meter"),
    ("The tank holds 40 cubic feet.", "40", "40", "cubic_foot"),
    ("The tank holds 40 litres.", "40", "40", "liter"),
    ("The tank holds 40 gallons.", "40", "40", "gallon"),
    ("The pipe carried 55 bcm.", "55", "55", "bcm"),
    ("The pipe carried 55 billion cubic metres.", "55 billion", "55000000000", "cubic_meter"),
    ("The plant makes 10kW.", "10kW", "10", "kilowatt"),
    ("The plant makes 600 megawatts.", "600", "600", "megawatt"),
    ("The plant made 3 TWh.", "3", "3", "terawatt_hour"),
    ("The plant made 3 gigawatt-hours.", "3", "3", "gigawatt_hour"),
    ("The pill holds 500mg.", "500mg", "500", "milligram"),
    ("The bag weighs 12 kg.", "12", "12", "kilogram"),
    ("The bag weighs 12 kilograms.", "12", "12", "kilogram"),
    ("The bag weighs 12 pounds.", "12", "12", "pound"),
    ("The bag weighs 12 lbs.", "12", "12", "pound"),
    ("The ship carried 9,000 tonnes.", "9,000", "9000", "metric_ton"),
    ("The ship carried 9,000 tons.", "9,000", "9000", "ton"),
    ("The battery holds 1400mAh.", "1400mAh", "1400", "milliampere_hour"),
    ("The disk holds 16 GB.", "16", "16", "gigabyte"),
    ("The disk holds 2TB.", "2TB", "2", "terabyte"),
    ("The chip runs at 512 MHz.", "512", "512", "megahertz"),
    ("The chip runs at 2.4 gigahertz.", "2.4", "2.4", "gigahertz"),
    ("The lens has 12 megapixels.", "12", "12", "megapixel"),
    ("The car went 60 mph.", "60", "60", "mile_per_hour"),
    ("The car went 60mph.", "60mph", "60", "mile_per_hour"),
    ("The car went 60 miles per hour.", "60", "60", "mile_per_hour"),
    ("The car went 60 miles an hour.", "60", "60", "mile_per_hour"),
    ("The car went 100 km/h.", "100", "100", "kilometer_per_hour"),
    ("The car went 100 kilometres per hour.", "100", "100", "kilometer_per_hour"),
    ("The wind blew at 20 knots.", "20", "20", "knot"),
    ("The oven reached 450 degrees Fahrenheit.", "450", "450", "degree_fahrenheit"),
    ("The oven reached 230 °C.", "230", "230", "degree_celsius"),
    ("The oven reached 230 degrees Celsius.", "230", "230", "degree_celsius"),
    ("The town hit 40.3C in July.", "40.3C", "40.3", "degree_celsius"),
    ("It was 35C in Leeds.", "35C", "35", "degree_celsius"),
    ("It was 95F in Salem.", "95F", "95", "degree_fahrenheit"),
    ("It warmed by .5C there.", ".5C", "0.5", "degree_celsius"),
    ("The 1.5C limit is near.", "1.5C", "1.5", "degree_celsius"),
    ("It fell to -12C overnight.", "-12C", "-12", "degree_celsius"),
    ("It fell to -20 C overnight.", "-20", "-20", "degree_celsius"),
    ("It reached 38.7 C at noon.", "38.7", "38.7", "degree_celsius"),
    ("It will be 20-25C.", "20-25C", "20..25", "degree_celsius"),
    ("Bake at 180C/350F for an hour.", "350F", "350", "degree_fahrenheit"),
    ("The engine has 300 horsepower.", "300", "300", "horsepower"),
    ("The engine has 300 hp.", "300", "300", "horsepower"),
    ("The drill made 90 decibels.", "90", "90", "decibel"),
    ("The lake is 40 fathoms deep.", "40", "40", "fathom"),
    ("The phone has a 5.5-inch screen.", "5.5", "5.5", "inch"),
    ('The phone has a 5.5" screen.', '5.5"', "5.5", "inch"),
    ("The storm's pressure fell to 950 millibars.", "950", "950", "millibar"),
    ("The car does 40 miles per gallon.", "40", "40", "mile_per_gallon"),
    ("The car burns 6 litres per 100 km.", "6", "6", "liter_per_100_kilometers"),
    ("The temperature fell to minus 12 degrees.", "minus 12", "-12", "degree"),
    ("The child weighed 7 lb 4 oz.", "7 lb 4", "7.25", "pound"),
]

SPANS = [
    ("The tower stands 5 km away.", "5", "km"),
    ("The farm covers 200 square miles.", "200", "square miles"),
    ("An earthquake of magnitude 6.1 struck.", "6.1", "magnitude"),
    ("It was a 30-yard pass.", "30", "yard"),
]


@pytest.mark.parametrize(("sentence", "number", "expected", "unit"), MEASURES)
def test_a_measure_has_its_unit(sentence: str, number: str, expected: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found), found.amount.unit) == ("measure", expected, unit)


@pytest.mark.parametrize(("sentence", "number", "unit"), SPANS)
def test_the_unit_span_quotes_the_unit(sentence: str, number: str, unit: str) -> None:
    span = figure(sentence, number).unit_span
    assert span is not None
    assert span.quote(sentence) == unit


@pytest.mark.parametrize(
    ("sentence", "number", "kind"),
    [
        ("The city is home to 5m people.", "5m", "count"),
        ("The famine drove out 3m and 1.2m died.", "3m", "count"),
        ("The famine drove out 3m and 1.2m died.", "1.2m", "count"),
        ("The storm leaves 2m without power.", "2m", "count"),
        ("Of the aid, 12m went to Africa.", "12m", "count"),
        ("Sales hit 5.2m, up from 4.1m.", "4.1m", "count"),
        ("The club agreed a 650m deal.", "650m", "count"),
        ("About 3m from Chad fled.", "3m", "count"),
        ("The tower is 5 m tall.", "5", "measure"),
        ("The tower is 5m tall.", "5m", "measure"),
        ("She swam in a 50m pool.", "50m", "measure"),
        ("He won the 100m sprint.", "100m", "measure"),
        ("He won the 110m hurdles.", "110m", "measure"),
        ("A 6m python was caught.", "6m", "measure"),
        ("The plot is 12m by 8m.", "12m", "measure"),
        ("The firm lost 5m to fraud.", "5m", "count"),
        ("The wall stands 3m from the road.", "3m", "measure"),
        ("The plot covers 40m2 of land.", "40m", "measure"),
        ("The guard has 40 foot soldiers.", "40", "count"),
        ("The garage holds 30 cars.", "30", "count"),
        ("The quake cost 5.3 jobs for each shop.", "5.3", "count"),
        ("There were 40 aftershocks.", "40", "count"),
        ("PRICES ROSE 5.4 PCT IN MAY.", "5.4", "percent"),
    ],
)
def test_what_looks_like_a_unit_is_told_by_what_follows(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind


def test_a_length_and_its_conversion_are_two_figures() -> None:
    assert texts("The tower is 300 metres (984 feet) tall.") == ["300", "984"]
