"""What was worked out before, in the memory of this process: as `cache` keeps it in a file, but gone with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

MOST_BYTES = 500_000_000


class Memory:
    """At most so many bytes of values by their keys. It is entered anew for each run, as a context manager.

    What was not asked for the longest goes first, but nothing that the run under way has used: a run over more than
    there is room for would else push out what the next one begins with.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.notices: tuple[str, ...] = ()
        self._most = most
        self._size = 0
        self._held: dict[bytes, bytes] = {}
        """The longest unused first."""
        self._used: set[bytes] = set()

    def __enter__(self) -> Self:
        self._used.clear()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is to be closed."""

    def known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is known of the keys."""
        found = {key: self._held[key] for key in keys if key in self._held}
        for key, value in found.items():
            del self._held[key]
            self._held[key] = value
        self._used |= found.keys()
        return found

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Hold what was worked out, as far as there is room."""
        for key, value in values.items():
            self._size -= len(self._held.pop(key, b""))
            if self._has_room(len(value)):
                self._held[key] = value
                self._size += len(value)
                self._used.add(key)

    def _has_room(self, size: int) -> bool:
        """Whether a value of that size fits in, once what is unused has gone for it."""
        if size > self._most:
            return False
        for key in [*self._held] if self._size + size > self._most else ():
            if key not in self._used:
                self._size -= len(self._held.pop(key))
            if self._size + size <= self._most:
                break
        return self._size + size <= self._most
