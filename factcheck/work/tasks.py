"""What a worker does for a run: a request in bytes to an answer in bytes, the same wherever it is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from types import TracebackType
from typing import Self

from factcheck.documents import Containment, Content, Limits
from factcheck.errors import FactcheckError, UnreadableError, UsageError
from factcheck.model import Rule
from factcheck.scale.serving import serve
from factcheck.work.comparing import found_in
from factcheck.work.gathering import gathered
from factcheck.work.groups import Bundle
from factcheck.work.messages import MESSAGES

MODULE = __name__
_ERRORS: tuple[type[FactcheckError], ...] = (UsageError, UnreadableError)
"""What a user can do wrong passes through; anything else is a mistake of the program's, and told with its place."""


def to_gather(contents: Sequence[Content], limits: Limits, model: str) -> bytes:
    """Asks what some files hold."""
    return MESSAGES.packed(("gather", tuple(contents), limits, model))


def to_compare(bundles: Sequence[Bundle], rules: Sequence[Rule]) -> bytes:
    """Asks what is found in some groups."""
    return MESSAGES.packed(("compare", tuple(bundles), tuple(rules)))


def told(answer: bytes) -> tuple[bytes, ...]:
    """The parts of an answer: one for each file or group. Raises what went wrong where it was worked out."""
    outcome, held = MESSAGES.unpacked(answer)
    if outcome == "done":
        return tuple(held)
    raise next((kind for kind in _ERRORS if kind.__name__ == outcome), RuntimeError)(held)


class Worker:
    """Answers requests in this process; a context manager. The process that reads is started by the first file."""

    def __init__(self) -> None:
        self._contained: Containment | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._contained:
            self._contained.__exit__(kind, error, at)

    def expect(self, limits: Limits) -> None:
        """Begin to start the process that reads."""
        if self._contained is None or self._contained.limits != limits:
            self.__exit__(None, None, None)
            self._contained = Containment(limits).__enter__()

    def answer(self, request: bytes) -> bytes:
        """The answer to a request. Raises what goes wrong."""
        task, *rest = MESSAGES.unpacked(request)
        parts = self._gathered(*rest) if task == "gather" else _compared(*rest)
        return MESSAGES.packed(("done", parts))

    def answer_in_any_case(self, request: bytes) -> bytes:
        """The answer to a request; what goes wrong is one."""
        try:
            return self.answer(request)
        except _ERRORS as error:
            kind = next(kind for kind in _ERRORS if isinstance(error, kind))
            return MESSAGES.packed((kind.__name__, str(error)))
        except Exception:  # noqa: BLE001 - told where it can be seen
            import traceback

            return MESSAGES.packed(("RuntimeError", traceback.format_exc()))

    def _gathered(self, contents: Sequence[Content], limits: Limits, model: str) -> tuple[bytes, ...]:
        self.expect(limits)
        assert self._contained is not None  # noqa: S101 - for the type checker
        return tuple(map(MESSAGES.packed, gathered(contents, self._contained, model)))


def _compared(bundles: Sequence[Bundle], rules: Sequence[Rule]) -> tuple[bytes, ...]:
    return tuple(MESSAGES.packed(found_in(bundle, rules)) for bundle in bundles)


_LOCK = Lock()
_KEPT = Worker()
"""For the life of a process that others ask: it keeps its model, and the process that reads, which ends with it."""


def answer_here(request: bytes) -> bytes:
    """The answer of this process to a request, one at a time whatever its threads; what goes wrong is one."""
    with _LOCK:
        return _KEPT.answer_in_any_case(request)


def main() -> None:
    """The life of a worker process."""
    with Worker() as worker:
        serve(worker.answer_in_any_case)
