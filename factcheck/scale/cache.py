"""What was worked out before, by the digest of all that it comes from: a SQLite file that several programs share.

It holds nothing that cannot be worked out again. So what is broken, full or locked is done without, and said in a line.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck.journal import write_ahead

FILE = "factcheck.sqlite"
MOST_BYTES = 2_000_000_000
"""What a cache holds at most; what was not asked for the longest goes first."""
_FORMAT = 2
_WAIT = 10.0
"""Seconds to wait for another program that writes."""
_LEFT = 0.8
"""The share of the most bytes that stays where something has to go."""
_AT_ONCE = 500
"""Keys that one query asks for."""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS known (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, digest BLOB NOT NULL, value BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS asked (id INTEGER PRIMARY KEY, turn INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_turn ON asked (turn, size);
PRAGMA user_version = {_FORMAT};
"""
"""When a value was `asked` for last stands apart from it: with a row, SQLite writes all of its value anew."""
_KEEP = """
INSERT INTO known (key, digest, value) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET digest = excluded.digest, value = excluded.value
"""
_COUNT = "INSERT OR REPLACE INTO asked (id, turn, size) SELECT id, ?1, ?2 FROM known WHERE key = ?3"
_TOUCH = "UPDATE asked SET turn = ?1 WHERE id = (SELECT id FROM known WHERE key = ?2) AND turn < ?1"


class Cache:
    """The cache in a folder, which is made where there is none; a context manager. `notices` say what went wrong."""

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self.notices: list[str] = []
        self._file = folder / FILE
        self._most = most
        self._open: sqlite3.Connection | None = None
        self._asked: set[bytes] = set()
        self._turn = 0

    def __enter__(self) -> Self:
        with self._told():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._open = self._connected()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._open is not None and self._asked:
            with self._told(), self._open:
                self._touch(self._open)
        self._close()

    def known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is known of the keys."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            if self._open is None:
                break
            with self._told():
                found |= self._looked_up(keys[start : start + _AT_ONCE])
        self._asked |= found.keys()
        return found

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Hold what was worked out; the oldest goes where there is no room."""
        if self._open is None or not values:
            return
        with self._told(), self._open:
            self._open.executemany(_KEEP, [(key, _digest(value), value) for key, value in values.items()])
            self._open.executemany(_COUNT, [(self._turn, len(value), key) for key, value in values.items()])
            self._touch(self._open)
            self._make_room(self._open)

    def _touch(self, database: sqlite3.Connection) -> None:
        """What was asked for is the last to go."""
        database.executemany(_TOUCH, [(self._turn, key) for key in self._asked])
        self._asked.clear()

    def _looked_up(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        assert self._open is not None  # noqa: S101 - for the type checker
        marks = ",".join("?" * len(keys))
        rows = self._open.execute(f"SELECT key, digest, value FROM known WHERE key IN ({marks})", keys).fetchall()  # noqa: S608
        if any(_digest(value) != digest for _, digest, value in rows):
            raise sqlite3.DatabaseError("a value is not what was written")
        return {key: value for key, _, value in rows}

    def _make_room(self, database: sqlite3.Connection) -> None:
        held = database.execute("SELECT total(size) FROM asked").fetchone()[0]
        if held <= self._most:
            return
        for number, size in database.execute("SELECT id, size FROM asked ORDER BY turn, id").fetchall():
            database.execute("DELETE FROM known WHERE id = ?", (number,))
            database.execute("DELETE FROM asked WHERE id = ?", (number,))
            held -= size
            if held <= self._most * _LEFT:
                break

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_WAIT)
        try:
            _prepare(database)
            self._turn = int(database.execute("SELECT ifnull(max(turn), 0) + 1 FROM asked").fetchone()[0])
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong is said, and the cache done without from then on; a broken one is built anew."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self._close()
            if _is_broken(error):
                self._build_anew(error)
            else:
                reason = getattr(error, "strerror", None) or str(error)
                if isinstance(error, FileExistsError | NotADirectoryError):
                    reason = "its folder is a file; name another"
                self.notices.append(f"{self._file}: the cache cannot be used ({reason}); this run works without it")

    def _build_anew(self, error: Exception) -> None:
        self.notices.append(f"{self._file}: the cache was broken ({error}) and is built anew")
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        with suppress(sqlite3.Error, OSError):
            self._open = self._connected()

    def _close(self) -> None:
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
        self._open = None


def _prepare(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version not in (0, _FORMAT):
        raise sqlite3.DatabaseError("it is of another version")
    write_ahead(database, _WAIT)
    database.execute("PRAGMA synchronous = NORMAL")
    if version == 0:
        database.executescript(_SCHEMA)


def _is_broken(error: Exception) -> bool:
    """Whether the file is no cache of this version: not that it is locked, full or not to be written."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def _digest(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=16).digest()
