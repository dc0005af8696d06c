"""Packed office documents (DOCX, ODT): their sizes are looked at before anything is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from factcheck.documents.faults import short
from factcheck.documents.reading import Source
from factcheck.documents.signatures import expect
from factcheck.errors import UnreadableError

_LOCKED = 0x1
_MOST_FILES = 10_000


def opened(source: Source, form: str, needed: str) -> zipfile.ZipFile:
    """The pack of a file that must hold the part `needed`.

    Raises UnreadableError where it is none, is broken, locked by a password, or larger than the limit when unpacked.
    """
    expect(source.data, "zip", form)
    try:
        pack = zipfile.ZipFile(BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(f"a damaged {form} file ({short(error)}); save it anew") from error
    parts = pack.infolist()
    if len(parts) > _MOST_FILES:
        raise UnreadableError(f"holds {len(parts)} parts, over the limit of {_MOST_FILES}; save it anew")
    source.unpack(sum(part.file_size for part in parts))
    if needed not in pack.namelist():
        raise UnreadableError(f"no {form} file (it holds no {needed}); name it by what it is, or save it anew")
    if any(part.flag_bits & _LOCKED for part in parts):
        raise UnreadableError("protected by a password; save a copy without it")
    return pack


def part(pack: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of a part, None where there is none. Raises UnreadableError where it is broken."""
    if name not in pack.namelist():
        return None
    try:
        return pack.read(name)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise UnreadableError(f"damaged at {name}; save it anew") from error
