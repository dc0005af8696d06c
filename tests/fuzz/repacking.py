"""Packed files (zip, gzip) with a part changed and packed anew: a changed byte of the pack itself reaches no parser."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

_DAY = (2011, 5, 4, 0, 0, 0)
_MOST = 100_000

Change = Callable[[bytes, int], bytes]
"""What becomes of a part that may be so long."""


def changed_within(data: bytes, chance: Random, change: Change) -> bytes | None:
    """The pack with one part changed, left out or there twice; None where it is no pack."""
    if data.startswith(b"\x1f\x8b"):
        return _gzip(data, change)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            parts = [(name, _part(pack, name)) for name in pack.namelist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
        return None
    if not parts:
        return None
    n, how = chance.randrange(len(parts)), chance.random()
    if how < 0.9:
        parts[n] = (parts[n][0], change(parts[n][1], _MOST))
    elif how < 0.95:
        del parts[n]
    else:
        parts.append((f"{parts[n][0]}.{n}", parts[n][1]))
    return _packed(parts)


def _gzip(data: bytes, change: Change) -> bytes | None:
    try:
        inner = zlib.decompressobj(31).decompress(data, _MOST)
    except zlib.error:
        return None
    return gzip.compress(change(inner, _MOST), mtime=0)


def _part(pack: zipfile.ZipFile, name: str) -> bytes:
    with pack.open(name) as part:
        return part.read(_MOST)


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, part in dict(parts).items():
            pack.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
