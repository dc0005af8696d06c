"""What tells one version of the program from another: all that shapes what it works out."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("spacy", "thinc", "quantulum3", "pint", "lxml", "trafilatura", "pypdfium2", "pdfplumber", "python-docx")
"""Those whose version changes what is read or found."""
_SUFFIXES = frozenset((".py", ".txt", ".yaml", ".md", ".json"))


@cache
def program() -> bytes:
    """The digest of the program's own files, of its libraries' versions, and of Python's."""
    found = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    for name in _LIBRARIES:
        found.update(f"{name} {_version(name)}\n".encode())
    for file in sorted(path for path in _files() if path.suffix in _SUFFIXES):
        found.update(file.name.encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


def _files() -> list[Path]:
    """The code and the data that come with it, wherever the rules are: beside the package, or in it."""
    beside = _PACKAGE.parent / "rules"
    return [*_PACKAGE.rglob("*"), *(beside.rglob("*") if beside.is_dir() else ())]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
