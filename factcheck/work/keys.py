"""By what a result is known again: the digest of all that it was worked out from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents.contents import Content, listed
from factcheck.scale.program import program, version
from factcheck.work.digests import digest

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.documents.reading import Limits
    from factcheck.model import Rule
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


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a check is worked out from, by its name; `said` is what the settings say beside it."""

    sources: tuple[str, ...]
    draft: str | None
    rules: str | None
    baseline: str | None
    decisions: str | None
    model: str
    most: int
    """Bytes of a file that is read."""
    said: str

    @classmethod
    def of(cls, settings: Settings, sources: Sequence[str], draft: str | None) -> Inputs:
        """Those of a check with these settings."""
        return cls(
            tuple(sources),
            draft,
            settings.rules,
            settings.baseline,
            settings.decisions,
            settings.model,
            settings.max_bytes,
            repr(settings.model_dump(mode="json", exclude=_WHO)),
        )


def of_check(inputs: Inputs, asked: object) -> bytes:
    """Of all that a check gives: what it is worked out from, and what was `asked` for."""
    draft = () if inputs.draft is None else (inputs.draft,)
    return digest(
        b"check",
        program(),
        _model(inputs.model),
        _written((inputs, os.fspath(Path.cwd()), asked)),
        *_files(inputs),
        *_listing(inputs.sources, draft, inputs.most),
        *_listing(draft, (), inputs.most),
    )


def of_command(words: Sequence[str], settings: Sequence[bytes | None]) -> bytes:
    """Of what the words of a command mean: they, the settings' files, and the folder that both are seen from."""
    return digest(b"command", program(), _written((words, os.fspath(Path.cwd()), settings)))


def of_program(model: str) -> bytes:
    """Of all that works out the same from the same: this program, and the model that it takes."""
    return digest(b"program", program(), _model(model))


def _listing(paths: Sequence[str], excluding: Sequence[str], most: int) -> Iterator[bytes]:
    """All that is read of paths; by its lengths `digest` tells one file's bytes from the next's."""
    listing = listed(paths, excluding)
    yield _written(listing.skipped)
    for content in listing.contents("source", most):
        yield _written((content.label, content.within, content.named, content.known, content.fault))
        yield content.data


def _files(inputs: Inputs) -> Iterator[bytes]:
    """What stands in the files that are named: rules, what was there before, what editors decided."""
    rules = sorted(Path(inputs.rules).rglob("*")) if inputs.rules else []
    written = [Path(f"{inputs.decisions}{suffix}") for suffix in ("", "-wal")] if inputs.decisions else []
    for path in (*rules, *([Path(inputs.baseline)] if inputs.baseline else []), *written):
        yield _written(path.as_posix())
        yield path.read_bytes() if path.is_file() else b""


def _written(value: object) -> bytes:
    return repr(value).encode("utf-8", "surrogatepass")


@cache
def _model(name: str) -> bytes:
    """The version of the installed package of a spaCy pipeline, without importing it."""
    if found := version(name):
        return found.encode()
    import importlib.util

    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    meta = Path(spec.origin).with_name("meta.json") if spec and spec.origin else None
    return meta.read_bytes() if meta and meta.is_file() else b""
