from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Bound, Document, Figure, FigureKind
from factcheck.reporting.picture import MOST_ROWS, Picture, Said, Stroke, picture
from tests.reporting.samples import LEDGER, TIMES, WIRE, day, figure

End = str | None
LINE = Document(id="d1", path="a.txt", text="It was 5.\n")


def count(low: End, high: End, unit: str = "ship", kind: FigureKind = "count") -> Figure:
    return figure("f1", LINE, "5", (low, high), kind=kind, unit=unit)


def year(written: str) -> Figure:
    first, last = date(int(written), 1, 1).toordinal(), date(int(written), 12, 31).toordinal()
    return figure("f1", LINE, "5", (str(first), str(last)), kind="date", iso=written)


def said(figure: Figure, who: str = "Gazette", when: int | None = None) -> Said:
    """The figure as an outlet said it, on a day of May 2021."""
    return Said(figure, who, None if when is None else date(2021, 5, when), figure.text)


def drawn(*sides: Figure) -> Picture:
    return told(*([said(side)] for side in sides))


def told(*sides: list[Said]) -> Picture:
    result = picture([(f"value {n}", side) for n, side in enumerate(sides)])
    assert result is not None
    return result


def strokes(*sides: Figure) -> list[Stroke]:
    return [side.rows[0].stroke for side in drawn(*sides).sides]


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
    assert picture([("", [said(side)]) for side in sides]) is None


def test_counts_of_differently_named_things_share_a_scale() -> None:
    visitors = figure("f1", WIRE, "100,000", "100000", unit="visitor")
    people = figure("f7", LEDGER, "130,000", "130000", unit="person")
    assert strokes(visitors, people)[0].marks != strokes(visitors, people)[1].marks


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
    more, less = strokes(count("10", None), count(None, "20"))
    assert (more.open_low, more.open_high, more.end, len(more.marks)) == (False, True, "100.00", 1)
    assert (less.open_low, less.open_high, less.start, len(less.marks)) == (True, False, "0.00", 1)


@pytest.mark.parametrize(("bound", "low", "high"), [("at_least", False, True), ("at_most", True, False)])
def test_a_bound_opens_its_end(bound: Bound, low: bool, high: bool) -> None:
    bounded = figure("f1", LINE, "5", "5", unit="ship", bound=bound)
    stroke = strokes(bounded, count("9", "9"))[0]
    assert (stroke.open_low, stroke.open_high) == (low, high)


def test_a_range_has_two_dots_and_equal_values_stand_at_one_place() -> None:
    wide, point, again = strokes(count("10", "20"), count("15", "15"), count("15", "15"))
    assert len(wide.marks) == 2
    assert point == again
    assert point.marks == ("50.00",)


ENDS = st.decimals(Decimal("-1e15"), Decimal("1e15"), allow_nan=False, allow_infinity=False, places=2)


@given(st.lists(ENDS, min_size=2, max_size=5))
def test_order_on_the_scale_is_the_order_of_values(values: list[Decimal]) -> None:
    picture_ = drawn(*(count(str(v), str(v)) for v in values))
    places = [float(stroke.marks[0]) for stroke in (side.rows[0].stroke for side in picture_.sides)]
    assert all(0 <= x <= 100 for x in places)
    assert all(places[a] <= places[b] for a in range(len(values)) for b in range(len(values)) if values[a] < values[b])
    assert all(0 <= float(tick.x) <= 100 for tick in picture_.ticks)
    assert 1 <= len(picture_.ticks) <= 6


def test_a_side_has_a_row_for_each_source_by_date_and_one_that_says_it_twice_has_one() -> None:
    five, nine = count("5", "5"), count("9", "9")
    later, earlier, undated = said(five, "Gazette", 6), said(five, "Post", 4), said(five, "Wire")
    side, other = told([later, undated, earlier, later], [said(nine, "Times", 5)]).sides
    assert [(row.who, row.when) for row in side.rows] == [
        ("Post", "2021-05-04"),
        ("Gazette", "2021-05-06"),
        ("Wire", None),
    ]
    assert {row.stroke.marks for row in side.rows}.isdisjoint(row.stroke.marks for row in other.rows)


def test_a_side_without_a_number_is_not_drawn_but_a_vague_voice_beside_others_is_left_out() -> None:
    five, nine, vague = (said(count(value, value)) for value in ("5", "9", None))
    assert picture([("5", [five]), ("dozens", [vague])]) is None
    assert [len(side.rows) for side in told([five, vague], [nine]).sides] == [1, 1]


@pytest.mark.parametrize(
    ("voices", "rows", "more"),
    [
        ((1, 1), [1, 1], [0, 0]),
        ((MOST_ROWS - 1, 1), [MOST_ROWS - 1, 1], [0, 0]),
        ((40, 1), [MOST_ROWS // 2, 1], [40 - MOST_ROWS // 2, 0]),
        ((2,) * 30, [1] * 30, [1] * 30),
    ],
)
def test_where_there_are_many_sources_the_others_are_counted(
    voices: tuple[int, ...], rows: list[int], more: list[int]
) -> None:
    sides = [[said(count(str(n), str(n)), f"Outlet {v}") for v in range(size)] for n, size in enumerate(voices)]
    assert [len(side.rows) for side in told(*sides).sides] == rows
    assert [side.more for side in told(*sides).sides] == more


def test_nothing_overlaps() -> None:
    sides = [[said(count(str(n), str(n)), f"Outlet {v}") for v in range(20)] for n in range(3)]
    drawing = told(*sides)
    ends = [0]
    for side in drawing.sides:
        ends += [side.top, *(row.y for row in side.rows), side.foot]
    assert ends == sorted(ends)
    assert len({row.y for side in drawing.sides for row in side.rows}) == sum(len(s.rows) for s in drawing.sides)
    assert drawing.height > ends[-1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Island Ledger", "Island Ledger"),
        ("The Northern Provinces Evening Ledger", "The Northern…"),
        ("sources/harbour-times-of-may.txt", "sources/harbour-tim…"),
    ],
)
def test_a_long_name_is_cut_between_words(name: str, shown: str) -> None:
    assert told([said(count("5", "5"), name)], [said(count("9", "9"))]).sides[0].rows[0].who == shown


def test_in_words() -> None:
    ours = Said(count("9", "9"), "Courier", None, "9", draft=True)
    drawing = told([said(count("5", "5"), "Post", 4), said(count("5", "5"), "Post", 5)], [ours])
    assert drawing.told == "value 0 (Post); value 1 (Courier (draft))"
    assert [row.draft for side in drawing.sides for row in side.rows] == [False, False, True]
