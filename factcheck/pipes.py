"""Processes of this program that are asked by pipes: messages are bytes, their length before them."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from typing import BinaryIO

_LENGTH = struct.Struct(">Q")
_PROGRAM = "import sys; sys.path[:] = {places}; from {module} import main; main()"
"""No module of the caller's is run in it, so a script without a guard is not run again."""


def started(module: str) -> subprocess.Popen[bytes]:
    """A process that runs `main` of a module, with pipes to and from it. OSError where none can be started."""
    if not sys.executable:
        raise FileNotFoundError(2, "this Python does not say where it is")
    program = _PROGRAM.format(places=ascii([place for place in sys.path if isinstance(place, str)]), module=module)
    return subprocess.Popen(  # noqa: S603 - this Python and a program of our own
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Requests and answers of such a process, kept from libraries that print, or ask, on their own."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def send(stream: BinaryIO, data: bytes) -> None:
    """Write a message."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes:
    """The next message. Raises EOFError where the other end is gone."""
    return _exactly(stream, _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0])


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
