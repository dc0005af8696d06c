"""Switching SQLite's journal waits for others, and not for ever."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.journal import write_ahead


def connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)


def test_it_waits_until_another_connection_is_done(tmp_path: Path) -> None:
    with closing(connected(tmp_path / "a.sqlite")) as other, closing(connected(tmp_path / "a.sqlite")) as own:
        other.execute("BEGIN EXCLUSIVE")
        ending = threading.Timer(0.1, other.execute, ["COMMIT"])
        ending.start()
        write_ahead(own, 60)
        ending.join()
        assert own.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_lock_that_stays_is_raised(tmp_path: Path) -> None:
    with closing(connected(tmp_path / "a.sqlite")) as other, closing(connected(tmp_path / "a.sqlite")) as own:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            write_ahead(own, 0)


def test_what_is_no_database_is_raised_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    file.write_bytes(b"no database" * 100)
    with closing(connected(file)) as own, pytest.raises(sqlite3.DatabaseError, match="not a database"):
        write_ahead(own, 3600)
