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
LIBRARIES = """
    annotated-doc annotated-types anyio babel blis catalogue certifi cffi charset-normalizer click cloudpathlib
    confection courlan cryptography cymem dateparser defusedxml docopt et-xmlfile feedparser feedparser-sgmllib
    flexcache flexparser google-re2 h11 htmldate httpcore httpx idna inflect jaraco-functools jinja2 justext lxml
    lxml-html-clean markdown-it-py markupsafe mdurl more-itertools murmurhash num2words numpy openpyxl packaging
    pdfminer-six pdfplumber pillow pint platformdirs preshed pycparser pydantic pydantic-core pygments pypdfium2
    python-dateutil python-docx pytz quantulum3 regex requests rich ruamel-yaml ruamel-yaml-clib setuptools
    shellingham six smart-open spacy spacy-legacy spacy-loggers srsly thinc tld tqdm trafilatura typeguard typer
    typing-extensions typing-inspection tzdata tzlocal urllib3 warcio wasabi weasel wrapt zipp
""".split()
"""All that the program requires, and what that requires: the version of each may change what is read or found."""
_RULES = "rules"
_SUFFIXES = (".py", ".txt", ".yaml", ".md", ".json")
_INSTALLED = re.compile(r"([\w.]+)-(.+?)(?:-py[\d.]+)?\.(?:dist|egg)-info")
"""The folder of what is told of an installed library: its name and its version."""


@cache
def program() -> bytes:
    """The digest of the program's own files, of its libraries' versions, and of Python's: wherever it is installed."""
    found = hashlib.sha256(f"{sys.implementation.name} {sys.version_info} {sys.platform}".encode())
    for name in LIBRARIES:
        found.update(f"{name} {_versions().get(name, 'none')}\n".encode())
    for name, file in sorted(_files()):
        found.update(name.encode())
        found.update(hashlib.sha256(_bytes(file)).digest())
    return found.digest()


def version(library: str) -> str | None:
    """The version of an installed library, without importing it; None where there is none."""
    if found := _versions().get(_same(library)):
        return found
    from importlib import metadata  # which knows other ways to install, and takes longer than all else here

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
            told = [name for name in os.listdir(folder or ".") if name.endswith("-info")]  # noqa: PTH208 - names
            for found in filter(None, map(_INSTALLED.fullmatch, told)):
                versions.setdefault(_same(found[1]), found[2])
    return versions


def _same(name: str) -> str:
    """What the ways to write the name of a library have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()
