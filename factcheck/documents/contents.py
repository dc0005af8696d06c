"""What stands in files, read whole: where from, and what the folder's manifest says of it, but not what it means."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.documents.files import STDIN, Found, cannot_open, search
from factcheck.documents.reading import Metadata
from factcheck.errors import UnreadableError
from factcheck.model import Role, Skipped
from factcheck.paths import bounded

_UNTOLD = Metadata()


@dataclass(frozen=True, slots=True)
class Content:
    """A file as a reader is to get it; `fault` says why there is no `data`.

    `label` is its path as the user gave it, `within` its path in the folder that was named; `named` when it was given
    itself; `known` is what a manifest says of it.
    """

    label: str
    within: str
    named: bool
    role: Role
    known: Metadata
    data: bytes
    fault: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the data."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that paths lead to, sorted by label, what manifests say of them, and what was not understood."""

    files: tuple[Found, ...]
    known: Mapping[str, Metadata]
    skipped: tuple[Skipped, ...]

    def contents(self, role: Role, most: int) -> Iterator[Content]:
        """What stands in each file, one after the other; more than `most` bytes are a fault."""
        for file in self.files:
            known = self.known.get(file.real, _UNTOLD)
            try:
                data, fault = _data(file, most), ""
            except UnreadableError as error:
                data, fault = b"", str(error)
            yield Content(file.label, file.within, file.named, role, known, data, fault)


def listed(paths: Sequence[str], excluding: Sequence[str] = ()) -> Listing:
    """What paths lead to, but the files of `excluding`. Never raises: each problem is `skipped`."""
    found = search(paths, excluding)
    known, misread = _manifests(found.folders)
    return Listing(found.files, known, (*found.skipped, *misread))


def _manifests(folders: Sequence[Path]) -> tuple[Mapping[str, Metadata], list[Skipped]]:
    """What manifests say, by real path; of two that name a file, the one in the inner folder counts."""
    from factcheck.documents.manifest import load

    manifests = [load(folder) for folder in folders]
    entries = {real: known for manifest in manifests for real, known in manifest.entries.items()}
    return entries, [skipped for manifest in manifests for skipped in manifest.skipped]


def _data(file: Found, most: int) -> bytes:
    try:
        piped = file.label == STDIN
        data = sys.stdin.buffer.read(most + 1) if piped else bounded(file.opened, most, follow=file.named)
    except OSError as error:
        raise UnreadableError(cannot_open(error)) from error
    if len(data) > most:
        raise UnreadableError(f"larger than the limit of {most} bytes; split it or raise max_bytes")
    return data
