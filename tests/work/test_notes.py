"""Things of groups in order, whatever the order in which the groups come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.work.notes import Order

GROUPS = st.lists(st.lists(st.integers(0, 50), max_size=5), max_size=6)


def ordered(keys: list[list[int]], coming: list[int]) -> Order:
    order = Order()
    for group in coming:
        order.add(group, keys[group])
    order.settle(len(keys))
    return order


@given(GROUPS, st.data())
def test_things_are_in_the_order_of_their_keys(keys: list[list[int]], data: st.DataObject) -> None:
    coming = data.draw(st.permutations([n for n, own in enumerate(keys) if own]))
    order = ordered(keys, coming)
    found = [order.where(n) for n in range(len(order))]
    assert [keys[group][place] for group, place in found] == sorted(key for own in keys for key in own)
    assert len(set(found)) == len(found)
    assert [order.number(group, place) for group, place in found] == [*range(len(found))]


def test_equal_keys_of_one_group_stay_in_its_order() -> None:
    order = ordered([[], [7, 7, 3, 7]], [1])
    assert [order.where(n) for n in range(4)] == [(1, 2), (1, 0), (1, 1), (1, 3)]
