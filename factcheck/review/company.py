"""What others write down while one decides."""

from __future__ import annotations

from factcheck.review.desk import Desk, Item
from factcheck.review.entries import Entry


class Company:
    """The others at a desk, as an editor meets them; the same editor elsewhere is one of them."""

    def __init__(self, desk: Desk, editor: str) -> None:
        self._desk = desk
        self._editor = editor
        self._met = len(desk.taken_in())
        self.lately: tuple[Entry, ...] = ()
        """What they wrote down since it was last forgotten."""

    def meet(self, mine: str = "") -> bool:
        """Note what came; whether anything did. `mine` is the decision that was just made, or taken back, here."""
        came = self._desk.taken_in(self._met)
        self._met += len(came)
        self.lately += tuple(entry for entry in came if not (mine and self._own(entry, mine)))
        return bool(came)

    def forget(self) -> None:
        self.lately = ()

    def touches(self, item: Item) -> bool:
        """Whether they lately decided a finding, or took that back."""
        return any(entry.fingerprint == item.finding.fingerprint for entry in self.lately)

    def _own(self, entry: Entry, mine: str) -> bool:
        return entry.editor == self._editor and mine in (entry.id, entry.undoes)
