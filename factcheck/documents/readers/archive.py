"""Archives: each file in them is read by its own reader. Nothing is written, so that no name leads anywhere."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import PurePath, PurePosixPath
from zipfile import ZipFile, ZipInfo

from factcheck.documents import nested, packed
from factcheck.documents.files import MANIFESTS
from factcheck.documents.reading import Reading, Source
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

SUFFIXES = (".zip", ".gz")

MOST_MEMBERS = 2_000
_UNIX = 3
"""The system whose kinds of files a member's attributes tell."""


def read(source: Source) -> Iterator[Reading | Skipped]:
    """The files in their archive's order. Raises UnreadableError for a broken archive, or one over a limit."""
    if PurePath(source.name).suffix.lower() == ".gz":
        name = PurePath(source.name).stem
        yield from nested.inside(source, name, packed.gunzipped(source), nested.Parts().of(name))
        return
    with packed.opened(source, "a zip archive") as archive:
        members = [m for m in archive.infolist() if not _is_folder(m.filename) and not _is_hidden(m.filename)]
        if not members:
            raise UnreadableError("an archive without documents; there is nothing to check")
        parts = nested.Parts()
        for member in members[:MOST_MEMBERS]:
            yield from _member(source, archive, member, parts.of(member.filename))
        if len(members) > MOST_MEMBERS:
            yield Skipped(
                "", f"{len(members) - MOST_MEMBERS} files over the limit of {MOST_MEMBERS} in one archive; unpack it"
            )


def _is_folder(name: str) -> bool:
    return name.endswith("/")  # a member may have no name at all, at which zipfile's own question stumbles


def _is_link(member: ZipInfo) -> bool:
    """A symbolic link, whose content is where it leads."""
    return member.create_system == _UNIX and stat.S_ISLNK(member.external_attr >> 16)


def _is_hidden(name: str) -> bool:
    """As in folders, files and folders that begin with a dot; and what macOS packs along."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part not in (".", "..") for part in parts)


def _member(source: Source, archive: ZipFile, member: ZipInfo, part: str) -> Iterator[Reading | Skipped]:
    if PurePosixPath(member.filename).name in MANIFESTS:
        reason = "a list of documents is not read within an archive; unpack it; its documents are checked without it"
        yield Skipped(part, reason, checked=True)
        return
    if _is_link(member):
        yield Skipped(part, "a link, which leads nowhere within an archive; pack the file itself")
        return
    try:
        data = packed.content(archive, member)
    except UnreadableError as error:
        yield Skipped(part, str(error))
        return
    yield from nested.inside(source, member.filename, data, part)
