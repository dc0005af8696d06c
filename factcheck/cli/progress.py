"""A bar on standard error for work that takes longer than a second, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from factcheck.work.run import Told

PATIENCE = 1.0
"""Seconds after which a bar begins to be worth its lines."""


@contextmanager
def watched(*, quiet: bool = False) -> Iterator[Told | None]:
    """What a run is to tell its steps; None, and nothing is ever shown, where nobody looks."""
    stream = sys.stderr
    if quiet or stream is None or not stream.isatty():
        yield None
        return
    bar = _Bar()
    timer = Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.tell
    finally:
        timer.cancel()
        bar.end()


class _Bar:
    def __init__(self) -> None:
        self._lock = Lock()
        self._step = ("starting", 0, 0)
        self._shown: Progress | None = None
        self._ended = False

    def tell(self, what: str, done: int, of: int) -> None:
        with self._lock:
            self._step = (what, done, of)
            self._draw()

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        with self._lock:
            if self._ended:
                return
            self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
            self._shown.add_task("", total=None)
            self._draw()
            self._shown.start()

    def end(self) -> None:
        with self._lock:
            self._ended = True
            if self._shown:
                self._shown.stop()

    def _draw(self) -> None:
        if self._shown:
            what, done, of = self._step
            task = self._shown.tasks[0].id
            self._shown.update(task, description=what, completed=done, total=of or None)
