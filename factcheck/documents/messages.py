"""What the process that reads and the one that asks it send each other."""

from __future__ import annotations

from typing import BinaryIO

from factcheck import pipes
from factcheck.columns import Columns
from factcheck.documents.reading import Limits, Metadata, Reading, Source, Unpacked
from factcheck.model import Block, Cell, Mark, Remark, Skipped, Span
from factcheck.pipes import send

__all__ = ["packed", "receive", "send"]

_COLUMNS = Columns((Span, Block, Mark, Cell, Remark, Metadata, Reading, Skipped, Limits, Unpacked, Source))


def packed(value: object) -> bytes:
    """The bytes of a value of texts, numbers, tuples, None and the types of a reading, as `send` takes them."""
    return _COLUMNS.packed(value)


def receive(stream: BinaryIO) -> object:
    """The next value, a tuple or a text. Raises EOFError where the other end is gone."""
    return _COLUMNS.unpacked(pipes.receive(stream))
