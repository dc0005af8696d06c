"""What several rules work out of one thing, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Once:
    """A thing that keeps what was made of it: one entry for each function that was asked, gone with the thing."""

    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Self], Iterable[Made]]) -> tuple[Made, ...]:
        """All that `make` yields of the thing."""
        if make not in self._made:
            self._made[make] = tuple(make(self))
        made: tuple[Made, ...] = self._made[make]
        return made
