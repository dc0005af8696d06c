"""What tells one version of the program from another: all that shapes what it works out."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("spacy", "thinc", "quantulum3", "pint", "lxml", "trafilatura", "pypdfium2", "pdfplumber", "python-docx")
"""Those whose version changes what is read or found."""
_RULES = "rules"
_SUFFIXES = (".py", ".txt", ".yaml", ".md", ".json")
_INSTALLED = re.compile(r"([\w.]+)-(.+)\.dist-info")
"""The folder of what is told of an installed library: its name and its version."""


@cache
def program() -> bytes:
    """The digest of the program's own files, of its libraries' versions, and of Python's: wherever it is installed."""
    found = hashlib.sha256(f"{sys.implementation.name} {sys.version_info} {sys.platform}".encode())
    for name in _LIBRARIES:
        found.update(f"{name} {version(name) or 'none'}\n".encode())
    for name, file in sorted(_files()):
        found.update(name.encode())
        found.update(hashlib.sha256(_bytes(file)).digest())
    return found.digest()


def version(library: str) -> str | None:
    """The version of an installed library, without importing it; None where there is none."""
    if found := _versions().get(_same(library)):
        return found
    from importlib import metadata  # which takes longer than all else here

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _files() -> Iterator[tuple[str, str]]:
    """The code and the data that come with it, by their names in a package: the rules are in it, or else beside it."""
    yield from _below(str(_PACKAGE), _PACKAGE.name)
    if not (_PACKAGE / _RULES).is_dir():
        yield from _below(str(_PACKAGE.parent / _RULES), f"{_PACKAGE.name}/{_RULES}")


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """The files of a folder and of all in it, with the folder's name before theirs."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{name}/{entry.name}")
            elif entry.name.endswith(_SUFFIXES):
                yield f"{name}/{entry.name}", entry.path


def _bytes(file: str) -> bytes:
    with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - a text
        return stream.readall()


@cache
def _versions() -> dict[str, str]:
    """The versions of the libraries whose folders tell them, by name."""
    versions: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for found in filter(None, map(_INSTALLED.fullmatch, os.listdir(folder or "."))):  # noqa: PTH208 - names
                versions.setdefault(_same(found[1]), found[2])
    return versions


def _same(name: str) -> str:
    """What the ways to write the name of a library have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()
