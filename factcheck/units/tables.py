"""The data files of this package: one entry a line, cells separated by "|", comments after "#"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line, stripped; `place` is "file:line" for messages."""

    place: str
    cells: tuple[str, ...]


def read(name: str) -> str:
    """The text of a data file of this package."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def rows(name: str, text: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of a table that hold something; UsageError where one has other columns."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("|"))
        if len(cells) != len(columns):
            wanted = " | ".join(columns)
            raise UsageError(f"{name}:{number}: {len(cells)} columns where {len(columns)} belong: {wanted}")
        yield Row(f"{name}:{number}", cells)
