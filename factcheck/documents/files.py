"""The files that paths on the command line name: files, folders with all that is in them, standard input."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

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

    path: Path
    label: str
    named: bool
    opened: Path
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


def printable(path: PurePath) -> str:
    """The path with forward slashes, in characters that can be written out; a file called "-" is "./-"."""
    label = os.fsencode(path.as_posix()).decode("utf-8", "replace")
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
        yield Found(path, STDIN, named=True, opened=path, within=STDIN, real=STDIN)
    elif problem := _problem(path):
        yield Skipped(label, problem)
    elif paths.is_folder(path):
        inside = list(_inside(path, folders))
        yield from inside or [Skipped(label, "no documents in this folder; put text or Markdown files into it")]
    else:
        folders.append(path.parent)
        if path.name in MANIFESTS:
            yield Skipped(label, "a list of documents, not a document; name its folder")
        elif path.name.endswith(EXPORTED):
            yield Skipped(label, "decisions, not a document; factcheck decisions import takes them in")
        else:
            within = printable(PurePath(path.name))
            yield Found(path, label, named=True, opened=path, within=within, real=paths.real(path))


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


def _inside(root: Path, folders: list[Path]) -> Iterator[Found | Skipped]:
    """Every file under a folder that is not hidden, but manifests and exported decisions."""
    unreadable: list[Skipped] = []

    def note(error: OSError) -> None:
        unreadable.append(Skipped(printable(Path(error.filename)), cannot_open(error)))

    for folder, subfolders, names in os.walk(root, onerror=note):
        folders.append(Path(folder))
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        linked = [name for name in subfolders if paths.is_link(Path(folder) / name)]
        real = paths.real(folder)
        for name in sorted(names + linked):
            if not name.startswith(".") and name not in MANIFESTS and not name.endswith(EXPORTED):
                yield from _in_folder(root, Path(folder) / name, os.path.join(real, name))  # noqa: PTH118 - of thousands
    yield from unreadable


def _in_folder(root: Path, path: Path, real: str) -> Iterator[Found | Skipped]:
    """A file of a folder; `real` is its real path, if it is no link."""
    label = printable(path)
    if _is_plain(real):
        yield Found(path, label, False, Path(real), printable(path.relative_to(root)), real)
        return
    leads_to = Path(paths.real(path))
    if problem := _problem(path):
        yield Skipped(label, problem)
    elif paths.is_link(path) and not leads_to.is_relative_to(paths.real(root)):
        yield Skipped(label, "a link that leads out of the folder; name the file itself to have it checked")
    elif paths.is_file(path):
        yield Found(path, label, False, leads_to, printable(path.relative_to(root)), str(leads_to))


def _is_plain(path: str) -> bool:
    """Whether a file stands there itself, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
