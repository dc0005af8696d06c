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
_RULES = "rules"
_SUFFIXES = frozenset((".py", ".txt", ".yaml", ".md", ".json"))


@cache
def program() -> bytes:
    """The digest of the program's own files, of its libraries' versions, and of Python's: wherever it is installed."""
    found = hashlib.sha256(f"{sys.implementation.name} {sys.version_info} {sys.platform}".encode())
    for name in _LIBRARIES:
        found.update(f"{name} {_version(name)}\n".encode())
    for name, file in sorted(_files().items()):
        found.update(name.encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


def _files() -> dict[str, Path]:
    """The code and the data that come with it, by their names in a package: the rules are in it, or else beside it."""
    inside = [(path, _PACKAGE) for path in _PACKAGE.rglob("*")]
    beside = (
        []
        if (_PACKAGE / _RULES).is_dir()
        else [(path, _PACKAGE.parent) for path in (_PACKAGE.parent / _RULES).rglob("*")]
    )
    return {path.relative_to(home).as_posix(): path for path, home in (*inside, *beside) if path.suffix in _SUFFIXES}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
