"""What is found in a file on its own, and how it travels between processes and into the cache."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from factcheck.model import Figure, Role, Skipped


@dataclass(frozen=True, slots=True)
class Card:
    """What a run has to know of a document before it looks into it.

    `figures` is how many it has, and `unread` why the rest of it was not read, where it was not.
    """

    path: str
    within: str
    role: Role
    published: date | None
    figures: int
    unread: str


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: its card, and packed the document without its id, its figures, and its sketch.

    `told` are the digests of the words by which it is known to tell of an event.
    """

    card: Card
    document: bytes
    figures: bytes
    sketch: bytes
    told: bytes


Parts = tuple[Part | Skipped, ...]
"""All that a file holds, in its order."""

_REST = attrgetter(*[field.name for field in fields(Figure)][2:])
"""All of a figure but its id and its document."""


def numbered(figures: Iterable[Figure], name: str) -> tuple[Figure, ...]:
    """The figures of a document under the id that it has in a run."""
    return tuple(renamed(figure, name, f"{name}.{n}") for n, figure in enumerate(figures, start=1))


def renamed(figure: Figure, document: str, name: str) -> Figure:
    """A figure under another id, in a document under another id."""
    return Figure(name, document, *_REST(figure))
