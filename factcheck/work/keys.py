"""By what a result is known again: the digest of all that it was worked out from."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.documents.contents import Content, listed
from factcheck.documents.reading import Limits
from factcheck.model import Rule
from factcheck.scale.program import program
from factcheck.work.digests import digest

if TYPE_CHECKING:
    from factcheck.work.groups import Group


_WHO = {"cache", "memory", "workers", "engine", "scheduler"}
"""Settings that change nothing but who works, and what is remembered."""


def of_content(content: Content, limits: Limits, model: str) -> bytes:
    """Of what a file holds: its bytes, where it lies, what is known of it, and all that reads it."""
    said = (content.label, content.within, content.named, content.role, content.known, content.fault, limits, model)
    return digest(b"parts", program(), _model(model), _written(said), bytes.fromhex(content.digest))


def of_group(group: Group, parts: Sequence[bytes], rules: bytes) -> bytes:
    """Of what is found in a group: its documents' digests, what a run says of them, who meets whom, and the rules."""
    said = (group.said, group.meeting, group.apart, group.together)
    return digest(b"compared", program(), rules, _written(said), *parts)


def of_rules(rules: Sequence[Rule]) -> bytes:
    """Of rules: what they say, for equal ones may be packed in different bytes."""
    return digest(b"rules", *map(_written, rules))


def of_check(settings: Settings, limits: Limits, sources: Sequence[str], draft: str | None, asked: object) -> bytes:
    """Of all that a check gives: the documents, what settles findings, the settings, and what was `asked` for."""
    said = (settings.model_dump(mode="json", exclude=_WHO), os.fspath(Path.cwd()), draft, asked)
    return digest(
        b"check",
        program(),
        _written(said),
        *_files(settings),
        *_listing(sources, () if draft is None else (draft,), settings, limits),
        *_listing(() if draft is None else (draft,), (), settings, limits),
    )


def of_program(model: str) -> bytes:
    """Of all that works out the same from the same: this program, and the model that it takes."""
    return digest(b"program", program(), _model(model))


def _listing(paths: Sequence[str], excluding: Sequence[str], settings: Settings, limits: Limits) -> Iterator[bytes]:
    listing = listed(paths, excluding)
    yield _written(listing.skipped)
    yield from (of_content(c, limits, settings.model) for c in listing.contents("source", limits.bytes))


def _files(settings: Settings) -> Iterator[bytes]:
    """What stands in files that the settings name: rules, what was there before, what editors decided."""
    rules = sorted(Path(settings.rules).rglob("*")) if settings.rules else []
    written = [Path(f"{settings.decisions}{suffix}") for suffix in ("", "-wal")] if settings.decisions else []
    for path in (*rules, *([Path(settings.baseline)] if settings.baseline else []), *written):
        yield _written(path.as_posix())
        yield path.read_bytes() if path.is_file() else b""


def _written(value: object) -> bytes:
    return repr(value).encode("utf-8", "surrogatepass")


@cache
def _model(name: str) -> bytes:
    """The version of the installed package of a spaCy pipeline, without importing it."""
    try:
        return version(name.replace("_", "-")).encode()
    except PackageNotFoundError:
        found = importlib.util.find_spec(name) if name.isidentifier() else None
        meta = Path(found.origin).with_name("meta.json") if found and found.origin else None
        return meta.read_bytes() if meta and meta.is_file() else b""
