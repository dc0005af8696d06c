"""Shelves are sequences that load what they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Loaded, Shelf, by_id


@dataclass(frozen=True)
class Thing:
    id: str


def things(box: int, count: int) -> tuple[Thing, ...]:
    return tuple(Thing(f"b{box}.{n}") for n in range(count))


def shelf(counts: Sequence[int], opened: list[int] | None = None, kept: int = 2) -> Shelf[Thing]:
    """A shelf of boxes with so many things each, in order."""

    def open_box(box: int) -> tuple[Thing, ...]:
        if opened is not None:
            opened.append(box)
        return things(box, counts[box])

    def position(name: str) -> int:
        box, _, place = name[1:].partition(".")
        return sum(counts[: int(box)]) + int(place)

    where = [(box, place) for box, count in enumerate(counts) for place in range(count)]
    return Shelf(len(where), where.__getitem__, open_box, position, kept)


@given(st.lists(st.integers(0, 4), max_size=6), st.slices(12))
def test_it_is_a_sequence_of_all_things(counts: list[int], part: slice) -> None:
    held = shelf(counts)
    every = tuple(thing for box, count in enumerate(counts) for thing in things(box, count))
    assert tuple(held) == every
    assert held == every
    assert every == held
    assert len(held) == len(every)
    assert held[part] == every[part]
    assert [held[n] for n in range(len(held))] == [*every]
    assert dict(by_id(held)) == by_id(every)


def test_a_shelf_differs_from_other_things() -> None:
    assert shelf([2]) != (Thing("b0.0"),)
    assert shelf([1]) != (Thing("b0.1"),)
    assert shelf([1]) != "b"
    assert shelf([1]) != 1


@pytest.mark.parametrize("name", ["b0.2", "b9.0", "b-1.0", "", "b", "nothing", "b0.-1"])
def test_an_id_of_nothing_is_no_key(name: str) -> None:
    known = by_id(shelf([2, 1]))
    assert name not in known
    assert known.get(name) is None


def test_a_box_is_opened_when_it_is_asked_for_and_the_last_ones_are_kept() -> None:
    opened: list[int] = []
    held = shelf([2, 2, 2, 2], opened)
    assert len(held) == 8
    assert opened == []
    assert held[5].id == "b2.1"
    assert by_id(held)["b2.0"].id == "b2.0"
    assert opened == [2]
    assert [thing.id for thing in held][-1] == "b3.1"
    assert opened == [2, 0, 1, 2, 3]
    assert held[6].id == "b3.0"
    assert opened == [2, 0, 1, 2, 3]


@given(st.integers(0, 6), st.slices(6))
def test_what_is_loaded_by_numbers_is_a_sequence(size: int, part: slice) -> None:
    held, every = Loaded(size, lambda n: n * n), [n * n for n in range(size)]
    assert [*held] == every
    assert len(held) == size
    assert [*held[part]] == every[part]
    assert [held[-n] for n in range(1, size + 1)] == every[::-1]
    with pytest.raises(IndexError):
        held[size]
