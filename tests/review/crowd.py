"""What tests start as programs of their own: writers that are killed, crowded, kept short, or may not write.

`python -m tests.review.crowd SCENE FOLDER [NUMBER]`; each scene prints JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.review import Store, load
from factcheck.review.reading import read
from tests.review.made import entry

DATABASE = "decisions.sqlite"
NOBODY = 65534


def kills(folder: Path, number: int) -> object:
    """What was confirmed by writers of one database that were killed, one after the other.

    Each second one has told of an entry, the others may still be opening the database.
    """
    chance = random.Random(20260507)  # noqa: S311
    return [_killed(folder / DATABASE, chance.uniform(0, 0.04), writing=n % 2 == 1) for n in range(number)]


def births(folder: Path, number: int) -> object:
    """The same of writers that were killed about when they made the database, each one of its own."""
    chance = random.Random(7)  # noqa: S311
    return [_killed(folder / str(n) / DATABASE, chance.uniform(0, 0.012)) for n in range(number)]


def _killed(database: Path, seconds: float, *, writing: bool = False) -> list[str]:
    """The ids that a writer told of, after their entries were written, before it was killed."""
    heard, spoken = os.pipe()
    child = os.fork()
    if not child:
        store = Store(database)
        while True:
            os.write(spoken, store.append(entry()).id.encode() + b"\n")
    os.close(spoken)
    with os.fdopen(heard) as told:
        first = told.readline().split() if writing else []
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [*first, *told.read().split()]


def crowd(folder: Path, number: int) -> object:
    """What one of several writers wrote."""
    store = Store(folder / DATABASE)
    return [store.append(entry(editor=str(os.getpid()))).id for _ in range(number)]


def short(folder: Path, number: int) -> object:
    """What was confirmed until no file could grow past so many bytes, and what was told then."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
    written: list[str] = []
    try:
        store = Store(folder / DATABASE)
        while True:
            written.append(store.append(entry(reason="r" * 5000)).id)
    except UsageError as error:
        return written, str(error)


def barred(folder: Path, _number: int) -> object:
    """What somebody reads who may not write there, and what is told who tries."""
    read(folder / "warm" / DATABASE)
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    found: list[object] = []
    for path in sorted(folder.glob("barred*/")):
        try:
            Store(path / DATABASE, seconds=0.1)
            told = "nothing"
        except UsageError as error:
            told = str(error)
        found.append((path.name, [d.reason for d in load(str(path / DATABASE))], told))
    return found


SCENES = {"kills": kills, "births": births, "crowd": crowd, "short": short, "barred": barred}

if __name__ == "__main__":
    print(json.dumps(SCENES[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
