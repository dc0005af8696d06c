"""Values of frozen types as bytes, by columns: the values of each field together.

A thousand figures hold ten thousand spans and numbers, and to take them apart one by one takes longer than to find
them. They are built anew from the bytes; nothing that is read can run.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from itertools import chain, compress, islice
from operator import attrgetter
from typing import Any

_SEQUENCES = (tuple, list)
"""Both come out as tuples."""
_TUPLES, _MIXED, _OPTIONAL, _DECIMALS = -1, -2, -3, -4
"""What a column is of that is of no type of the codec: its tuples' lengths and all that is in them; one column each;
which values are not None, and these; decimal numbers as they are written."""

_Column = Any
"""A tuple of plain values, or a list: what its values are, and their parts as columns."""


class Columns:
    """Packs texts, numbers, bytes, tuples, None, days, decimal numbers and values of the `types`, in any depth."""

    def __init__(self, types: Sequence[type[Any]]) -> None:
        self._built: tuple[type[Any], ...] = (*types, date)
        self._fields: Mapping[type[Any], tuple[str, ...]] = {
            kind: ("year", "month", "day") if kind is date else tuple(field.name for field in fields(kind))
            for kind in self._built
        }
        self._numbers = {kind: n for n, kind in enumerate(self._built)}
        self._builders = [kind if kind is date else _builder(kind, self._fields[kind]) for kind in self._built]

    def packed(self, value: object) -> bytes:
        """The bytes of a value."""
        return marshal.dumps(self._column([value]))

    def unpacked(self, data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
        """The value of bytes that `packed` made in this version of Python, with lists as tuples."""
        return self._values(marshal.loads(data))[0]  # noqa: S302 - of this program's own processes and files

    def _column(self, values: Sequence[Any]) -> _Column:
        kinds = set(map(type, values))
        kind = kinds.pop() if len(kinds) == 1 else None
        if kind in _SEQUENCES:
            return self._sequences(values)
        if kind is not None and kind in self._fields:
            parts = (self._column(list(map(attrgetter(name), values))) for name in self._fields[kind])
            return [self._numbers[kind], *parts]
        if kind is Decimal:
            return [_DECIMALS, tuple(map(str, values))]
        if kind is None and any(other in _SEQUENCES or other in self._fields or other is Decimal for other in kinds):
            return self._several(values, kinds)
        return _plain(values)

    def _sequences(self, values: Sequence[Sequence[Any]]) -> _Column:
        """The column of tuples: what they hold together, or one column each where they hold what differs."""
        held = list(chain.from_iterable(values))
        if len(values) > 1 and len(self._fields.keys() & set(map(type, held))) > 1:
            return [_MIXED, *[self._column([value]) for value in values]]
        return [_TUPLES, tuple(map(len, values)), self._column(held)]

    def _several(self, values: Sequence[Any], kinds: set[type[Any]]) -> _Column:
        """The column of values of more than one type."""
        if type(None) not in kinds:
            return [_MIXED, *[self._column([value]) for value in values]]
        known = tuple(value is not None for value in values)
        return [_OPTIONAL, known, self._column(list(compress(values, known)))]

    def _values(self, column: _Column) -> Sequence[Any]:
        if isinstance(column, tuple):
            return column
        kind, *parts = column
        if kind == _MIXED:
            return [self._values(part)[0] for part in parts]
        if kind == _TUPLES:
            inner = iter(self._values(parts[1]))
            return [tuple(islice(inner, length)) for length in parts[0]]
        if kind == _OPTIONAL:
            some = iter(self._values(parts[1]))
            return [next(some) if known else None for known in parts[0]]
        if kind == _DECIMALS:
            return list(map(Decimal, parts[0]))
        # most parts are plain, and to ask of each by a call takes as long as to build the values
        return list(map(self._builders[kind], *[p if type(p) is tuple else self._values(p) for p in parts]))


def _builder(kind: type[Any], names: Sequence[str]) -> type[Any]:
    """A class with a frozen one's slots that can be written to; what it builds is of the frozen class.

    A frozen class fills its fields by calls that each look the field up, which takes four times as long.
    """
    if kind.__slots__ != tuple(names) or hasattr(kind, "__post_init__"):
        return kind
    filled = "".join(f"\n    self.{name} = {name}" for name in names)
    made: dict[str, Any] = {"__slots__": tuple(names)}
    exec(f"def __init__(self, {', '.join(names)}):{filled}\n    self.__class__ = _frozen", {"_frozen": kind}, made)  # noqa: S102 - of the names of fields
    return type(kind.__name__, (), made)


def _plain(values: Iterable[Any]) -> tuple[Any, ...]:
    """Values that need no building; libraries have texts of their own, which are no others."""
    return tuple(str(value) if isinstance(value, str) else value for value in values)
