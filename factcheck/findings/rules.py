"""Rules as YAML: loaded from a folder of rules, validated, every mistake told at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.lexicon import read_yaml, shipped_rules
from factcheck.model import Rule, Severity
from factcheck.paths import is_file, is_folder, unlisted

_KINDS = "factcheck.findings.kinds"
_NOT_RULES = {"lexicon", "matching.yaml"}
"""What stands in a folder of rules beside the rules."""

PLACEHOLDERS = frozenset({"statement", "values"})
"""What a rule's message may hold in braces."""


class _RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: str
    severity: Severity
    message: str
    options: dict[str, Any] = {}
    why: str = ""
    fix: str = ""


def load_rules(extra: Path | None = None) -> tuple[Rule, ...]:
    """The shipped rules and those of `extra`, which win where an id is given twice; sorted by id.

    UsageError with one line per mistake where a file is no rule.
    """
    rules: dict[str, Rule] = {}
    mistakes: list[str] = []
    for folder in [shipped_rules(), *([extra] if extra else [])]:
        if not is_folder(folder):
            what = "is a file" if is_file(folder) else "no such folder"
            raise UsageError(f"{folder}: {what}; give the folder that holds your rules")
        rules |= _load(folder, mistakes)
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return tuple(rules[name] for name in sorted(rules))


def _load(folder: Path, mistakes: list[str]) -> dict[str, Rule]:
    """The rules of one folder by id; mistakes are added to the list."""
    rules: dict[str, Rule] = {}
    if reason := unlisted(folder):
        mistakes.append(f"{folder}: cannot be opened ({reason}); check its permissions")
        return rules
    files = list(_files(folder))
    if not files:
        mistakes.append(f"{folder}: holds no rules; a rule is a .yaml file with id, kind, severity and message")
    for path in files:
        try:
            rule = _rule(path)
        except UsageError as error:
            mistakes.append(str(error))
            continue
        if rule.id in rules:
            mistakes.append(f"{path}: id: another rule of this folder is called “{rule.id}” too")
        rules[rule.id] = rule
    return rules


def _files(folder: Path) -> Iterator[Path]:
    """The YAML files of the folder, at any depth, that are rules."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".yml") and path.relative_to(folder).parts[0] not in _NOT_RULES:
            yield path


def _rule(path: Path) -> Rule:
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise UsageError(f"{path}: the file is no rule; a rule has id, kind, severity, message and options")
    checked = _validated(path, _RuleFile, data)
    if checked.kind not in plugins.names(_KINDS):
        known = ", ".join(plugins.names(_KINDS))
        raise UsageError(f"{path}: kind: there is no kind “{checked.kind}”; known are {known}")
    _validated(path, plugins.load(_KINDS, checked.kind).Options, checked.options, "options.")
    _check_message(path, checked.message)
    return Rule(**checked.model_dump())


def _validated(path: Path, model: Any, data: object, where: str = "") -> Any:  # noqa: ANN401 - a kind's own Options
    try:
        return model.model_validate(data)
    except ValidationError as error:
        keys = ", ".join(model.model_fields)
        faults = "; ".join(_faults(error, where, keys))
        raise UsageError(f"{path}: {faults}") from error


def _faults(error: ValidationError, where: str, keys: str) -> Iterator[str]:
    """What is missing, what is unknown, and what is wrong with the rest, in words that follow the key."""
    told = [(f"{where}{'.'.join(map(str, e['loc']))}", e["type"], e["msg"]) for e in error.errors()]
    missing = [key for key, kind, _ in told if kind == "missing"]
    unknown = [key for key, kind, _ in told if kind == "extra_forbidden"]
    if missing:
        yield f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    if unknown:
        yield f"{', '.join(unknown)} {'is' if len(unknown) == 1 else 'are'} not known; known are {keys}"
    for key, kind, message in told:
        if kind not in ("missing", "extra_forbidden"):
            yield f"{key}: {message.replace('Input', 'it', 1)}"


def _check_message(path: Path, message: str) -> None:
    try:
        fields = [field for field in Formatter().parse(message) if field[1] is not None]
    except ValueError as error:
        raise UsageError(f"{path}: message: {error}; write a brace twice to print it") from error
    named = {str(name) for _, name, _, _ in fields}
    if any(spec or conversion for _, _, spec, conversion in fields):
        raise UsageError(f"{path}: message: only the bare names {', '.join(sorted(PLACEHOLDERS))} stand in braces")
    if named - PLACEHOLDERS:
        wrong, known = ", ".join(sorted(named - PLACEHOLDERS)), ", ".join(sorted(PLACEHOLDERS))
        raise UsageError(f"{path}: message: {{{wrong}}} is not known; known are {known}")
