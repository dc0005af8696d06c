"""Files within a file (of an archive, of a mail), each read by the reader of its own suffix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from factcheck.documents.reading import Reading, Source, reader_of
from factcheck.errors import UnreadableError
from factcheck.model import Skipped


class Parts:
    """What the files of one archive or mail are called; of those of one name each has its own: "/a.txt (2)"."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def of(self, name: str) -> str:
        """The part, which is led by a slash and can be written."""
        part = "/" + "".join(c if c.isprintable() else "\ufffd" for c in name.replace("\\", "/"))
        self._used[part] += 1
        return part if self._used[part] == 1 else f"{part} ({self._used[part]})"


def inside(source: Source, name: str, data: bytes, part: str) -> Iterator[Reading | Skipped]:
    """The documents of a file within `source`, their parts led by its own; what is not read as Skipped."""
    within = Source(name, data, source.limits, source.depth + 1, source.unpacked)
    if within.depth > source.limits.depth:
        yield Skipped(part, f"deeper than {source.limits.depth} files within files; unpack it yourself")
        return
    try:
        for found in reader_of(name)(within):
            if isinstance(found, Skipped):
                yield replace(found, path=part + found.path)
            elif found.text.strip():
                yield replace(found, part=part + found.part)
            else:
                yield Skipped(part + found.part, "no text in it; there is nothing to check")
    except UnreadableError as error:
        yield Skipped(part, str(error))
