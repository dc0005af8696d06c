"""What is remembered in memory, and what goes for it."""

from __future__ import annotations

import pytest

from factcheck.scale.memory import Memory

ONE, TWO, THREE = b"one", b"two", b"three"


@pytest.mark.parametrize(
    ("runs", "held"),
    [
        ([[ONE], []], {ONE}),
        ([[ONE, TWO, THREE]], {ONE, TWO, THREE}),
        ([[ONE, TWO, THREE], [b"four"]], {TWO, THREE, b"four"}),
        ([[ONE, TWO, THREE], [ONE], [b"four"]], {ONE, THREE, b"four"}),
        ([[ONE, TWO, THREE], [ONE, b"four"]], {ONE, THREE, b"four"}),
        ([[ONE, TWO, THREE, b"four"]], {ONE, TWO, THREE}),
        ([[ONE, TWO, THREE], [ONE, TWO, THREE, b"four"]], {ONE, TWO, THREE}),
    ],
    ids=["known", "full", "oldest", "asked for", "used now", "too many", "all used"],
)
def test_what_was_not_used_the_longest_goes_and_nothing_that_the_run_uses(
    runs: list[list[bytes]], held: set[bytes]
) -> None:
    memory = Memory(most=1000)
    for keys in runs:
        with memory:
            known = memory.known(keys)
            for key in keys:
                if key not in known:
                    memory.keep({key: bytes(300)})
    assert memory.known([ONE, TWO, THREE, b"four"]).keys() == held


def test_a_value_may_be_kept_twice_and_has_its_own_room() -> None:
    memory = Memory(most=1000)
    with memory:
        for value in (bytes(900), b"new", bytes(900)):
            memory.keep({ONE: value})
        memory.keep({TWO: bytes(100), THREE: b"1"})
    assert memory.known([ONE, TWO, THREE]) == {ONE: bytes(900), TWO: bytes(100)}


def test_a_value_larger_than_all_that_is_held_is_not_held() -> None:
    memory = Memory(most=1000)
    with memory:
        memory.keep({TWO: bytes(1000)})
    with memory:
        memory.keep({ONE: bytes(1001)})
    assert memory.known([ONE, TWO]).keys() == {TWO}
