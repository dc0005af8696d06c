"""Files read at arm's length: in a process of their own, with limits, so that a bad one takes nothing with it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePath
from threading import Event, Timer
from types import TracebackType
from typing import BinaryIO, Self, cast

from factcheck import pipes
from factcheck.documents.messages import packed, receive, send
from factcheck.documents.reading import Limits, Reading, Source, form_of
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

_START_SECONDS = 60.0
_DIED = "died"


class Containment:
    """A process that reads one file after the other, ended by the limits and started anew; a context manager.

    It begins to start when the context is entered, and is waited for by the first `read`.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._worker: _Worker | None = None

    def __enter__(self) -> Self:
        with suppress(OSError):  # said by the first file
            self._worker = _Worker()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def expect(self, name: str, *, named: bool = False) -> None:
        """Raises UnreadableError where no file of such a name is read; ProcessError where no process starts.

        The process tells it: this one loads no reader.
        """
        form_of(name, self._ready().suffixes, named=named)

    def read(self, name: str, data: bytes, *, named: bool = False) -> tuple[Reading | Skipped, ...]:
        """The documents of a file, completed, by the reader of its name.

        Raises UnreadableError where it is none, or a limit was hit; ProcessError where no process starts.
        """
        request = packed((Source(name, data, self.limits), named))
        outcome, told = self._ask(request)
        if outcome == "read":
            return cast("tuple[Reading | Skipped, ...]", told)
        raise UnreadableError(told if outcome == "unreadable" else self._reason(outcome, str(told), name))

    def _ask(self, request: bytes) -> tuple[str, object]:
        worker = self._ready()
        used = worker.answered
        outcome, told = self._answer(worker, request)
        if outcome in (_DIED, "memory") and used:  # the files before it may have had a part in that
            return self._answer(self._ready(), request)
        return outcome, told

    def _answer(self, worker: _Worker, request: bytes) -> tuple[str, object]:
        answer = worker.answer(request, self.limits.seconds)
        if answer[0] not in ("read", "unreadable") or worker.ended:
            self._end()
        return answer

    def _ready(self) -> _Worker:
        if self._worker is None:
            try:
                self._worker = _Worker()
            except OSError as error:
                raise _no_process(error.strerror or type(error).__name__) from error
        if not self._worker.is_ready():
            self._end()
            raise _no_process("it ended before it read anything")
        return self._worker

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.end()

    def _reason(self, outcome: str, told: str, name: str) -> str:
        """What stopped the reading, for a person."""
        limits, suffix = self.limits, PurePath(name).suffix.lower() or "such"
        if outcome == "late":
            return f"took longer than {limits.seconds:g} seconds to read; raise max_seconds or leave it out"
        if outcome == "memory":
            return f"took more than {limits.memory} bytes of memory to read; raise max_memory or leave it out"
        if outcome == "depth":
            return "nested too deep to be read; make it flatter or leave it out"
        if outcome == _DIED:
            return f"broke the reader of {suffix} files; it is broken or needs more than max_memory: leave it out"
        return f"the reader of {suffix} files failed on it ({told}); save it as plain text or leave it out"


def _no_process(reason: str) -> ProcessError:
    return ProcessError(
        f"files cannot be read: the process that reads them does not start ({reason}); "
        "check that this Python may start itself as another process"
    )


class ProcessError(UnreadableError):
    """The process that reads does not start: no file can be read."""


class _Worker:
    """The process and its pipes. Raises OSError where it does not start."""

    def __init__(self) -> None:
        self.answered = 0
        self.ended = False
        self.suffixes: tuple[str, ...] = ()
        """Of the files that the process reads, once it is ready."""
        self._is_ready = False
        self._process = pipes.started("factcheck.documents.worker")

    def is_ready(self) -> bool:
        """Wait for the process to have started; False where it ended instead."""
        if not self._is_ready:
            outcome, told = self._within(_START_SECONDS, b"")
            self._is_ready = outcome == "ready"
            self.suffixes = cast("tuple[str, ...]", told)
        return self._is_ready

    def answer(self, request: bytes, seconds: float) -> tuple[str, object]:
        """What the process makes of a file: an `Outcome`, "late" or "died", and what it tells."""
        self.answered += 1
        return self._within(seconds, request)

    def end(self) -> None:
        self.ended = True
        self._process.kill()
        self._process.wait()
        for pipe in self._pipes():
            with suppress(OSError):
                pipe.close()

    def _pipes(self) -> tuple[BinaryIO, BinaryIO]:
        return cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)

    def _within(self, seconds: float, request: bytes) -> tuple[str, object]:
        """The answer to a request, if not an empty one; past the time the process is killed, which ends the wait."""
        requests, answers = self._pipes()
        late = Event()

        def stop() -> None:
            late.set()
            self.ended = True
            self._process.kill()

        timer = Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            if request:
                send(requests, request)
            answer = receive(answers)
        except (EOFError, OSError):
            return ("late", "") if late.is_set() else (_DIED, "")
        finally:
            timer.cancel()
        return cast("tuple[str, object]", answer)
