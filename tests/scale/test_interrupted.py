"""Ctrl-C on a check of many documents: it ends, nothing of it goes on, and what was finished is kept."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.scale.cache import FILE
from tests.quality import archives

LONG = 120.0
"""Seconds in which a first part is finished, however busy the machine."""
SOON = 10.0
"""Seconds in which it has ended; of an idle machine it takes one or two."""


def rows(file: Path) -> int:
    """How much is remembered in a cache."""
    if not file.exists():
        return 0
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        tables = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'known'").fetchone()[0]
        return int(database.execute("SELECT count(*) FROM known").fetchone()[0]) if tables else 0


def children(process: int) -> list[str]:
    """The numbers of the processes that one has started."""
    known = {stat.parent.name: stat.read_text(encoding="utf-8") for stat in Path("/proc").glob("[0-9]*/stat")}
    return [pid for pid, stat in known.items() if stat.rpartition(")")[2].split()[1] == str(process)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell a process's children")
def test_ctrl_c_ends_it_and_keeps_what_was_finished(tmp_path: Path) -> None:
    archives.write(60, tmp_path / "archive")
    cache = tmp_path / "cache"
    command = [sys.executable, "-m", "factcheck", "check", "archive", "--workers", "2", "--cache", str(cache)]
    started = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads here
    )
    end = time.monotonic() + LONG
    while not rows(cache / FILE) and time.monotonic() < end and started.poll() is None:
        time.sleep(0.05)
    working = children(started.pid)
    os.kill(started.pid, signal.SIGINT)
    assert started.wait(SOON) == 130
    assert len(working) >= 2
    assert [pid for pid in working if Path(f"/proc/{pid}").exists()] == []
    assert 0 < rows(cache / FILE) < 60
