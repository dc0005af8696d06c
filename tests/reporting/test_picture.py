from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Bound, Document, Figure, FigureKind
from factcheck.reporting.picture import Picture, picture
from tests.reporting.samples import LEDGER, TIMES, WIRE, day, figure

End = str | None
LINE = Document(id="d1", path="a.txt", text="It was 5.\n")


def count(low: End, high: End, unit: str = "ship", kind: FigureKind = "count") -> Figure:
    return figure("f1", LINE, "5", (low, high), kind=kind, unit=unit)


def year(written: str) -> Figure:
    first, last = date(int(written), 1, 1).toordinal(), date(int(written), 12, 31).toordinal()
    return figure("f1", LINE, "5", (str(first), str(last)), kind="date", iso=written)


def drawn(*sides: Figure) -> Picture:
    result = picture(sides)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("sides", "labels"),
    [
        ((count("100000", None), count("130000", "130000")), ["100,000", "110,000", "120,000", "130,000"]),
        ((count("1.2e9", "1.2e9"), count("1.4e9", "1.4e9")), ["1.2 billion", "1.3 billion", "1.4 billion"]),
        ((count("3", "3"), count("5", "5")), ["3", "4", "5"]),
        ((count("11", "11"), count("12", "12")), ["11", "12"]),
        ((count("11", "11", "kilometer", "measure"), count("12", "12", "kilometer", "measure")), ["11", "11.5", "12"]),
        ((year("1962"), year("1963")), ["1962", "1963", "1964"]),
        ((year("1962"), year("1989")), ["1960", "1970", "1980", "1990"]),
        ((year("1"), year("9999")), ["5000"]),
        ((count("-2", "-2"), count("2", "2")), ["-2", "0", "2"]),
        ((count("0.5", "0.5"), count("0.6", "0.6")), ["0.5", "0.55", "0.6"]),
        (
            (day("f2", TIMES, "3 May 2021", date(2021, 5, 3)), day("f8", LEDGER, "4 May 2021", date(2021, 5, 4))),
            ["2021-05-03", "2021-05-04"],
        ),
        ((count("870", "870", kind="time"), count("900", "900", kind="time")), ["14:30", "14:40", "14:50", "15:00"]),
        ((count("12", "12", "kilometer", "measure"), count("5", "5", "mile", "measure")), ["8", "10", "12"]),
    ],
)
def test_scale(sides: tuple[Figure, ...], labels: list[str]) -> None:
    assert [tick.label for tick in drawn(*sides).ticks] == labels


@pytest.mark.parametrize(
    "sides",
    [
        (count("1", "1"),),
        (count("1", "1"), count(None, None)),
        (count("1", "1", "EUR", "money"), count("1", "1", "USD", "money")),
        (count("1", "1", "kilometer", "measure"), count("1", "1", "kilogram", "measure")),
        (count("738000", "738000", "", "date"), count("738000", "738000", "")),
    ],
    ids=["one side", "vague", "currencies", "dimensions", "a date and a count"],
)
def test_no_scale_fits(sides: tuple[Figure, ...]) -> None:
    assert picture(sides) is None


def test_counts_of_differently_named_things_share_a_scale() -> None:
    visitors = figure("f1", WIRE, "100,000", "100000", unit="visitor")
    people = figure("f7", LEDGER, "130,000", "130000", unit="person")
    assert drawn(visitors, people).strokes[0].dots != drawn(visitors, people).strokes[1].dots


@pytest.mark.parametrize(
    ("sides", "unit"),
    [
        ((count("12", "12", "kilometer", "measure"), count("5", "5", "mile", "measure")), "kilometers"),
        ((count("12", "12", "kilometer", "measure"), count("5", "5", "kilometer", "measure")), ""),
        ((count("12", "12", "ship"), count("5", "5", "boat")), ""),
    ],
)
def test_the_unit_is_named_where_a_side_was_converted(sides: tuple[Figure, ...], unit: str) -> None:
    assert drawn(*sides).unit == unit


def test_an_open_end_runs_to_the_edge_without_a_dot() -> None:
    more, less = drawn(count("10", None), count(None, "20")).strokes
    assert (more.open_low, more.open_high, more.end, len(more.dots)) == (False, True, "100.00", 1)
    assert (less.open_low, less.open_high, less.start, len(less.dots)) == (True, False, "0.00", 1)


@pytest.mark.parametrize(("bound", "low", "high"), [("at_least", False, True), ("at_most", True, False)])
def test_a_bound_opens_its_end(bound: Bound, low: bool, high: bool) -> None:
    bounded = figure("f1", LINE, "5", "5", unit="ship", bound=bound)
    stroke = drawn(bounded, count("9", "9")).strokes[0]
    assert (stroke.open_low, stroke.open_high) == (low, high)


def test_a_range_has_two_dots_and_equal_values_stand_at_one_place() -> None:
    wide, point, again = drawn(count("10", "20"), count("15", "15"), count("15", "15")).strokes
    assert len(wide.dots) == 2
    assert point == again
    assert point.dots == ("50.00",)


ENDS = st.decimals(Decimal("-1e15"), Decimal("1e15"), allow_nan=False, allow_infinity=False, places=2)


@given(st.lists(ENDS, min_size=2, max_size=5))
def test_order_on_the_scale_is_the_order_of_values(values: list[Decimal]) -> None:
    picture_ = drawn(*(count(str(v), str(v)) for v in values))
    places = [float(stroke.dots[0]) for stroke in picture_.strokes]
    assert all(0 <= x <= 100 for x in places)
    assert all(places[a] <= places[b] for a in range(len(values)) for b in range(len(values)) if values[a] < values[b])
    assert all(0 <= float(tick.x) <= 100 for tick in picture_.ticks)
    assert 1 <= len(picture_.ticks) <= 6
