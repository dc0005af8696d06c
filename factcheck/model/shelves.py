"""Sequences whose things are loaded as they are asked for: a report on an archive is larger than the memory.

What works on a tuple of things works on a shelf; `by_id` looks things up in either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from typing import Protocol, Self, TypeVar, overload


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


Thing = TypeVar("Thing", bound=Named)
Value = TypeVar("Value")


class Loaded(Sequence[Value]):
    """So many values without ids, each loaded by its number from 0 on whenever it is asked for."""

    def __init__(self, size: int, load: Callable[[int], Value]) -> None:
        self._numbers, self._load = range(size), load

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Value: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...

    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        if isinstance(at, slice):
            return tuple(map(self._load, self._numbers[at]))
        return self._load(self._numbers[at])


class Shelf(Sequence[Thing]):
    """So many things in boxes: `where` says for each, by its number from 0 on, in which box it lies, and where there.

    `opened` gives the things of a box, of which the last few are kept; `position` the place on the shelf of the thing
    with an id (ValueError where an id is of no thing). A shelf equals every sequence of equal things.
    """

    def __init__(
        self,
        size: int,
        where: Callable[[int], tuple[int, int]],
        opened: Callable[[int], Sequence[Thing]],
        position: Callable[[str], int],
        kept: int,
    ) -> None:
        self._size, self._where = size, where
        self._opened: Callable[[int], Sequence[Thing]] = lru_cache(maxsize=kept)(opened)
        self._position = position
        self.by_id: Mapping[str, Thing] = _ById(self, position, _nothing)

    def beside(self, near: Callable[[str], Thing | None]) -> Self:
        """The same shelf; what is sought by its id is sought near at hand first."""
        other = copy(self)
        other.by_id = _ById(self, self._position, near)
        return other

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Thing: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...

    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        return self._at(range(self._size)[at])

    def _at(self, number: int) -> Thing:
        box, place = self._where(number)
        return self._opened(box)[place]

    def __iter__(self) -> Iterator[Thing]:
        return map(self._at, range(self._size))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"<shelf of {len(self)}>"

    __hash__ = None  # type: ignore[assignment]  # as a list: what it holds is compared


class _ById(Mapping[str, Thing]):
    """The things of a shelf by their ids."""

    def __init__(
        self, shelf: Shelf[Thing], position: Callable[[str], int], near: Callable[[str], Thing | None]
    ) -> None:
        self._shelf, self._position, self._near = shelf, position, near

    def __getitem__(self, name: str) -> Thing:
        if (at_hand := self._near(name)) is not None:
            return at_hand
        try:
            found = self._shelf[self._position(name)]
        except (ValueError, IndexError) as error:
            raise KeyError(name) from error
        if found.id != name:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (thing.id for thing in self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)


def _nothing(_: str) -> None:
    """Nothing is near."""


def by_id(things: Sequence[Thing]) -> Mapping[str, Thing]:
    """Things by their ids."""
    return things.by_id if isinstance(things, Shelf) else {thing.id: thing for thing in things}
