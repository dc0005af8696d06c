"""A way through what was written down."""

from __future__ import annotations

from factcheck.review.desk import Desk
from factcheck.review.entries import Entry

_PAGE = 10
"""Entries that a page is."""


class Record:
    """The history of a desk, the latest first, with a mark at one of its entries that stays at it as others come."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.marked: Entry | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._desk.history()

    @property
    def at(self) -> int:
        """Where the mark is, from 0."""
        return next((n for n, entry in enumerate(self.entries) if entry == self.marked), 0)

    def open(self) -> None:
        """Mark the latest."""
        self.marked = next(iter(self.entries), None)

    def step(self, by: int) -> None:
        """Mark the entry that is some further on, or the last one."""
        entries = self.entries
        if entries:
            self.marked = entries[max(0, min(len(entries) - 1, self.at + by))]

    def turn(self, pages: int) -> None:
        """Mark the entry that is some pages further on."""
        self.step(_PAGE * pages)
