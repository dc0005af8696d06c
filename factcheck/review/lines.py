"""Decisions as JSON lines: a file for git, in which the lines of two branches are put together by keeping all of them.

An entry is one line that never changes, so that a file is as good as the set of its lines: their order does not
matter, and a line that stands twice counts once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from factcheck.errors import UsageError
from factcheck.inert import escaped
from factcheck.model import BY_TIME, EXPORTED
from factcheck.paths import bounded
from factcheck.review.entries import Entry

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ATTRIBUTES = f"*{EXPORTED} merge=union"
"""The line of .gitattributes that has git keep the lines of both sides."""

_MOST_BYTES = 500_000_000
_MOST_FAULTS = 10
_DATABASE = b"SQLite format 3\0"
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_FORMAT = "factcheck-decision/"
_TOLD = {
    "missing": "{where} is missing",
    "extra_forbidden": "unknown key {where}",
    "string_pattern_mismatch": "{where} is no moment in UTC with microseconds",
    "string_too_short": "{where} is empty",
    "json_type": "no JSON object",
    "model_type": "no JSON object",
}


def dump(entries: Iterable[Entry]) -> str:
    """The file's text: a line each, by moment, with no character in it that a screen would obey."""
    found = sorted({entry.id: entry for entry in entries}.values(), key=BY_TIME)
    return "".join(f"{escaped(json.dumps(e.model_dump(mode='json'), ensure_ascii=False))}\n" for e in found)


def load(file: str) -> tuple[Entry, ...]:
    """The entries of a file by moment, each once. UsageError with a line for each line of it that is none."""
    try:
        data = bounded(Path(file), _MOST_BYTES)
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}); check its name and permissions") from error
    return parsed(data, file)


def parsed(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries in the bytes of a file of that name. UsageError as `load` raises it."""
    if data.startswith(_DATABASE):
        remedy = "factcheck decisions export makes them of it"
        raise UsageError(f"{name}: is a database, not JSON lines; {remedy} (--decisions {name})")
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name}: is larger than {_MOST_BYTES} bytes; split it")
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{at}: is no UTF-8 text; export it anew") from error
    found: dict[str, Entry] = {}
    faults: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        entry = _entry(line)
        if isinstance(entry, Entry):
            found[entry.id] = entry
        else:
            faults.append(f"{name}:{number}: {entry}")
    if faults:
        raise UsageError("\n".join(_first(faults, name)))
    return tuple(sorted(found.values(), key=BY_TIME))


def _entry(line: str) -> Entry | str:
    """The entry of a line, or what is wrong with it and what to do."""
    if line.startswith(_MARKERS):
        return "a conflict that git could not settle; keep the lines of both sides and take out its marks"
    try:
        entry = Entry.model_validate_json(line)
    except ValidationError as error:
        return _why(error.errors(include_url=False)[0])
    if not entry.id:
        return "no decision (id is missing); take the line from an export, or take it out"
    if entry.id != entry.digest():
        return "was changed after it had been written (its id is not that of its words); take the line from an export"
    return entry


def _why(fault: ErrorDetails) -> str:
    kind, where, given = fault["type"], ".".join(map(str, fault["loc"])), fault["input"]
    if kind == "json_invalid":
        where = fault["ctx"]["error"].replace(" at line 1 column", ", column")
        return f"no JSON ({where}); take the line from an export, or take it out"
    if where == "format" and str(given).startswith(_FORMAT):
        return f"was written by a newer factcheck ({given}); update this one"
    told = _TOLD.get(kind, "{where}: {msg}" if where else "{msg}").format(
        where=where, msg=fault["msg"].removeprefix("Value error, ")
    )
    return f"no decision ({told}); take the line from an export, or take it out"


def _first(faults: list[str], name: str) -> list[str]:
    more = len(faults) - _MOST_FAULTS
    return faults if more <= 1 else [*faults[:_MOST_FAULTS], f"{name}: {more} more lines are wrong"]
