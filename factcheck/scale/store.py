"""What a run has worked out, while it runs: in memory up to a bound, and beyond it on disk.

A private SQLite database of which no file has a name: pages that have no room in its memory are written to a file of
the system's temporary folder, which is gone with the process, however it ends.
"""

from __future__ import annotations

import sqlite3
from tempfile import gettempdir
from threading import Lock

from factcheck.errors import UnreadableError

_PAGE = 16384
"""Bytes of a page: most values are of some thousands."""


class Store:
    """Bytes by their numbers, from 0 on; for several threads. `most` bytes are held in memory."""

    def __init__(self, most: int) -> None:
        self._lock = Lock()
        self._size = 0
        self._folder = gettempdir()  # asked for now: of a disk that is full another would be told
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for setting in (f"page_size = {_PAGE}", f"cache_size = {-(most // 1024)}", "journal_mode = OFF"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute("CREATE TABLE held (number INTEGER PRIMARY KEY, value BLOB NOT NULL)")
        self._database.execute("BEGIN")  # nothing is ever taken back, so nothing is to be made sure of in between

    def __del__(self) -> None:
        self._database.close()

    def put(self, *values: bytes) -> int:
        """The number of the first of some values, which are held from now on; those of the others follow it.

        UnreadableError where the disk is full.
        """
        with self._lock:
            first = self._size
            try:
                self._database.executemany("INSERT INTO held VALUES (?, ?)", enumerate(values, first))
            except sqlite3.OperationalError as error:
                raise UnreadableError(
                    f"{self._folder}: takes no more of what has no room in memory ({error}); make room there, name "
                    "another folder by TMPDIR, or hold more in memory (--memory)"
                ) from error
            self._size += len(values)
            return first

    def get(self, number: int) -> bytes:
        """The value with a number. UnreadableError where the disk does not give it back."""
        with self._lock:
            try:
                (value,) = self._database.execute("SELECT value FROM held WHERE number = ?", (number,)).fetchone()
            except sqlite3.OperationalError as error:
                raise UnreadableError(
                    f"{self._folder}: what has no room in memory cannot be read back ({error}); name another folder by "
                    "TMPDIR, or hold more in memory (--memory)"
                ) from error
        return bytes(value)
