"""Worker processes that answer requests side by side; the answers come in the order of the requests.

Each worker is a program of its own, so nothing of the caller's is run again. One that ends is replaced, and what it
was asked is asked again; an answer is a function of its request, so nobody can tell.
"""

from __future__ import annotations

import subprocess
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import BinaryIO, Self, cast

from factcheck import pipes
from factcheck.errors import UnreadableError

_TRIES = 3
"""How often a request is asked whose worker ends: what it asks may take more memory than there is."""
_AHEAD = 2
"""Requests that wait for each worker, so that none is idle and few are held in memory."""


class WorkerError(UnreadableError):
    """Workers cannot be started, or they end over one request again and again."""


class Pool:
    """So many processes that run `main` of a module; a context manager that ends them."""

    def __init__(self, module: str, workers: int) -> None:
        self._module = module
        self._workers = workers
        self._ended = False
        self._idle: SimpleQueue[subprocess.Popen[bytes] | None] = SimpleQueue()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._threads = ThreadPoolExecutor(workers, "factcheck-worker")

    def __enter__(self) -> Self:
        for _ in range(self._workers):
            self._idle.put(None)  # each is started by the first request that meets it
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all workers, whatever they do."""
        self._ended = True
        for process in list(self._running):
            self._end(process)
        self._threads.shutdown(cancel_futures=True)

    def answers(self, requests: Iterable[bytes]) -> Iterator[bytes]:
        """The answer to each request, in order; requests are drawn as workers become free.

        Raises WorkerError.
        """
        waiting: deque[Future[bytes]] = deque()
        for request in requests:
            waiting.append(self._threads.submit(self._answer, request))
            if len(waiting) > self._workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _answer(self, request: bytes) -> bytes:
        for _ in range(_TRIES):
            process = self._idle.get() or self._started()
            requests, answers = _pipes(process)
            try:
                pipes.send(requests, request)
                answer = pipes.receive(answers)
            except (EOFError, OSError):
                self._end(process)
                self._idle.put(None)
                if self._ended:
                    break
            else:
                self._idle.put(process)
                return answer
        raise WorkerError("a worker process ended again and again; free some memory, or give fewer --workers")

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = pipes.started(self._module)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise WorkerError(f"no worker process can be started ({reason}); give --workers 1") from error
        self._running.add(process)
        if self._ended:  # it may have looked for whom to end before this one was there
            self._end(process)
        return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        self._running.discard(process)
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            with suppress(OSError):
                pipe.close()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    return cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
