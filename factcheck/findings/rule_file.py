"""One file of a rule: read, validated against its kind, its mistakes told with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.findings.mistakes import Mistake, invalid
from factcheck.findings.places import Places
from factcheck.lexicon import as_yaml, yaml_bytes
from factcheck.model import Rule, Severity

KINDS = "factcheck.findings.kinds"

PLACEHOLDERS = frozenset({"statement", "values"})
"""What a rule's message may hold in braces."""


class _Head(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: str
    severity: Severity
    message: str
    options: dict[str, Any] = {}
    why: str = ""
    fix: str = ""
    enabled: bool = True

    @field_validator("id")
    @classmethod
    def _is_name(cls, name: str) -> str:
        if not name.strip() or not name.isprintable() or name != name.strip():
            raise ValueError("it should be a name, like topic/rule, on one line and with no space around it")
        return name

    @field_validator("message")
    @classmethod
    def _says_something(cls, message: str) -> str:
        if not message.strip():
            raise ValueError("it is empty; it should be what a reader is told")
        return message


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule and the file that it stands in."""

    rule: Rule
    path: Path

    @property
    def marked(self) -> Path:
        """The file of its marked text."""
        return self.path.with_suffix(".md")

    def at(self, *keys: str) -> str:
        """FILE:LINE:COLUMN of a key."""
        return Places.of(self.path).at(keys)


def read_rule(path: Path) -> RuleFile:
    """The rule of a file. UsageError with a line for each of its mistakes."""
    return _of(path, yaml_bytes(path))


@lru_cache(maxsize=256)  # who checks again and again does so by the same rules
def _of(path: Path, written: bytes) -> RuleFile:
    data = as_yaml(path, written)
    if not isinstance(data, dict):
        said = "the file is no rule; a rule has id, kind, severity, message and options"
        raise UsageError(f"{Places.of(path).at()}: {said}")
    if mistakes := list(_mistakes(data)):
        places = Places.of(path)  # reads the file once more: a right one needs no places
        mistakes.sort(key=lambda mistake: places.position(mistake[0]))
        raise UsageError("\n".join(f"{places.at(keys)}: {said}" for keys, said in mistakes))
    return RuleFile(Rule(**_Head.model_validate(data).model_dump()), path)


def _mistakes(data: dict[Any, Any]) -> Iterator[Mistake]:
    """Every mistake of a file, so that an editor mends it in one go."""
    yield from invalid(_Head, data)
    kind, options, message = data.get("kind"), data.get("options", {}), data.get("message")
    known = plugins.names(KINDS)
    meant = kind
    if isinstance(kind, str) and kind not in known:
        meant = next(iter(get_close_matches(kind, known, n=1)), None)
        hint = f"did you mean {meant}? Known" if meant else "known"
        yield ("kind",), f"kind: there is no kind “{kind}”; {hint} are {', '.join(known)}"
    if isinstance(meant, str) and isinstance(options, dict):
        yield from invalid(plugins.load(KINDS, meant).Options, options, "options")
    if isinstance(message, str):
        yield from ((("message",), f"message: {fault}") for fault in _message_faults(message))


def _message_faults(message: str) -> Iterator[str]:
    known = ", ".join(sorted(PLACEHOLDERS))
    try:
        fields = [field for field in Formatter().parse(message) if field[1] is not None]
    except ValueError as error:
        yield f"{error}; write a brace twice to print it"
        return
    if any(spec or conversion for _, _, spec, conversion in fields):
        yield f"only the bare names {known} stand in braces"
    elif wrong := {str(name) for _, name, _, _ in fields} - PLACEHOLDERS:
        yield f"{{{', '.join(sorted(wrong))}}} is not known; known are {known}"
