"""A way through the queue: what it shows, and the finding at which somebody stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.review.desk import Changes, Desk, Item, Sieve


class Walk:
    """One pair of eyes on the queue of a desk. A finding that no longer passes is shown until they move on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.sieve = Sieve()
        self._queue: tuple[Item, ...] | None = None
        self._at: str | None = None
        self.stand()

    @property
    def queue(self) -> tuple[Item, ...]:
        """What passes the sieve."""
        if self._queue is None:
            self._queue = self._desk.items(self.sieve)
        return self._queue

    @property
    def current(self) -> Item | None:
        """Where they stand; None where nothing is shown."""
        return None if self._at is None else self._desk.item(self._at)

    @property
    def position(self) -> int | None:
        """Which of the queue that is, from 1; None where it is none of it."""
        shown = self.current
        at = bisect_left(self.queue, shown.number, key=_number) if shown else 0
        return at + 1 if shown and shown in self.queue[at : at + 1] else None

    def refresh(self) -> None:
        """Look at the queue anew: something was decided."""
        self._queue = None
        if self._at is None:
            self.stand()

    def sift(self, sieve: Sieve) -> None:
        """Show what passes another sieve; stay, or go to the next that passes."""
        shown = self.current
        self.sieve, self._queue = sieve, None
        if shown is None or not sieve.passes(shown):
            self.stand(shown.number if shown else 0)

    def stand(self, number: int = 0) -> None:
        """Go to the first finding of the queue from a number on, or to the last before it."""
        at = min(bisect_left(self.queue, number, key=_number), len(self.queue) - 1)
        self._at = self.queue[at].finding.id if self.queue else None

    def step(self, forward: bool) -> bool:
        """Go to the finding behind, or before; whether there is one."""
        shown, find = self.current, bisect_right if forward else bisect_left
        at = find(self.queue, shown.number if shown else 0, key=_number) - (not forward)
        if not 0 <= at < len(self.queue):
            return False
        self._at = self.queue[at].finding.id
        return True

    def go(self, item: Item) -> None:
        """Go to a finding, where it passes."""
        if self.sieve.passes(item):
            self._at = item.finding.id

    def on(self) -> None:
        """Go to the next open finding; stay where there is none, if what is decided is shown."""
        shown = self.current
        number = shown.number if shown else 0
        others = [item for item in self.queue if item.open and item.number != number]
        to = next((item for item in others if item.number > number), others[0] if others else None)
        if to or shown is None or not self.sieve.passes(shown):
            self._at = to.finding.id if to else None

    def recheck(self) -> Changes:
        """Run the check again, and stay at the same finding, or at the place where it was."""
        shown = self.current
        changes = self._desk.recheck()
        again = self._desk.about(shown.finding.fingerprint) if shown else None
        self._queue, self._at = None, again.finding.id if again and self.sieve.passes(again) else None
        if self._at is None:
            self.stand(shown.number if shown else 0)
        return changes


def _number(item: Item) -> int:
    return item.number
