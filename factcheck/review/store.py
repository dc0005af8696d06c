"""The database of decisions: SQLite, append-only, shared by several programs at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factcheck.review.entries import Entry

_TABLE = (
    "CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, "
    "line TEXT NOT NULL)"
)


class Store:
    """A database of decisions at `path`, made where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(_TABLE)

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """All entries, or those behind the first `after`, in the order in which they were written."""
        rows = self._connection.execute("SELECT line FROM entries WHERE seq > ? ORDER BY seq", (after,))
        return tuple(Entry.model_validate_json(line) for (line,) in rows)

    def append(self, entry: Entry) -> Entry:
        """Write an entry, signed, with the moment of writing: never the moment of an earlier entry."""
        self._connection.execute("BEGIN IMMEDIATE")
        (last,) = self._connection.execute("SELECT max(at) FROM entries").fetchone()
        written = entry.model_copy(update={"at": _moment(last)}).signed()
        self._insert([written])
        self._connection.execute("COMMIT")
        return written

    def merge(self, entries: Iterable[Entry]) -> int:
        """Write entries of another database as they are; how many were not there yet."""
        self._connection.execute("BEGIN IMMEDIATE")
        before = self._connection.total_changes
        self._insert(entries)
        self._connection.execute("COMMIT")
        return self._connection.total_changes - before

    def version(self) -> int:
        """How many entries there are: it grows when anybody writes one."""
        (count,) = self._connection.execute("SELECT count(*) FROM entries").fetchone()
        return int(count)

    def close(self) -> None:
        self._connection.close()

    def _insert(self, entries: Iterable[Entry]) -> None:
        rows = ((e.id, e.at, e.model_dump_json()) for e in entries)
        self._connection.executemany("INSERT OR IGNORE INTO entries (id, at, line) VALUES (?, ?, ?)", rows)


def _moment(last: str | None) -> str:
    now = datetime.now(UTC)
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
