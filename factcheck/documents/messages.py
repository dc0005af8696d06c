"""What the process that reads and the one that asks it send each other: plain values, their length before them.

Types of the model travel by columns, the values of each field together: a sheet holds a cell, a mark and a span more
than ten thousand times, and to take them apart one by one takes longer than to read it. They are built anew at the
other end; nothing that is received can run.
"""

from __future__ import annotations

import marshal
import struct
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from itertools import chain, islice
from operator import attrgetter
from typing import Any, BinaryIO

from factcheck.documents.reading import Limits, Metadata, Reading, Source, Unpacked
from factcheck.model import Block, Cell, Mark, Remark, Skipped, Span

_TYPES: tuple[type[Any], ...] = (Span, Block, Mark, Cell, Remark, Metadata, Reading, Skipped, Limits, Unpacked, Source)
_BUILT = (*_TYPES, date)
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in _TYPES} | {date: ("year", "month", "day")}
_NUMBERS = {kind: n for n, kind in enumerate(_BUILT)}
_SEQUENCES = (tuple, list)
"""Both come out as tuples."""
_TUPLES, _MIXED = -1, -2
"""What a column is of that is of none of the types: its tuples' lengths and all that is in them, or one column each."""
_LENGTH = struct.Struct(">Q")

_Column = Any
"""A tuple of plain values, or a list: what its values are, and their parts as columns."""


def packed(value: object) -> bytes:
    """The bytes of a value of texts, numbers, tuples, None and the types of a reading, as `send` takes them."""
    return marshal.dumps(_column([value]))


def send(stream: BinaryIO, data: bytes) -> None:
    """Write what `packed` made."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """The next value, a tuple or a text. Raises EOFError where the other end is gone."""
    length = _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0]
    return _values(marshal.loads(_exactly(stream, length)))[0]  # noqa: S302 - of this program's own process


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _column(values: Sequence[Any]) -> _Column:
    kinds = set(map(type, values))
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind in _SEQUENCES:
        return [_TUPLES, tuple(map(len, values)), _column(list(chain.from_iterable(values)))]
    if kind in _FIELDS:
        parts = (_column(list(map(attrgetter(name), values))) for name in _FIELDS[kind])
        return [_NUMBERS[kind], *parts]
    if kind is None and any(other in _SEQUENCES or other in _FIELDS for other in kinds):
        return [_MIXED, *[_column([value]) for value in values]]
    return tuple(str(value) if isinstance(value, str) else value for value in values)  # libraries have their own texts


def _values(column: _Column) -> Sequence[Any]:
    if isinstance(column, tuple):
        return column
    kind, *parts = column
    if kind == _MIXED:
        return [_values(part)[0] for part in parts]
    if kind == _TUPLES:
        inner = iter(_values(parts[1]))
        return [tuple(islice(inner, length)) for length in parts[0]]
    return list(map(_BUILT[kind], *map(_values, parts)))
