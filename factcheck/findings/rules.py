"""Folders of rules: which files are rules, which of two with one id wins, every mistake of all files told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.findings.rule_file import RuleFile, read_rule
from factcheck.lexicon import shipped_rules
from factcheck.model import Rule
from factcheck.paths import is_file, is_folder, unlisted

_NOT_RULES = {"lexicon", "matching.yaml"}
"""What stands in a folder of rules beside the rules."""


def load_rules(extra: Path | None = None) -> tuple[Rule, ...]:
    """The shipped rules and those of `extra`, which win where an id is given twice; sorted by id.

    UsageError with one line per mistake where a file is no rule.
    """
    return tuple(file.rule for file in find_rules(extra))


def find_rules(extra: Path | None = None) -> tuple[RuleFile, ...]:
    """As `load_rules`, each rule with the file that it stands in."""
    found: dict[str, RuleFile] = {}
    mistakes: list[str] = []
    for folder in [shipped_rules(), *([extra] if extra else [])]:
        if not is_folder(folder):
            what = "is a file" if is_file(folder) else "no such folder"
            raise UsageError(f"{folder}: {what}; give the folder that holds your rules")
        mine = _load(folder, mistakes)
        mistakes += _of_other_kinds(found, mine)
        found |= mine
    if not mistakes:
        mistakes += _misnamed(found)
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return tuple(found[name] for name in sorted(found))


def _load(folder: Path, mistakes: list[str]) -> dict[str, RuleFile]:
    """The rules of one folder by id; mistakes are added to the list."""
    found: dict[str, RuleFile] = {}
    if reason := unlisted(folder):
        mistakes.append(f"{folder}: cannot be opened ({reason}); check its permissions")
        return found
    files = list(_files(folder))
    if not files:
        mistakes.append(f"{folder}: holds no rules; a rule is a .yaml file with id, kind, severity and message")
    for path in files:
        try:
            file = read_rule(path)
        except UsageError as error:
            mistakes.append(str(error))
            continue
        if file.rule.id in found:
            mistakes.append(f"{file.at('id')}: id: another rule of this folder is called “{file.rule.id}” too")
        found[file.rule.id] = file
    return found


def _files(folder: Path) -> Iterator[Path]:
    """The YAML files of the folder, at any depth, that are rules; what is hidden is none."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in parts)
        if path.suffix.lower() in (".yaml", ".yml") and not hidden and parts[0] not in _NOT_RULES:
            yield path


def _of_other_kinds(shipped: Mapping[str, RuleFile], mine: Mapping[str, RuleFile]) -> Iterator[str]:
    """Rules in place of a shipped one that checks something else."""
    for name, file in mine.items():
        if name in shipped and (kind := shipped[name].rule.kind) != file.rule.kind:
            yield f"{file.at('kind')}: kind: the shipped rule “{name}” is of the kind {kind}; give yours another id"


def _misnamed(found: Mapping[str, RuleFile]) -> Iterator[str]:
    """Rules that are to speak instead of one that there is not, or that checks something else."""
    for file in found.values():
        for other in replaced(file.rule):
            if fault := _replaces_wrongly(file.rule, found[other].rule if other in found else None):
                yield f"{file.at('options', 'instead_of')}: options.instead_of: “{other}” {fault}"


def _replaces_wrongly(rule: Rule, other: Rule | None) -> str | None:
    if other is None:
        return "is no rule; `factcheck rules list` names them"
    if other.id == rule.id:
        return "is the rule itself; leave it out"
    if other.kind != rule.kind:
        return f"is of the kind {other.kind}, not {rule.kind}: what it finds would be lost"
    return None


def replaced(rule: Rule) -> Sequence[str]:
    """The ids of the rules that this one speaks instead of."""
    given = rule.options.get("instead_of", ())
    return [str(name) for name in given] if isinstance(given, list | tuple) else []
