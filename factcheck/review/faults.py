"""What can be wrong with a database of decisions, each told in one line: the file, what it is, what to do."""

from __future__ import annotations

import errno
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import UsageError

_KEPT = "what was decided before is kept"
_ELSEWHERE = "check the permissions of the file and its folder, or name another file with --decisions"
_REMEDIES = {
    sqlite3.SQLITE_BUSY: "has been locked by another program for too long; close that one, and try again",
    sqlite3.SQLITE_FULL: f"cannot be written, the disk is full; make room and try again, {_KEPT}",
    sqlite3.SQLITE_IOERR: f"cannot be {{done}} ({{why}}); look after the disk, its quota and its limits, {_KEPT}",
    sqlite3.SQLITE_READONLY: f"cannot be written ({{why}}); {_ELSEWHERE}",
    sqlite3.SQLITE_PERM: f"cannot be {{done}} ({{why}}); {_ELSEWHERE}",
    sqlite3.SQLITE_CANTOPEN: f"cannot be {{done}} ({{why}}); {_ELSEWHERE}",
    sqlite3.SQLITE_NOTADB: "is no database of decisions; name another file, or move this one away",
}
_PRIMARY = 0xFF
"""The bits of SQLite's result codes that name the kind of a fault; the others name its place."""


class UnfitError(Exception):
    """A database is not as it must be; told without the file's name, which `told` adds."""

    @classmethod
    def damaged(cls, why: str) -> UnfitError:
        """One that cannot be trusted any more."""
        return cls(f"is damaged ({why}); restore it from a copy, or move it away and import what was exported")


@contextmanager
def told(path: Path, done: str) -> Iterator[None]:
    """Every fault of a database that was to be `done` ("read", "written") as a UsageError that names the file."""
    try:
        yield
    except UnfitError as error:
        raise UsageError(f"{path}: {error}") from error
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise UsageError(f"{path}: {_remedy(error, done)}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: {UnfitError.damaged('no UTF-8 text')}") from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        remedy = _REMEDIES[sqlite3.SQLITE_FULL] if full else f"cannot be {done} ({error.strerror}); {_ELSEWHERE}"
        raise UsageError(f"{path}: {remedy}") from error


def refuse_other_than_file(path: Path) -> None:
    """UnfitError where the path leads to what no database can be; a pipe is not opened. OSError as of `stat`."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UnfitError("is a folder; name a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise UnfitError("is no plain file; name another file")
    if not found.st_size:
        raise UnfitError("is empty, no database of decisions; restore it from a copy, or remove it to begin anew")


def _remedy(error: sqlite3.Error, done: str) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    remedy = _REMEDIES.get(sqlite3.SQLITE_BUSY if code == sqlite3.SQLITE_LOCKED else code)
    return remedy.format(done=done, why=error) if remedy else str(UnfitError.damaged(str(error)))
