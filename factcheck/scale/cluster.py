"""Requests answered by the workers of a Dask cluster; the answers come in the order of the requests.

Dask asks another worker where one is lost; an answer is a function of its request, so nobody can tell. How often it
does so the scheduler's configuration says (`distributed.scheduler.allowed-failures`, 3 by itself).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import metadata
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck.errors import UsageError
from factcheck.scale.pool import WorkerError
from factcheck.scale.scheduler import CONNECT, connected

if TYPE_CHECKING:
    from distributed import Future

_PATIENCE = 60.0
"""Seconds without an answer after which it is asked whether there are workers at all."""
_AHEAD = 2
"""Requests that wait for each thread of the workers, so that none is idle and few are held in memory."""


class Cluster:
    """The workers of the scheduler at an address; a context manager that cancels at its end what is asked.

    `answer` and `version` are functions that every machine of the cluster can import. `version` tells one program from
    another: only those are asked that are the same as this one. UsageError where no cluster can be asked.
    """

    def __init__(self, scheduler: str, answer: Callable[[bytes], bytes], version: Callable[[], bytes]) -> None:
        self._scheduler = scheduler
        self._answer = answer
        self._version = version
        self._stack = ExitStack()
        self._waiting: deque[Future] = deque()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._client = stack.enter_context(connected(self._scheduler))
            with self._lost():
                self._expect_workers()
                self._here = _told(self._version)
                self._refuse_others()
            stack.callback(self._cancel)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)

    def answers(self, requests: Iterable[bytes]) -> Iterator[bytes]:
        """The answer to each request, in order; requests are drawn as workers become free.

        Raises WorkerError where workers, or the scheduler, are lost; UsageError where one is another program.
        """
        most = left = 0
        for request in requests:
            if not left:  # workers come and go
                most = left = self._threads() * _AHEAD
            left -= 1
            self._waiting.append(self._asked(request))
            while len(self._waiting) > most:
                yield self._result(self._waiting.popleft())
        while self._waiting:
            yield self._result(self._waiting.popleft())

    def _asked(self, request: bytes) -> Future:
        with self._lost():
            return self._client.submit(_answered, self._answer, self._version, self._here, request, pure=False)

    def _threads(self) -> int:
        with self._lost():
            threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _result(self, future: Future) -> bytes:
        with self._lost():
            answer: bytes | None = self._waited(future)
        if answer is None:
            raise self._other("a worker that came later runs")
        return answer

    def _waited(self, future: Future) -> bytes | None:
        while True:
            try:
                answer: bytes | None = future.result(timeout=_PATIENCE)
            except TimeoutError as error:
                if not self._client.nthreads():
                    todo = "start some and the check again"
                    raise WorkerError(f"{self._scheduler}: no worker is left; {todo}") from error
            else:
                return answer

    @contextmanager
    def _lost(self) -> Iterator[None]:
        """What happens when workers, or the scheduler, are lost is said in a line."""
        from distributed import KilledWorker
        from distributed.client import ClosedClientError, FutureCancelledError

        try:
            yield
        except KilledWorker as error:
            what = "worker after worker ended over one request; give them more memory"
            raise WorkerError(f"{self._scheduler}: {what}") from error
        except ImportError as error:
            raise self._other("a worker that came later runs") from error
        except (FutureCancelledError, ClosedClientError, OSError) as error:
            raise WorkerError(f"{self._scheduler}: the scheduler is lost; start it and the check again") from error

    def _expect_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=CONNECT)
        except TimeoutError as error:
            todo = f"start some: dask worker {self._scheduler} --nworkers 2 --nthreads 1"
            raise UsageError(f"{self._scheduler}: the scheduler has no workers; {todo}") from error

    def _refuse_others(self) -> None:
        """The scheduler too: what is asked passes through it, and it must know the functions."""
        there = self._client.run(_told, self._version, on_error="return")
        others = sorted(name for name, version in there.items() if version != self._here)
        if others:
            raise self._other(f"{len(others)} of {len(there)} workers (first {others[0]}) run")
        try:
            same = self._client.run_on_scheduler(_told, self._version) == self._here
        except Exception:  # noqa: BLE001 - whatever it cannot import, or do
            same = False
        if not same:
            raise self._other("the scheduler runs")

    def _other(self, which: str) -> UsageError:
        todo = "install the same versions of factcheck, its libraries and Python there"
        return UsageError(f"{self._scheduler}: {which} another program than this one, so reports could differ; {todo}")

    def _cancel(self) -> None:
        with suppress(Exception):  # it may be what was lost
            self._client.cancel(list(self._waiting))
        self._waiting.clear()


def _told(version: Callable[[], bytes]) -> bytes:
    """What tells one program from another, as part of a cluster."""
    return version() + metadata.version("distributed").encode()


def _answered(
    answer: Callable[[bytes], bytes], version: Callable[[], bytes], asks: bytes, request: bytes
) -> bytes | None:
    """The answer to a request on a worker; None where this is another program than the one that asks."""
    return answer(request) if _told(version) == asks else None
