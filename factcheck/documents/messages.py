"""What the process that reads and the one that asks it send each other: plain values, their length before them.

Types of the model travel as their number and fields and are built anew at the other end; nothing that is received
can run.
"""

from __future__ import annotations

import marshal
import struct
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, BinaryIO

from factcheck.documents.reading import Limits, Metadata, Reading, Source
from factcheck.model import Block, Cell, Mark, Remark, Skipped, Span

_TYPES: tuple[type[Any], ...] = (Span, Block, Mark, Cell, Remark, Metadata, Reading, Skipped, Limits, Source, date)
_NUMBERS = {kind: n for n, kind in enumerate(_TYPES)}
_LENGTH = struct.Struct(">Q")


def packed(value: object) -> bytes:
    """The bytes of a value of texts, numbers, tuples, None and the types of a reading, as `send` takes them."""
    return marshal.dumps(_plain(value))


def send(stream: BinaryIO, data: bytes) -> None:
    """Write what `packed` made."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """The next value, a tuple or a text. Raises EOFError where the other end is gone."""
    length = _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0]
    return _built(marshal.loads(_exactly(stream, length)))  # noqa: S302 - of this program's own process


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _plain(value: object) -> Any:  # noqa: ANN401 - what marshal takes has no name
    """A list is one of the types, its number first; a tuple is a tuple."""
    if isinstance(value, tuple | list):
        return tuple(map(_plain, value))
    if isinstance(value, str):
        return str(value)  # libraries have strings of their own
    if isinstance(value, date):
        return [_NUMBERS[date], value.year, value.month, value.day]
    if is_dataclass(value):
        return [_NUMBERS[type(value)], *[_plain(getattr(value, field.name)) for field in fields(value)]]
    return value


def _built(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_built, value))
    if isinstance(value, list):
        return _TYPES[value[0]](*map(_built, value[1:]))
    return value
