"""Memory that is free and that the system has not got back."""

from __future__ import annotations

from contextlib import suppress


def give_back() -> None:
    """Let the system have what was freed. glibc keeps it where something newer lies above; others do not need this.

    Of an archive as much again would stay between one step and the next as is in use.
    """
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
