"""Whether files have changed: looked at again and again, for no system tells it of every kind of folder."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath

from factcheck.paths import real

Seen = Mapping[str, tuple[int, ...]]
"""By path the size of a file, and when what it holds and what is said of it (name, permissions) changed."""

_PAUSE = 0.3
"""Seconds between two looks."""
_SHARE = 9
"""A pause is so many times as long as the look before it took: a tenth of the time at most goes into looking."""
_PATIENCE = 10
"""Looks at what never stands still, after which it is taken as it is."""
_NAMED = 3
_GONE = (-1, -1, -1)


def seen(paths: Iterable[str], leaving_out: Iterable[str] = ()) -> dict[str, tuple[int, ...]]:
    """What is seen of files, there or not, and of all that is in folders, but what is hidden there or left out."""
    out = frozenset(map(real, leaving_out))
    return {path: stamp for given in paths for path, stamp in _below(given, out)}


def pauses(
    sleep: Callable[[float], object] = time.sleep, clock: Callable[[], float] = time.monotonic
) -> Iterator[None]:
    """A look is due after each, without end; the longer looks take, the rarer they are."""
    took = 0.0
    while True:
        sleep(max(_PAUSE, took * _SHARE))
        began = clock()
        yield
        took = clock() - began


def changed(before: Seen, look: Callable[[], Seen], due: Iterable[object]) -> Seen | None:
    """What is seen once something has changed, and stood still from one look to the next: who saves may take a moment.

    None where no more looks are `due`.
    """
    last, unsteady = before, 0
    for _ in due:
        now = look()
        if now != before and (now == last or unsteady == _PATIENCE):
            return now
        unsteady = unsteady + 1 if now != before else 0
        last = now
    return None


def change(before: Seen, after: Seen) -> str:
    """What has changed, in a line."""
    was, now = ({path: s for path, s in state.items() if s[0] != _GONE[0]} for state in (before, after))
    other = {path for path in was.keys() & now.keys() if was[path] != now[path]}
    said = (("changed", other), ("new", now.keys() - was.keys()), ("gone", was.keys() - now.keys()))
    return "; ".join(f"{what}: {_several(sorted(paths))}" for what, paths in said if paths)


def _several(paths: list[str]) -> str:
    more = len(paths) - _NAMED
    return ", ".join(paths[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _below(path: str, out: frozenset[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The file at a path, or each below the folder; no link to a folder is followed."""
    if not os.path.isdir(path):  # noqa: PTH112 - as `os.scandir` gives them, and fast
        yield path, _stamp(lambda: os.stat(path))  # noqa: PTH116
        return
    waiting, names = [path], {PurePath(name).name for name in out}
    while waiting:
        try:
            entries = os.scandir(waiting.pop())
        except OSError:
            continue  # it is gone, or closed
        with entries:
            for entry in entries:
                if entry.name.startswith(".") or (entry.name in names and real(entry.path) in out):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry.path, _stamp(entry.stat)


def _stamp(found: Callable[[], os.stat_result]) -> tuple[int, ...]:
    try:
        told = found()
    except OSError:
        return _GONE
    if not stat.S_ISREG(told.st_mode):
        return (0, 0, 0)  # no file to be read, though it may change without end
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns
