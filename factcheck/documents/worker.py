"""The process in which files are read: it answers one after the other, and is gone with the one that asks.

It is started by `containment` as a program of its own and sees no more than the bytes of each file.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import Literal, cast

from factcheck.documents.completion import completed
from factcheck.documents.messages import packed, receive, send
from factcheck.documents.reading import Reading, Source, reader_of, readers
from factcheck.errors import UnreadableError
from factcheck.model import Skipped
from factcheck.pipes import own_streams

Outcome = Literal["read", "unreadable", "memory", "depth", "failed"]
"""What an answer begins with; after one of the last three the process ends."""
READY = "ready"
"""The first message: this, and the suffixes of the files that are read."""
_SLACK = 5
"""Seconds past the limit after which the process ends by itself, should nobody be left to end it."""


def main() -> None:
    """Answer requests, a `Source` and whether its file was named, until there are no more."""
    requests, answers = own_streams()
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that asks ends this process
    send(answers, packed((READY, tuple(readers()))))
    while True:
        try:
            source, named = cast("tuple[Source, bool]", receive(requests))
        except EOFError:
            return
        _set_alarm(source.limits.seconds + _SLACK)
        outcome, answer = _answer(source, named)
        send(answers, answer)
        if outcome not in ("read", "unreadable"):
            os._exit(0)  # what is left in memory may be damaged
        del source, answer
        _set_alarm(0)


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(source: Source, named: bool) -> tuple[Outcome, bytes]:
    """The outcome, and its message: it with the readings, the reason, or the type of the error."""
    bound_memory(source.limits.memory)
    outcome: Outcome
    try:
        return "read", packed(("read", tuple(_parts(source, named))))
    except UnreadableError as error:
        outcome, what = "unreadable", str(error)
    except MemoryError:
        outcome, what = "memory", ""
    except RecursionError:
        outcome, what = "depth", ""
    except Exception as error:  # noqa: BLE001 - a mistake in a reader or its library takes nothing else with it
        outcome, what = "failed", type(error).__name__
    bound_memory(None)
    if outcome == "memory":
        gc.collect()
    return outcome, packed((outcome, what))


def _parts(source: Source, named: bool) -> Iterator[Reading | Skipped]:
    limits, written = source.limits, 0
    for part in reader_of(source.name, named=named)(source):
        if isinstance(part, Skipped):
            yield part
            continue
        written += len(part.text)
        if written > limits.unpacked:
            raise UnreadableError(f"holds over {limits.unpacked} characters; raise max_unpacked or leave it out")
        if len(part.text) > limits.bytes:
            yield Skipped(part.part, f"its text is larger than the limit of {limits.bytes} bytes; raise max_bytes")
        else:
            yield completed(part)


def bound_memory(most: int | None) -> None:
    """The bytes that this process may take, where the system knows such a limit; None takes it away."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = hard if most is None else most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (ValueError, OSError):  # macOS knows the limit and takes none
        return
