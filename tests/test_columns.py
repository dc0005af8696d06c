"""What is packed comes out the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.columns import Columns
from factcheck.model import Interval, Span

COLUMNS = Columns((Span, Interval))

days = st.dates()
decimals = st.decimals(allow_nan=False, allow_infinity=False)
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
intervals = st.builds(Interval, st.none() | decimals, st.none() | decimals)
plain = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | days | decimals | spans | intervals
values = st.recursive(plain, lambda inner: st.lists(inner).map(tuple), max_leaves=20)


@given(values)
def test_what_is_packed_comes_out_the_same(value: object) -> None:
    assert COLUMNS.unpacked(COLUMNS.packed(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        (None, Decimal("1.50"), None),
        (Interval(None, Decimal("1E+9")), Interval(Decimal(0), None)),
        (date(2022, 2, 4), None, date(1, 1, 1)),
        (Span(0, 1), None, (Span(2, 3),)),
        ((), ((),), (None, ())),
        ("a\ud800b", b"\0"),
    ],
)
def test_values_of_several_types_keep_theirs(value: object) -> None:
    assert repr(COLUMNS.unpacked(COLUMNS.packed(value))) == repr(value)


def test_lists_come_out_as_tuples() -> None:
    assert COLUMNS.unpacked(COLUMNS.packed([1, [Span(0, 1)]])) == (1, (Span(0, 1),))
