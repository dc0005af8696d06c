"""What runs share that are made one after the other in one process: who works, and what was worked out before."""

from __future__ import annotations

from contextlib import ExitStack
from types import TracebackType
from typing import Self

from factcheck.scale.cluster import Cluster
from factcheck.scale.memory import Memory
from factcheck.scale.pool import Pool
from factcheck.work import tasks


class Bench:
    """A context manager that ends all processes; each is started by what needs it first.

    `memory` is for runs that name no cache; None where nothing is remembered.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory
        self.here = tasks.Worker()
        self.others: Pool | Cluster | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.here)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)
        self.others = None

    def start(self, others: Pool | Cluster) -> None:
        """Let others work; they are there from then on."""
        self._stack.enter_context(others)
        self.others = others
