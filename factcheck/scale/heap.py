"""Memory that is free again and that the system has not got back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

_THRESHOLD = -3
"""glibc's number of the size from which on what is asked for is had from the system, and goes back to it at once."""
_LOW, _HIGH = 1 << 17, 1 << 25
"""Bytes: what it starts with, and the most that it raises the size to by itself."""


@contextmanager
def lean(much: bool) -> Iterator[None]:
    """Where it is about much, what is large goes back to the system when it is freed; at begin and end all that is.

    glibc keeps what is freed where something newer lies above: of an archive as much as is in use would stay between
    one step and the next. Of other C libraries nothing is asked.
    """
    if not much:
        yield
        return
    _set(_LOW)
    try:
        yield
    finally:
        _set(_HIGH)


def _set(threshold: int) -> None:
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        library.malloc_trim(0)
        library.mallopt(_THRESHOLD, threshold)
