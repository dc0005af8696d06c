"""What is made only when somebody looks at it: of the thousands of things in a long report a reader is shown a few."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class Lazily(Collection[_Made]):
    """What a function makes of each of so many things, in their order; made anew each time that it is gone through."""

    def __init__(self, make: Callable[[_Given], _Made], size: int, given: Callable[[], Iterable[_Given]]) -> None:
        self._size = size
        self._all: Callable[[], Iterator[_Made]] = lambda: map(make, given())

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[_Made]:
        return self._all()

    def __contains__(self, sought: object) -> bool:
        return any(made == sought for made in self)
