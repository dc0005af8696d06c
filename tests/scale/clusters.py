"""Dask clusters on this machine: a scheduler and workers, each a process, on ports that nobody else has."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_WAIT = 120.0


@contextmanager
def started(folder: Path, *arguments: str, path: Path = ROOT, log: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command of Dask with modules from a place; at the end it is asked to end, and then made to."""
    env = os.environ | {
        "PYTHONPATH": str(path),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "false",
    }
    command = [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"]
    with (folder / log).open("wb") as written:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=written, stderr=written, start_new_session=True)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler without workers."""
    file = folder / "scheduler.json"
    with started(folder, "scheduler", "--port", "0", "--scheduler-file", str(file), log="scheduler.log"):
        until(lambda: file.exists() and file.stat().st_size > 0)
        yield json.loads(file.read_text(encoding="utf-8"))["address"]


@contextmanager
def workers(folder: Path, address: str, count: int = 2, *, path: Path = ROOT) -> Iterator[None]:
    """So many workers at a scheduler that had none, of the program at a place."""
    from distributed import Client

    spread = ("--nworkers", str(count), "--nthreads", "1", "--local-directory", str(folder / "work"))
    with started(folder, "worker", address, *spread, path=path, log="workers.log"):
        with Client(address, set_as_default=False, timeout=_WAIT) as client:
            client.wait_for_workers(count, timeout=_WAIT)
        yield


def until(done: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + _WAIT
    while not done():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)
