"""Rules as text: a line each, or one of them with its options and examples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from textwrap import fill, indent
from typing import TYPE_CHECKING, Any

from factcheck.cli.listing import aligned
from factcheck.errors import UsageError
from factcheck.reporting.evidence import escaped, in_line

if TYPE_CHECKING:
    from pydantic import BaseModel

    from factcheck.findings import Example, Passage, RuleFile
    from factcheck.model import Rule

LAYOUTS = ("table", "json")

_OPTION = re.compile(r"`(\w+)`: (.*?)(?=\s*`\w+`: |\s*\Z)", re.DOTALL)
_INDENT = "  "


def listed(rules: Sequence[Rule], layout: str, width: int | None = None) -> str:
    """The rules as a table, its lines no wider than `width`, or as one JSON list."""
    if layout == "json":
        return escaped(json.dumps([_object(rule) for rule in rules], ensure_ascii=False, indent=2)) + "\n"
    head = ("id", "kind", "severity", "message")
    lines = [(r.id, r.kind, r.severity if r.enabled else "off", in_line(r.message)) for r in rules]
    return aligned([head, *lines], width)


def _object(rule: Rule) -> dict[str, object]:
    known = ("id", "kind", "severity", "message", "options", "why", "fix", "enabled")
    return {key: getattr(rule, key) for key in known}


def named(files: Sequence[RuleFile], asked: str) -> RuleFile:
    """The rule of that id. UsageError with the nearest ids where there is none."""
    known = {file.rule.id: file for file in files}
    if asked in known:
        return known[asked]
    near = [*get_close_matches(asked, known, n=3, cutoff=0.75), *(name for name in known if name.endswith(f"/{asked}"))]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "`factcheck rules list` names them all"
    raise UsageError(f"{asked}: there is no such rule; {hint}")


def explained_notice(asked: str, width: int) -> str | None:
    """What is told of a comment or of the baseline under this name; None where that is no name of theirs."""
    from factcheck.findings.selection import NOTICES

    return fill(f"{asked}: {NOTICES[asked]}", width) + "\n" if asked in NOTICES else None


def explained(file: RuleFile, width: int) -> str:
    """A rule: its severity, what it says, why, how to fix what it finds, its options and its examples."""
    from factcheck import findings

    try:
        examples = findings.marked_examples(file)
    except ValueError as error:
        raise UsageError(f"{file.marked}: {error}") from error
    rule = file.rule
    off = "" if rule.enabled else ", off: a check leaves it out until a rule of this id says `enabled: true`"
    parts = [
        fill(f"{rule.id}  ({rule.kind}, {rule.severity}{off})", width),
        *(_said(name, words, width) for name, words in _words(rule) if words),
        "".join(_options(findings.options_of(rule), width)).rstrip("\n"),
        *_examples([e for e in examples if e.found], "Found", width),
        *_examples([e for e in examples if not e.found], "Not found", width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _words(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (("says", rule.message), ("why", rule.why), ("fix", rule.fix))


def _said(name: str, words: str, width: int, hang: int = 6) -> str:
    return fill(f"{name + ':':<{hang}}{in_line(words)}", width, subsequent_indent=" " * hang)


def _options(options: BaseModel, width: int) -> Iterator[str]:
    """Each option with its value and what it means."""
    told = meanings(type(options))
    if type(options).model_fields:
        yield "Options\n"
    for name, value in options.model_dump(mode="json").items():
        yield f"{_INDENT}{name} = {escaped(json.dumps(value, ensure_ascii=False))}\n"
        yield fill(told.get(name, ""), width, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2) + "\n"


def meanings(options: type[Any]) -> dict[str, str]:
    """What each option means, as the docstrings of a kind's Options say it: `name`: meaning."""
    texts = [base.__dict__.get("__doc__") or "" for base in reversed(options.__mro__)]
    return {name: " ".join(said.split()) for text in texts for name, said in _OPTION.findall(text)}


def _examples(examples: Iterable[Example], section: str, width: int) -> Iterator[str]:
    for n, example in enumerate(examples):
        head = f"{section}\n\n" if n == 0 else ""
        shows = fill(in_line(example.shows), width, initial_indent=_INDENT, subsequent_indent=_INDENT)
        yield head + "\n".join([shows, *(_passage(p.text, _known(p), width) for p in example.passages)])


def _known(passage: Passage) -> str:
    day = passage.published.isoformat() if passage.published else ""
    name = passage.outlet or ("source" if passage.role == "source" else "")
    return ", ".join(filter(None, ("draft" if passage.role == "draft" else "", name, day)))


def _passage(text: str, known: str, width: int) -> str:
    lines = [fill(in_line(line), width - 6) for line in text.splitlines()]
    return f"{_INDENT * 2}{known}\n{indent(chr(10).join(lines), _INDENT * 3)}"
