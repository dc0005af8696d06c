"""One file of a rule: read, validated against its kind, its mistakes told with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.findings.places import Places
from factcheck.lexicon import read_yaml
from factcheck.model import Rule, Severity

KINDS = "factcheck.findings.kinds"

PLACEHOLDERS = frozenset({"statement", "values"})
"""What a rule's message may hold in braces."""


_Mistake = tuple[tuple[str | int, ...], str]
"""The keys that lead to it, and what is wrong."""


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
    data = read_yaml(path)
    if mistakes := list(_mistakes(data)):
        places = Places.of(path)  # reads the file once more: a right one needs no places
        mistakes.sort(key=lambda mistake: places.position(mistake[0]))
        raise UsageError("\n".join(f"{places.at(keys)}: {said}" for keys, said in mistakes))
    return RuleFile(Rule(**_Head.model_validate(data).model_dump()), path)


def _mistakes(data: Any) -> Iterator[_Mistake]:  # noqa: ANN401 - what a YAML file holds
    """Every mistake of a file, so that an editor mends it in one go."""
    if not isinstance(data, dict):
        yield (), "the file is no rule; a rule has id, kind, severity, message and options"
        return
    yield from _invalid(_Head, data)
    kind, options, message = data.get("kind"), data.get("options", {}), data.get("message")
    known = plugins.names(KINDS)
    if isinstance(kind, str) and kind not in known:
        yield ("kind",), f"kind: there is no kind “{kind}”; known are {', '.join(known)}"
    elif isinstance(kind, str) and isinstance(options, dict):
        yield from _invalid(plugins.load(KINDS, kind).Options, options, "options")
    if isinstance(message, str):
        yield from ((("message",), f"message: {fault}") for fault in _message_faults(message))


def _invalid(model: type[BaseModel], data: dict[Any, Any], *under: str) -> Iterator[_Mistake]:
    """What is missing, what is unknown, and what is wrong with the rest."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        told = [((*under, *e["loc"]), e["type"], e["msg"]) for e in error.errors()]
    else:
        return
    missing = [_dotted(keys) for keys, kind, _ in told if kind == "missing"]
    if missing:
        yield under, f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    for keys, kind, message in told:
        if kind == "extra_forbidden":
            yield keys, f"{_dotted(keys)} is not known; known are {', '.join(model.model_fields)}"
        elif kind != "missing":
            yield keys, f"{_dotted(keys)}: {message.removeprefix('Value error, ').replace('Input', 'it', 1)}"


def _dotted(keys: tuple[str | int, ...]) -> str:
    return ".".join(map(str, keys))


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
