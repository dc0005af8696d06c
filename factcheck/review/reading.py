"""Reading a database of decisions without leaving a trace: no file is made, no folder need be writable.

A database at rest is all in its one file. One that a program is writing, or was writing when it was ended, has a log
beside it (`-wal`) with an index of it (`-shm`), which readers share with the writer. Where that index is missing, the
files are read as a copy, since SQLite would make it anew in the folder. Whoever reads while the last writer ends keeps
it from putting the log into the database; the next writer does so.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from factcheck.paths import real
from factcheck.review.entries import Entry
from factcheck.review.faults import UnfitError, refuse_other_than_file, told
from factcheck.review.schema import steps_left, take

SECONDS = 30.0
"""How long to wait for another program."""
_TRIES = 20
_LOGS = ("-wal", "-journal")
_NOT_SHARED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
Row = tuple[int, str, str, str]


def is_there(path: Path) -> bool:
    """Whether there is a file of that name. UsageError where the system does not say."""
    with told(path, "read"):
        return path.exists()


def read(path: Path) -> tuple[Entry, ...]:
    """Every entry of a database, in the order in which they were written. UsageError where it cannot be had whole."""
    with told(path, "read"):
        if not path.exists():
            raise UnfitError("no such file; check the spelling, or make it with factcheck review")
        refuse_other_than_file(path)
        return checked(_rows(Path(real(path))))


def rows_of(connection: sqlite3.Connection, after: int = 0) -> list[Row]:
    """The rows behind the first `after`, in the order in which they were written."""
    return connection.execute("SELECT seq, id, at, line FROM entries WHERE seq > ? ORDER BY seq", (after,)).fetchall()


def checked(rows: Iterable[Row], after: int = 0) -> tuple[Entry, ...]:
    """The entries of rows. UnfitError where one is missing, or is not as it was written."""
    found = []
    for place, (seq, name, at, line) in enumerate(rows, start=after + 1):
        if seq != place:
            raise UnfitError.damaged(f"entry {place} is missing")
        entry = _entry(line, place)
        if (entry.id, entry.at) != (name, at) or entry.digest() != name:
            raise UnfitError.damaged(f"entry {place} was changed after it had been written")
        found.append(entry)
    return tuple(found)


def uri(file: Path, options: str) -> str:
    """What SQLite opens with these options."""
    return f"{file.absolute().as_uri()}?{options}"


def _entry(line: object, place: int) -> Entry:
    if not isinstance(line, str):
        raise UnfitError.damaged(f"entry {place} is no text")
    try:
        return Entry.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise UnfitError.damaged(f"entry {place}: {where and f'{where}: '}{first['msg']}") from error


def _rows(file: Path) -> list[Row]:
    """The rows as they were at one moment: what has been read while somebody wrote is read again."""
    fault: Exception = UnfitError("is being changed without pause; try again when that is done")
    for _ in range(_TRIES):
        before = _stamps(file)
        try:
            with _opened(file) as (connection, shared):
                found = _present(connection)
            if shared or _stamps(file) == before:
                return found
        except (sqlite3.DatabaseError, OSError, UnicodeDecodeError, UnfitError) as error:
            fault = error
            if _stamps(file) == before:
                break
    raise fault


@contextmanager
def _opened(file: Path) -> Iterator[tuple[sqlite3.Connection, bool]]:
    """A connection to the database or to a copy, and whether writers are kept from changing what it reads."""
    if _beside(file, "-wal").exists() and _beside(file, "-shm").exists():
        with suppress(_Alone), closing(_shared(file)) as connection:
            yield connection, True
            return
    if not any(_holds(_beside(file, log)) for log in _LOGS):
        with closing(sqlite3.connect(uri(file, "immutable=1"), uri=True)) as connection:
            yield connection, False
        return
    with TemporaryDirectory() as folder:
        for log in ("", *_LOGS):
            with suppress(FileNotFoundError):
                shutil.copyfile(_beside(file, log), Path(folder, f"copy{log}"))
        with closing(sqlite3.connect(Path(folder, "copy"))) as connection:
            yield connection, False


class _Alone(Exception):  # noqa: N818 - a turn of events, not a fault
    """The index that writers share cannot be used."""


def _shared(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(uri(file, "mode=ro"), uri=True, timeout=SECONDS)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF in _NOT_SHARED:
            raise _Alone from error
        raise
    return connection


def _present(connection: sqlite3.Connection) -> list[Row]:
    """The rows as the present version has them; an older database is made one in memory alone."""
    steps = steps_left(connection)
    if not steps:
        return rows_of(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        take(copy, steps)
        return rows_of(copy)


def _beside(file: Path, log: str) -> Path:
    return file.with_name(file.name + log)


def _holds(log: Path) -> bool:
    with suppress(FileNotFoundError):
        return log.stat().st_size > 0
    return False


def _stamps(file: Path) -> list[tuple[int, int, int] | None]:
    """What changes when one of the files does."""
    found: list[tuple[int, int, int] | None] = []
    for log in ("", *_LOGS):
        try:
            known = _beside(file, log).stat()
            found.append((known.st_ino, known.st_size, known.st_mtime_ns))
        except FileNotFoundError:
            found.append(None)
    return found
