"""What a reader makes of a file, before the folder's manifest has its say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck import plugins
from factcheck.model import Block

_READERS = "factcheck.documents.readers"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; None is unknown."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it stands, its blocks (sorted, apart from one another) and what the file says of itself.

    `problems` are parts that could not be read, one line each; the rest of the file was.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    problems: tuple[str, ...] = ()


Reader = Callable[[bytes], Reading]
"""Raises UnreadableError, with what is wrong and what to do, for bytes that are no document of its format."""


@cache
def readers() -> dict[str, Reader]:
    """Reader by file suffix, with the dot, in lower case."""
    modules = [plugins.load(_READERS, name) for name in plugins.names(_READERS)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}
