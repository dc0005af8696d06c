"""The database of decisions: SQLite, append-only, shared by several programs at once.

What `append` and `merge` have returned from is on the disk: the log is written through before (WAL, synchronous=FULL).
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

from factcheck.journal import write_ahead
from factcheck.model import BY_TIME
from factcheck.paths import real
from factcheck.review.entries import Entry
from factcheck.review.faults import UnfitError, refuse_other_than_file, told
from factcheck.review.reading import SECONDS, checked, rows_of, uri
from factcheck.review.schema import STEPS, steps_left, take

_AHEAD = timedelta(days=1)
"""How far another computer's clock may be ahead: its moments put all later ones behind them."""


class Store:
    """A database of decisions at `path`, made where there is none. Safe for threads and for several processes.

    `seconds` is how long to wait for other writers. Every method raises UsageError, in a line that names the file,
    where the database is none of ours, newer, damaged, locked or cannot be written; then nothing of it has changed.
    """

    def __init__(self, path: Path, *, seconds: float = SECONDS) -> None:
        self.path = path
        self._lock = RLock()
        with told(path, "written"):
            file = Path(real(path))
            if not os.path.lexists(file):
                _make(file)
            refuse_other_than_file(file)
            self._file = file.stat()
            self._connection = _connected(file, seconds)

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """All entries, or those behind the first `after`, in the order in which they were written."""
        with self._lock, told(self.path, "read"):
            rows = rows_of(self._connection, after)
        with told(self.path, "read"):
            return checked(rows, after)

    def append(self, entry: Entry) -> Entry:
        """Write an entry, signed, with the moment of writing: never the moment of an earlier entry."""
        with self._writing():
            (last,) = self._connection.execute("SELECT max(at) FROM entries").fetchone()
            written = entry.model_copy(update={"at": _moment(last)}).signed()
            self._insert([written])
        return written

    def merge(self, entries: Iterable[Entry]) -> int:
        """Write entries of another database as they are, all or none; how many were not there yet."""
        found = sorted(entries, key=BY_TIME)
        with self._writing():
            _refuse_unsound(found)
            before = self._connection.total_changes
            self._insert(found)
            return self._connection.total_changes - before

    def version(self) -> int:
        """How many entries there are: it grows when anybody writes one."""
        with self._lock, told(self.path, "read"):
            (count,) = self._connection.execute("SELECT coalesce(max(seq), 0) FROM entries").fetchone()
            return int(count)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction: no other one begins in any process before it has ended."""
        with self._lock, told(self.path, "written"):
            self._refuse_another_file()
            with _transaction(self._connection):
                yield

    def _refuse_another_file(self) -> None:
        """What is written to a file that was taken away is lost when this program ends."""
        with suppress(FileNotFoundError):
            if os.path.samestat(self.path.stat(), self._file):
                return
        raise UnfitError("was taken away or replaced while it was open; put it back, or begin the review anew")

    def _insert(self, entries: Sequence[Entry]) -> None:
        rows = ((e.id, e.at, e.model_dump_json()) for e in entries)
        self._connection.executemany("INSERT OR IGNORE INTO entries (id, at, line) VALUES (?, ?, ?)", rows)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connected(file: Path, seconds: float) -> sqlite3.Connection:
    """A connection that can write, to a sound database of the present version."""
    connection = sqlite3.connect(
        uri(file, "mode=rw"), uri=True, timeout=seconds, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS alone knows a disk's own cache
        steps_left(connection)
        _refuse_damaged(connection)
        write_ahead(connection, seconds)
        with _transaction(connection):  # whoever cannot write is told before there is anything to write
            if steps := steps_left(connection):
                take(connection, steps)
            connection.execute("DELETE FROM entries WHERE 0")  # begins to write, which BEGIN alone does not always try
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_damaged(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise UnfitError.damaged(" ".join(found.split()))


def _make(file: Path) -> None:
    """A database with nothing in it, which is there whole or not at all, whoever else makes it at the same time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        part.touch(exist_ok=False)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection, _transaction(connection):
            take(connection, STEPS)
        with suppress(FileExistsError):
            _put(part, file)
    finally:
        part.unlink(missing_ok=True)
    for folder in (file.parent, file.parent.parent):
        _sync(folder)


def _put(part: Path, file: Path) -> None:
    """Give it its name, which no other file may have. FileExistsError where one has."""
    try:
        file.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        with file.open("xb") as stream:
            stream.write(part.read_bytes())
            stream.flush()
            os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Have a folder's list of files on the disk, where the system knows how."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _refuse_unsound(entries: Iterable[Entry]) -> None:
    latest = _text(datetime.now(UTC) + _AHEAD)
    for entry in entries:
        if entry.id != entry.digest():
            raise UnfitError(f"takes in no entry that was changed after it had been written: {entry.id or 'no id'}")
        if entry.at > latest:
            raise UnfitError(f"takes in no entry of the future: {entry.id} of {entry.at}; set the clock that is wrong")


def _moment(last: str | None) -> str:
    now = datetime.now(UTC)
    return _text(now if last is None else max(now, datetime.fromisoformat(last) + timedelta(microseconds=1)))


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
