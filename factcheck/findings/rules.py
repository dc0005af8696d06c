"""Rules as YAML: loaded from `rules/<topic>/<rule>.yaml`, validated, every mistake told at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck import plugins
from factcheck.errors import UsageError
from factcheck.lexicon import read_yaml, shipped_rules
from factcheck.model import Rule, Severity

_KINDS = "factcheck.findings.kinds"
_NOT_RULES = {"lexicon"}


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
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder of rules")
        for path in _files(folder):
            try:
                rule = _rule(path)
            except UsageError as error:
                mistakes.append(str(error))
            else:
                rules[rule.id] = rule
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return tuple(rules[name] for name in sorted(rules))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob("*/*.yaml")):
        if path.parent.name not in _NOT_RULES:
            yield path


def _rule(path: Path) -> Rule:
    data = read_yaml(path)
    try:
        checked = _RuleFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise UsageError(f"{path}: {where}: {first['msg'].lower()}") from error
    if checked.kind not in plugins.names(_KINDS):
        known = ", ".join(plugins.names(_KINDS))
        raise UsageError(f"{path}: kind: there is no kind “{checked.kind}”; known are {known}")
    options = plugins.load(_KINDS, checked.kind).Options
    try:
        options.model_validate(checked.options)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, ("options", *first["loc"])))
        raise UsageError(f"{path}: {where}: {first['msg'].lower()}") from error
    return Rule(**checked.model_dump())
