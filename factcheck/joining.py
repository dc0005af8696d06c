"""Things in groups, by the pairs of them that belong together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def joined(things: Iterable[Thing], ties: Iterable[tuple[Thing, Thing]]) -> list[list[Thing]]:
    """The things in groups, those that are tied, directly or by others, in one; by the first of each group."""
    group = {thing: [thing] for thing in things}
    for one, two in ties:
        smaller, larger = sorted((group[one], group[two]), key=len)
        if smaller is not larger:
            larger += smaller
            group.update(dict.fromkeys(smaller, larger))
    return list({id(members): members for members in group.values()}.values())
