"""What is fuzzed: every reader and the grammar. What may come out is a sound reading or one line of what is wrong."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

from factcheck import extract, plugins
from factcheck.documents.completion import completed
from factcheck.documents.messages import packed
from factcheck.documents.reading import Limits, Reading, Source, readers
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "documents"
_READERS = "factcheck.documents.readers"
LIMITS = Limits(bytes=100_000, pages=20, unpacked=1_000_000, depth=2)


GRAMMAR = "grammar"


def targets() -> dict[str, tuple[str, ...]]:
    """The suffixes of every reader, by its name: as they are found by their folder."""
    names = plugins.names(_READERS)
    return {name: tuple(plugins.load(_READERS, name).SUFFIXES) for name in names}


def samples(suffix: str) -> list[bytes]:
    """The sample documents of the reader of a suffix, those with the suffix itself where there are some."""
    found = sorted(SAMPLES.glob(f"*{suffix}"))
    name = next(name for name, suffixes in targets().items() if suffix in suffixes)
    data = [path.read_bytes() for path in found or sorted(SAMPLES.glob(f"{name}.*"))]
    return [gzip.compress(sample, mtime=0) for sample in data] if suffix == ".gz" else data


def try_reader(suffix: str, data: bytes) -> list[Reading | Skipped]:
    """Read the bytes as a file of that suffix. AssertionError for what is not sound, any other error as it is."""
    try:
        parts = list(readers()[suffix](Source(f"a{suffix}", data, LIMITS)))
    except UnreadableError as error:
        check_reason(str(error))
        return []
    for part in parts:
        if isinstance(part, Reading):
            check(completed(part))
        else:
            check_reason(part.reason)
    packed(tuple(parts))
    return parts


def check_reason(reason: str) -> None:
    assert re.fullmatch(r"[^\n]+", reason), "it is no line"


def check(reading: Reading) -> None:
    """Blocks are sorted and apart, and all places lie in the text."""
    size = len(reading.text)
    assert all(0 <= block.span.start < block.span.end <= size for block in reading.blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(reading.blocks))
    assert all(0 <= mark.start <= size and mark.place for mark in reading.marks)
    assert all(a.start <= b.start for a, b in pairwise(reading.marks))
    spans = [span for cell in reading.cells for span in (cell.span, *cell.heads)]
    assert all(0 <= span.start <= span.end <= size for span in spans)


def try_grammar(text: str) -> None:
    """Extract the figures of a text. AssertionError where one is not what stands at its place."""
    for figure in extract(text):
        assert figure.text == figure.span.quote(text)
        assert figure.text.strip()
