"""What every open page is told as it happens, as server-sent events: what anybody decided, and that a check runs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

from factcheck.errors import FactcheckError
from factcheck.review.desk import Desk, Item

_LOOK = 0.5
"""Seconds between two looks at what other programs have written."""
_BEAT = 15.0
"""Seconds of silence after which a sign of life finds out whether the page is still there."""
_MANY = 50
"""Findings that changed at once, from which on a page had better load its list anew."""


class Events:
    """The streams to the open pages. All of it runs in one event loop.

    `checking`: the check is being run again; a page that opens meanwhile is told so.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._items: tuple[Item, ...] = ()
        self._told: dict[str, tuple[str, str]] = {}
        self._take()
        self._streams: set[asyncio.Queue[str | None]] = set()
        self._checks = 0
        self.checking = False
        self._ended = False

    @property
    def version(self) -> str:
        """Tells whether a page knows all that there is: it changes with each entry and each check."""
        return f"{self._checks}.{len(self._desk.taken_in())}"

    async def watch(self) -> None:
        """Tell what others decide, until it is cancelled."""
        while True:
            await asyncio.sleep(_LOOK)
            with suppress(FactcheckError, OSError):  # whoever decides next is told what is wrong
                await asyncio.to_thread(self._desk.refresh)
            self.announce()

    def announce(self, page: str = "") -> None:
        """Tell which findings stand otherwise than was told; `page` is the one that caused it."""
        items = self._desk.items()
        if items is self._items:
            return
        now, before = _stands(items), self._told
        self._items, self._told = items, now
        changed = [name for name, stand in now.items() if before.get(name) != stand]
        if changed:
            self.tell("decided", findings=changed if len(changed) <= _MANY else [], page=page)

    def restart(self) -> None:
        """Take the findings as they are for told: after a new check every page asks for all of them."""
        self._checks += 1
        self._take()

    def _take(self) -> None:
        self._items = self._desk.items()
        self._told = _stands(self._items)

    def tell(self, kind: str, **data: object) -> None:
        """An event to every page."""
        line = _event(kind, **data)
        for stream in self._streams:
            stream.put_nowait(line)

    async def stream(self) -> AsyncIterator[str]:
        """The events from now on, until `end`."""
        mine: asyncio.Queue[str | None] = asyncio.Queue()
        self._streams.add(mine)
        try:
            yield f"retry: 1000\n{_event('here', version=self.version, checking=self.checking)}"
            while not self._ended:
                try:
                    line = await asyncio.wait_for(mine.get(), _BEAT)
                except TimeoutError:
                    line = ": still here\n\n"
                if line is None:
                    return
                yield line
        finally:
            self._streams.discard(mine)

    def end(self) -> None:
        """End every stream: the server would wait for them."""
        self._ended = True
        for stream in self._streams:
            stream.put_nowait(None)


def _event(kind: str, **data: object) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


def _stands(items: Sequence[Item]) -> dict[str, tuple[str, str]]:
    """How each finding stands: the decision and what became of an earlier one."""
    return {item.finding.fingerprint: (item.decision.id if item.decision else "", item.lapsed) for item in items}
