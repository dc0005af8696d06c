"""The files that paths on the command line name: files, folders with all that is in them, standard input."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from factcheck import paths
from factcheck.model import EXPORTED, Skipped

STDIN = "-"
MANIFESTS = ("sources.json", "cluster.json")
_MISSING = "no such file or folder; check the spelling"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `label` is its path as the user gave it; `named` when it was given itself, not its folder.

    `opened` is where it is read: of a file that was found in a folder, what its links led to when they were looked at;
    `real` is the path by which one file is told from another.
    `within` is its path in the folder that was named, or its name alone: what it is called from wherever it is read.
    """

    label: str
    named: bool
    opened: str
    within: str
    real: str


@dataclass(frozen=True, slots=True)
class Search:
    """What paths lead to: files, each once and sorted by label, and the folders that may hold a manifest."""

    files: tuple[Found, ...]
    folders: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


def search(given: Sequence[str], excluding: Sequence[str] = ()) -> Search:
    """Look up every path. Hidden files and folders are left out unless named; no link leads out of a folder."""
    found: list[Found | Skipped] = []
    folders: list[Path] = []
    for path in given:
        found += _named(path, folders)
    left_out = {paths.real(path) for path in excluding if path != STDIN}
    files = [f for f in found if isinstance(f, Found) and f.real not in left_out]
    skipped = {s for s in found if isinstance(s, Skipped) and paths.real(s.path) not in left_out}
    return Search(
        tuple(_once(files)),
        tuple(sorted(set(folders))),
        tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
    )


def printable(path: str | PurePath) -> str:
    """The path with forward slashes, in characters that can be written out; a file called "-" is "./-"."""
    label = os.fsencode(os.fspath(path).replace(os.sep, "/")).decode("utf-8", "replace")
    return label if label != STDIN else f"./{STDIN}"


def _once(files: list[Found]) -> list[Found]:
    """Each file once, under the name that the user gave where it was named, and sorted."""
    by_file: dict[str, Found] = {}
    for file in sorted(files, key=lambda f: (not f.named, len(f.label), f.label)):
        by_file.setdefault(file.real, file)
    return sorted(by_file.values(), key=lambda f: f.label)


def _named(given: str, folders: list[Path]) -> Iterator[Found | Skipped]:
    path = Path(given)
    label = printable(path)
    if given == STDIN:
        yield Found(STDIN, named=True, opened=given, within=STDIN, real=STDIN)
    elif problem := _problem(path):
        yield Skipped(label, problem)
    elif paths.is_folder(path):
        inside = list(_inside("" if label == "." else str(path), folders))
        yield from inside or [Skipped(label, "no documents in this folder; put text or Markdown files into it")]
    else:
        folders.append(path.parent)
        if path.name in MANIFESTS:
            yield Skipped(label, "a list of documents, not a document; name its folder")
        elif path.name.endswith(EXPORTED):
            yield Skipped(label, "decisions, not a document; factcheck decisions import takes them in")
        else:
            yield Found(label, named=True, opened=str(path), within=printable(path.name), real=paths.real(path))


def _problem(path: Path) -> str:
    try:
        path.stat()
    except FileNotFoundError:
        return _MISSING
    except OSError as error:
        return cannot_open(error)
    return "" if paths.is_file(path) or paths.is_folder(path) else "neither a file nor a folder; give a text file"


def cannot_open(error: OSError) -> str:
    """The reason for a person, without the path."""
    if error.errno == errno.ENOTDIR:
        return _MISSING
    if error.errno == errno.ELOOP:
        return "a link that leads back to itself; correct it or take it out"
    if error.errno == errno.ENAMETOOLONG:
        return "no file can have so long a name; check the spelling"
    return f"cannot be opened ({error.strerror}); check its permissions"


def _inside(root: str, folders: list[Path]) -> Iterator[Found | Skipped]:
    """Every file under a folder (the working folder is "") that is not hidden, but manifests and exported decisions.

    Paths are texts here: those of thousands of files take as long to take apart as the files to read.
    """
    home, waiting = paths.real(root), [(root, "")]
    while waiting:
        folder, below = waiting.pop()
        try:
            with os.scandir(folder or ".") as listed:
                entries = [entry for entry in listed if not entry.name.startswith(".")]
        except OSError as error:
            yield Skipped(printable(folder or "."), cannot_open(error))
            continue
        folders.append(Path(folder))
        real = paths.real(folder)
        for entry in entries:
            path, within = _joined(folder, entry.name), _joined(below, entry.name)
            kind = _kind(entry)
            if kind == "folder":
                waiting.append((path, within))
            elif entry.name not in MANIFESTS and not entry.name.endswith(EXPORTED):
                plain = _joined(real, entry.name) if kind == "file" else None
                yield from _in_folder(path, within, plain, home)


def _joined(folder: str, name: str) -> str:
    return os.path.join(folder, name)  # noqa: PTH118 - a text


def _kind(entry: os.DirEntry[str]) -> Literal["folder", "file", "other"]:
    """What an entry is itself: a link is neither a folder nor a file."""
    with suppress(OSError):
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        if entry.is_file(follow_symlinks=False):
            return "file"
    return "other"


def _in_folder(path: str, within: str, plain: str | None, home: str) -> Iterator[Found | Skipped]:
    """What is below a folder whose real path is `home`; a file that is no link has the real path `plain`."""
    label = printable(path)
    if plain:
        yield Found(label, False, plain, printable(within), plain)
        return
    at, leads_to = Path(path), paths.real(path)
    if problem := _problem(at):
        yield Skipped(label, problem)
    elif paths.is_link(at) and not Path(leads_to).is_relative_to(home):
        yield Skipped(label, "a link that leads out of the folder; name the file itself to have it checked")
    elif paths.is_file(at):
        yield Found(label, False, leads_to, printable(within), leads_to)
