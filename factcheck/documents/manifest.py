"""A folder's manifest, `sources.json` or `cluster.json`: outlet, day, address and title of its documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from factcheck import paths
from factcheck.documents.files import MANIFESTS, cannot_open, printable
from factcheck.documents.front_matter import day
from factcheck.documents.moments import moment
from factcheck.documents.reading import Metadata
from factcheck.model import Skipped

MOST_BYTES = 5_000_000


def _dated(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or day(value) is None:
        raise ValueError("is no full date; write it as 2022-02-04")
    return value


def _writable(value: object) -> object:
    if isinstance(value, str) and ("\0" in value or value != value.encode("utf-8", "replace").decode("utf-8")):
        raise ValueError("holds characters that no text can have")
    return value


Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True), BeforeValidator(_writable)]


class Entry(BaseModel):
    """What the manifest says of one document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Text
    outlet: Text | None = None
    published: Annotated[str | None, BeforeValidator(_dated)] = None
    url: Text | None = None
    title: Text | None = None

    def metadata(self) -> Metadata:
        said = self.published or ""
        return Metadata(self.title or None, self.outlet or None, day(said), self.url or None, moment=moment(said))


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
    home = Path(paths.real(path.parent))
    for n, row in enumerate(rows, 1):
        try:
            entry = Entry.model_validate(row)
        except ValidationError as error:
            problems.append(f"entry {n}: {_fault(error)}; its document is checked without it")
            continue
        real = paths.real(path.parent / entry.document)
        if fault := _misplaced(home, real, entries):
            problems.append(f"entry {n}: {entry.document[:80]!r} {fault}")
        else:
            entries[real] = entry.metadata()
    return Manifest(entries, tuple(Skipped(printable(path), problem, checked=True) for problem in problems))


def _fault(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"unknown key {where[:40]!r} (known: {', '.join(Entry.model_fields)})"
    if first["type"] == "missing":
        return 'names no file; write "document": "a.txt"'
    if not where:
        return 'is no object in braces; write {"document": "a.txt"}'
    return f"{where} {_said(first['msg'])}"


def _said(message: str) -> str:
    """Pydantic's words, made to follow the name of the key."""
    return message.removeprefix("Value error, ").replace("Input should be a valid string", "should be text in quotes")


def _misplaced(folder: Path, real: str, entries: Mapping[str, Metadata]) -> str:
    if not Path(real).is_relative_to(folder):
        return "leads out of the folder; name files inside it"
    if real in entries:
        return "is named twice; the first entry counts"
    return "" if paths.is_file(Path(real)) else "is no file of the folder; correct the name or take it out"
