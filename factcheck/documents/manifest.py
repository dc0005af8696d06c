"""A folder's manifest, `sources.json` or `cluster.json`: outlet, day, address and title of its documents."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import paths
from factcheck.documents.files import MANIFESTS, cannot_open, printable
from factcheck.documents.front_matter import day
from factcheck.documents.moments import moment
from factcheck.documents.reading import Metadata
from factcheck.model import Skipped

MOST_BYTES = 5_000_000
_KEYS = ("document", "outlet", "published", "url", "title")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Metadata by the real path of the document's file, and what was not understood."""

    entries: Mapping[str, Metadata]
    skipped: tuple[Skipped, ...]


def load(folder: Path) -> Manifest:
    """The folder's manifest; an empty one where there is none. Never raises: each problem is `skipped`."""
    if folders := [folder / name for name in MANIFESTS if paths.is_folder(folder / name)]:
        return _unread(folders[0], "a folder, not a list of documents; rename it")
    path = next((folder / name for name in MANIFESTS if paths.is_file(folder / name)), None)
    if path is None:
        return Manifest({}, ())
    try:
        rows = _rows(path)
    except OSError as error:
        return _unread(path, cannot_open(error))
    except (ValueError, RecursionError) as error:
        return _unread(path, _why(error))
    return _manifest(path, rows)


def _unread(path: Path, reason: str) -> Manifest:
    return Manifest({}, (Skipped(printable(path), f"{reason}; its documents are checked without it", checked=True),))


def _rows(path: Path) -> list[Any]:
    """The list under "documents". Raises ValueError with what is wrong with the file."""
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"larger than {MOST_BYTES} bytes")
    content = json.loads(path.read_bytes().decode("utf-8-sig"))
    rows = content.get("documents") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise ValueError('holds no list of documents; write {"documents": [{"document": "a.txt"}]}')  # noqa: TRY004
    return rows


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    if isinstance(error, RecursionError):
        return "no list of documents (nested too deep)"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte {error.start}); save it as UTF-8"
    return "holds a number of too many digits" if "integer string conversion" in str(error) else str(error)


def _manifest(path: Path, rows: list[Any]) -> Manifest:
    entries: dict[str, Metadata] = {}
    problems = []
    folder = _Folder(str(path.parent))
    for n, row in enumerate(rows, 1):
        if fault := _fault(row):
            problems.append(f"entry {n}: {fault}; its document is checked without it")
            continue
        name = row["document"].strip()
        real, fault = folder.file(name)
        if fault := fault or ("is named twice; the first entry counts" if real in entries else ""):
            problems.append(f"entry {n}: {name[:80]!r} {fault}")
        else:
            entries[real] = _metadata(row)
    return Manifest(entries, tuple(Skipped(printable(path), problem, checked=True) for problem in problems))


def _fault(row: object) -> str:
    """What is wrong with an entry, the first of several; empty where nothing is."""
    if not isinstance(row, dict):
        return 'is no object in braces; write {"document": "a.txt"}'
    if "document" not in row:
        return 'names no file; write "document": "a.txt"'
    for key in _KEYS:
        value = row.get(key)
        if (value is not None or key == "document") and (fault := _wrong(key, value)):
            return f"{key} {fault}"
    unknown = next((key for key in row if key not in _KEYS), None)
    return "" if unknown is None else f"unknown key {unknown[:40]!r} (known: {', '.join(_KEYS)})"


def _wrong(key: str, value: object) -> str:
    if key == "published":
        return "" if isinstance(value, str) and day(value) else "is no full date; write it as 2022-02-04"
    if not isinstance(value, str):
        return "should be text in quotes"
    if "\0" in value or value != value.encode("utf-8", "replace").decode("utf-8"):
        return "holds characters that no text can have"
    return ""


def _metadata(row: Mapping[str, str | None]) -> Metadata:
    """What an entry without a fault says."""
    title, outlet, url = ((row.get(key) or "").strip() or None for key in ("title", "outlet", "url"))
    published = row.get("published") or ""
    return Metadata(title, outlet, day(published), url, moment=moment(published))


class _Folder:
    """A manifest's folder. Of thousands of entries most name files of a few folders, whose real paths are kept."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._inside = os.path.join(paths.real(path), "")  # noqa: PTH118 - a text
        self._folders: dict[str, str] = {}

    def file(self, name: str) -> tuple[str, str]:
        """The real path that a name leads to, and what is wrong with it; empty where nothing is."""
        path = os.path.join(self._path, name)  # noqa: PTH118 - a text
        plain = self._plain(path)
        real = plain or paths.real(path)
        if not os.path.join(real, "").startswith(self._inside):  # noqa: PTH118 - a text
            return real, "leads out of the folder; name files inside it"
        if not (plain or paths.is_file(Path(real))):
            return real, "is no file of the folder; correct the name or take it out"
        return real, ""

    def _plain(self, path: str) -> str | None:
        """The real path of a file that is no link; None for all else, or where it cannot be told at once."""
        folder, _, name = path.rpartition(os.sep)
        if name in ("", ".", ".."):
            return None
        if folder not in self._folders:
            self._folders[folder] = paths.real(folder or os.sep)
        real = os.path.join(self._folders[folder], name)  # noqa: PTH118 - a text
        return real if paths.is_plain(real) else None
