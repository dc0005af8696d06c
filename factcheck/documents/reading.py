"""What a reader makes of a file, before the folder's manifest has its say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import PurePath

from factcheck import plugins
from factcheck.errors import UnreadableError
from factcheck.model import Block, Cell, Mark, Remark, Skipped

_READERS = "factcheck.documents.readers"
_USUAL = "text (.txt), a web page (.html), PDF, Word (.docx) or Excel (.xlsx)"
"""Of the formats that are read, those in which anything can be saved."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take; past it the file, or the part of it, is skipped with the limit."""

    bytes: int = 5_000_000
    """Of the file, and of the text of each document in it."""
    seconds: float = 20
    """Of the clock, for the whole file."""
    memory: int = 1_000_000_000
    """Bytes, for the process that reads."""
    pages: int = 500
    unpacked: int = 100_000_000
    """Bytes of all that a packed file (an archive, a Word file) holds."""
    depth: int = 3
    """Archives within archives."""


@dataclass(slots=True)
class Unpacked:
    """The bytes that were unpacked so far: one sum for a file and all that is packed in it, at any depth."""

    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file as a reader gets them. `name` is for its suffix alone; `depth` counts archives around it."""

    name: str
    data: bytes
    limits: Limits = Limits()
    depth: int = 0
    unpacked: Unpacked = field(default_factory=Unpacked)

    @property
    def room(self) -> int:
        """How many bytes may still be unpacked."""
        return max(0, self.limits.unpacked - self.unpacked.bytes)

    def unpack(self, size: int) -> None:
        """Count so many bytes. Raises UnreadableError, and counts none, where that is over the limit."""
        if size > self.room:
            more = f" with the {self.unpacked.bytes} before it" if self.unpacked.bytes else ""
            limit = f"over the limit of {self.limits.unpacked}"
            raise UnreadableError(f"unpacks to {size} bytes{more}, {limit}; split it or raise max_unpacked")
        self.unpacked.bytes += size


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; None is unknown. `updated` is the day of its last change, told as such.

    `moment` is that of its publication in UTC (`moments`), where its time of day and zone are told.
    """

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    updated: date | None = None
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it stands, its blocks (sorted, apart from one another) and what the file says of itself.

    `problems` are parts that could not be read, one line each; the rest of the file was. `part` names the
    document within a file of several and follows the file's path: "#3", "/inner/a.txt".
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    problems: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    part: str = ""
    remarks: tuple[Remark, ...] = ()


Reader = Callable[[Source], Iterator[Reading | Skipped]]
"""The documents of a file, in their order; what of it is not read as Skipped, with the part as its path.

Raises UnreadableError, with what is wrong and what to do, for bytes that are no document of its format.
"""


@cache
def readers() -> dict[str, Reader]:
    """Reader by file suffix, with the dot, in lower case."""
    modules = [plugins.load(_READERS, name) for name in plugins.names(_READERS)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}


def reader_name(path: str) -> str:
    """The reader that reads a document of this path, a part of a file ("a.zip/b.txt", "a.rss#3") by its own suffix."""
    name, hash_sign, item = path.rpartition("#")
    return reader_of(name if hash_sign and item.isdigit() else path, named=True).__module__.rpartition(".")[2]


def reader_of(name: str, *, named: bool = False) -> Reader:
    """The reader of a file, as `form_of` tells it. Raises UnreadableError where there is none."""
    return readers()[form_of(name, readers(), named=named)]


def form_of(name: str, known: Collection[str], *, named: bool = False) -> str:
    """The suffix, of those `known`, by whose reader a file is read: its own, or that of plain text where it has none
    of them and was `named` itself.

    Raises UnreadableError where there is none.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in known:
        return suffix
    if named:
        return ".txt"
    what = f"{suffix} files" if suffix else "files without a suffix"
    raise UnreadableError(f"no reader for {what}; save it as {_USUAL}, or leave it out")
