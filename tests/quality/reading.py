"""How long the reading of a document takes by format, against the library alone that reads it.

usage: python -m tests.quality.reading     a line per format; the last line holds the ratios

The documents are made here (`tests/quality/long_documents.py`): of each format one of some twenty pages. The library
alone means the least that gives its text: trafilatura's extraction with its metadata, pdfium's text of every page (and
pdfplumber's tables where there are ruled ones), python-docx's paragraphs and cells, the parser for OpenDocument. Each
is the best of several rounds, taken in turns, so that a busy machine slows both.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.documents.reading import Source, reader_of
from tests.quality import bare, long_documents

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Pace:
    """The seconds of a reader and of the library alone for one document of a format."""

    name: str
    ours: float
    library: float

    @property
    def ratio(self) -> float:
        return self.ours / self.library

    @property
    def row(self) -> str:
        """The pace as a line for people."""
        return f"{self.name:6} {1 / self.ours:7.1f} documents a second, the library alone {1 / self.library:7.1f}"


def measure(name: str, data: bytes, library: Callable[[bytes], object]) -> Pace:
    """The best of several rounds."""
    read = reader_of(f"a.{name}")
    ours, alone = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: list(read(Source(f"a.{name}", data)))))
        alone.append(_seconds(lambda: library(data)))
    return Pace(name, min(ours), min(alone))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def paces(libraries: Mapping[str, Callable[[bytes], object]] = bare.LIBRARIES) -> list[Pace]:
    """One pace per format for which a bare library is known."""
    return [measure(name, long_documents.MAKERS[name](), library) for name, library in libraries.items()]


def main() -> None:
    """Print the table and the line that `quality.py` reads."""
    found = paces()
    sys.stdout.write("".join(f"{pace.row}\n" for pace in found))
    sys.stdout.write("  ".join(f"{pace.name} {pace.ratio:.2f}" for pace in found) + "\n")


if __name__ == "__main__":
    main()
