"""The check run again while the page stays usable."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Thread

from factcheck.errors import FactcheckError
from factcheck.review.desk import Changes, Desk
from factcheck.review.page import writing
from factcheck.review.page.events import Events


class Checking:
    """Runs the check of a desk again, one at a time, and tells every page."""

    def __init__(self, desk: Desk, events: Events) -> None:
        self._desk, self._events = desk, events
        self._found: Changes | None = None

    def start(self) -> bool:
        """Begin, in a thread that an end of the program does not wait for; False where it runs already."""
        if self._events.checking:
            return False
        self._events.checking = True
        self._events.tell("checking")
        Thread(target=self._run, args=(asyncio.get_running_loop(),), daemon=True).start()
        return True

    def told(self) -> str:
        """What the last one showed, as HTML."""
        return writing.changes(self._found or Changes((), (), ()), self._desk.items())

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        problem = ""
        try:
            self._found = self._desk.recheck()
        except (FactcheckError, OSError) as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - a mistake of the program must not leave the page waiting
            problem = f"the program made a mistake ({type(error).__name__}: {error})"
        with suppress(RuntimeError):  # the server has ended meanwhile
            loop.call_soon_threadsafe(self._ended, problem)

    def _ended(self, problem: str) -> None:
        self._events.checking = False
        if problem:
            self._events.tell("failed", problem=problem)
        else:
            self._events.restart()
            self._events.tell("checked")
