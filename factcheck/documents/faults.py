"""What libraries raise on broken files, told in a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import UnreadableError

_LONGEST = 80


def short(error: BaseException) -> str:
    """What an error says, on one line."""
    return " ".join(str(error).split())[:_LONGEST] or type(error).__name__


@contextmanager
def told(reason: str, do: str) -> Iterator[None]:
    """Whatever a library lets through is an UnreadableError, "reason (what it said); what to do".

    But for what tells of a limit that was hit, which whoever set it takes.
    """
    try:
        yield
    except (UnreadableError, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise UnreadableError(f"{reason} ({short(error)}); {do}") from error
