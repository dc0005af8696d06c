"""The algebra of intervals: the one question that rounding, bounds, ranges and tolerance come down to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval

NUMBERS = st.decimals(-(10**6), 10**6, places=3)
FACTORS = st.decimals("0.001", 1000, places=3)
SHARES = st.decimals(0, 1, places=3)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that is not empty, open ends among them."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))))


def interval(low: str, high: str) -> Interval:
    """ "" is an open end."""
    return Interval(Decimal(low) if low else None, Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("one", "two", "overlap"),
    [
        (("1", "3"), ("2", "4"), True),
        (("1", "3"), ("3", "4"), True),
        (("1", "3"), ("3.1", "4"), False),
        (("5", ""), ("", "5"), True),
        (("5", ""), ("", "4"), False),
        (("5", ""), ("9", "9"), True),
        (("", ""), ("9", "9"), True),
        (("-3", "-1"), ("1", "3"), False),
    ],
)
def test_overlap(one: tuple[str, str], two: tuple[str, str], overlap: bool) -> None:
    assert interval(*one).overlaps(interval(*two)) is overlap


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        (("1", "4"), ("2", "3"), True),
        (("1", "4"), ("1", "4"), True),
        (("1", "4"), ("2", "5"), False),
        (("1", ""), ("2", ""), True),
        (("1", "9"), ("2", ""), False),
        (("", "9"), ("", "9"), True),
        (("", ""), ("", ""), True),
        (("1", ""), ("", "4"), False),
    ],
)
def test_containing(outer: tuple[str, str], inner: tuple[str, str], holds: bool) -> None:
    assert interval(*outer).contains(interval(*inner)) is holds


@pytest.mark.parametrize(
    ("before", "share", "after"),
    [
        (("100", "200"), "0.1", ("90.0", "220.0")),
        (("-10", "10"), "0.5", ("-15.0", "15.0")),
        (("100", ""), "0.2", ("80.0", "")),
        (("0", "0"), "0.2", ("0", "0")),
    ],
)
def test_widening(before: tuple[str, str], share: str, after: tuple[str, str]) -> None:
    assert interval(*before).widened(Decimal(share)) == interval(*after)


@given(intervals(), intervals())
def test_overlap_is_symmetric(one: Interval, two: Interval) -> None:
    assert one.overlaps(two) is two.overlaps(one)


@given(intervals(), intervals())
def test_what_is_contained_overlaps(one: Interval, two: Interval) -> None:
    assert one.contains(one)
    assert one.overlaps(two) or not one.contains(two)


@given(intervals(), SHARES)
def test_a_widened_interval_contains_what_it_was(one: Interval, share: Decimal) -> None:
    assert one.widened(share).contains(one)


@given(intervals(), intervals(), FACTORS)
def test_another_unit_changes_no_answer(one: Interval, two: Interval, factor: Decimal) -> None:
    assert one.scaled(factor).overlaps(two.scaled(factor)) is one.overlaps(two)
    assert one.scaled(factor).contains(two.scaled(factor)) is one.contains(two)
