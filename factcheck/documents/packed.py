"""Packed files (zip, gzip): opened only where what they declare to hold is within the limit."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

from factcheck.documents.faults import short
from factcheck.documents.reading import Source
from factcheck.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An old Office file begins so, and a new one under a password."""
_ENCRYPTED = 0x1


def opened(source: Source, what: str) -> zipfile.ZipFile:
    """The zip archive of a file that is `what` ("a zip archive", "an Excel file").

    Python's zipfile never unpacks more of a member than it declares. Raises UnreadableError for what is no
    archive, is a file under a password, or holds more than the limit.
    """
    if source.data.startswith(_OLE):
        raise UnreadableError(f"not {what} that can be read (under a password, or of an old format); save it anew")
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(_why(source.data, what)) from error
    source.unpack(sum(member.file_size for member in members))
    return archive


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Raises UnreadableError where the member is broken or under a password."""
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableError("under a password; save it without one")
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("broken within its archive; pack it anew") from error


def gunzipped(source: Source) -> bytes:
    """Raises UnreadableError for what is no gzip file, is broken, or holds more than the limit."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(source.data)) as stream:
            data = stream.read(source.room + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError, OSError) as error:
        raise UnreadableError(f"not a gzip file, or a broken one ({short(error)}); pack it anew") from error
    if len(data) > source.room:
        limit = f"the limit of {source.limits.unpacked} bytes for all that a file holds"
        raise UnreadableError(f"unpacks to more than {limit}; unpack it yourself or raise max_unpacked")
    source.unpack(len(data))
    return data


def _why(data: bytes, what: str) -> str:
    if data.startswith(b"PK"):
        return f"{what} that is cut off or broken; get it anew"
    return f"named so but not {what}; give it the suffix of what it is"
