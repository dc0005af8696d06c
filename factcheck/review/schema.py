"""What the database of decisions is made of: its mark, its version, and how an older one becomes the present one."""

from __future__ import annotations

import sqlite3

from factcheck.review.faults import UnfitError

APPLICATION = int.from_bytes(b"fact", "big")
"""The mark in the file's head that tells our databases from those of other programs."""

STEPS: tuple[tuple[str, ...], ...] = (
    ("CREATE TABLE entries (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, line TEXT NOT NULL)",),
    (
        "CREATE INDEX entries_at ON entries (at)",
        """CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
        BEGIN SELECT raise(ABORT, 'decisions are added, never changed'); END""",
        """CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
        BEGIN SELECT raise(ABORT, 'decisions are added, never deleted'); END""",
        """CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
        WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id OR seq = NEW.seq) BEGIN SELECT raise(IGNORE); END""",
    ),
)
"""What makes each version from the one before. A step that has been released is never changed; add another one.

Version 1 bore no mark. What `entries` holds is the same in all: an Entry as JSON in `line`, `seq` without a gap.
"""
_COLUMNS = ("seq", "id", "at", "line")


def steps_left(connection: sqlite3.Connection) -> tuple[tuple[str, ...], ...]:
    """What makes the present version of a database. UnfitError where it is not ours, or newer than this program."""
    return STEPS[_version(connection) :]


def take(connection: sqlite3.Connection, steps: tuple[tuple[str, ...], ...]) -> None:
    """Make the present version by the steps that are left, within the transaction of whoever calls."""
    for step in steps:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _version(connection: sqlite3.Connection) -> int:
    mark, version = _number(connection, "application_id"), _number(connection, "user_version")
    columns = tuple(name for _, name, *_ in connection.execute("PRAGMA table_info(entries)"))
    if mark != APPLICATION:
        if (mark, version, columns) != (0, 0, _COLUMNS):
            raise UnfitError("is a database of another program; name another file")
        return 1
    if version > len(STEPS):
        known = f"version {version}; this one knows {len(STEPS)}"
        raise UnfitError(f"was written by a newer factcheck ({known}); update factcheck")
    if version < 1 or columns != _COLUMNS:
        raise UnfitError.damaged(f"version {version}, columns {', '.join(columns) or 'none'}")
    return version


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)
