"""How long the reading of a document takes by format, against the library alone that reads it.

usage: python -m tests.quality.reading     a line per format; the last line holds the ratios

The documents are made here (`tests/quality/long_documents.py`): of each format one of some twenty pages, of tables one
of 4,000 cells. What the library alone is asked for stands in `tests/quality/bare.py`. Each is the best of several
rounds, taken in turns, so that a busy machine slows both. What is wanted is 1.3 times the library's time at most.

Where the library is a parser in C (OpenDocument, CSV, JSON; nearly so mail) no reader in Python comes near: it makes a
span, a mark and a cell of each value, which alone cost several times what it takes the parser to read it, and looks at
each paragraph for headings, furniture and posting lines, which costs 10 to 25 µs. So each line also says by how many
milliseconds a document takes longer; the checking of its figures takes hundreds of times as long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.documents.reading import Reading, Source, reader_of
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
        paces = f"{1 / self.ours:7.1f} documents a second, the library alone {1 / self.library:7.1f}"
        return f"{self.name:6} {paces}, more by {1000 * (self.ours - self.library):6.1f} ms"


def measure(name: str, data: bytes, library: Callable[[bytes], object]) -> Pace:
    """The best of several rounds."""
    ours, alone = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: read(name, data)))
        alone.append(_seconds(lambda: library(data)))
    return Pace(name, min(ours), min(alone))


def read(name: str, data: bytes) -> list[Reading]:
    """The documents of a file, by the reader of the format."""
    parts = reader_of(f"a.{name}")(Source(f"a.{name}", data))
    return [part for part in parts if isinstance(part, Reading)]


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
