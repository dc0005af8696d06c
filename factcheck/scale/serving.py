"""The loop of a process that answers requests, one after the other, until there are no more."""

from __future__ import annotations

import signal
from collections.abc import Callable

from factcheck import pipes


def serve(answer: Callable[[bytes], bytes]) -> None:
    """Answer what comes in by standard input; it is the one that asks who is interrupted, and who ends this."""
    requests, answers = pipes.own_streams()
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            request = pipes.receive(requests)
        except EOFError:
            return
        pipes.send(answers, answer(request))
