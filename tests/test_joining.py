"""Groups by ties: whoever is tied is together, in the order of the first of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.joining import joined

numbers = st.integers(0, 9)


@pytest.mark.parametrize(
    ("ties", "groups"),
    [
        ([], ["a", "b", "c", "d"]),
        ([("c", "a")], ["ac", "b", "d"]),
        ([("a", "b"), ("c", "d"), ("d", "b")], ["abcd"]),
        ([("b", "b"), ("c", "b"), ("b", "c")], ["a", "bc", "d"]),
    ],
)
def test_who_is_tied_is_together(ties: list[tuple[str, str]], groups: list[str]) -> None:
    assert ["".join(sorted(group)) for group in joined("abcd", ties)] == groups


@given(st.lists(st.tuples(numbers, numbers)))
def test_each_is_in_one_group_whatever_the_order_of_the_ties(ties: list[tuple[int, int]]) -> None:
    found = [sorted(group) for group in joined(range(10), ties)]
    assert sorted(n for group in found for n in group) == list(range(10))
    assert found == [sorted(group) for group in joined(range(10), ties[::-1])]
    assert all(any({one, two} <= set(group) for group in found) for one, two in ties)
