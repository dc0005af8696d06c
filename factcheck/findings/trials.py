"""Rules held against their marked texts: which examples a rule gets wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.findings.examples import Example, Passage, examples
from factcheck.findings.rule_file import RuleFile
from factcheck.lexicon import MAX_BYTES
from factcheck.model import Rule
from factcheck.paths import bounded, is_file

_SECTION = re.compile(r"^## (?:Found|Not found)$", re.MULTILINE)

Speak = Callable[[Sequence[Passage], Sequence[Rule]], Sequence[str]]
"""The ids of the rules that speak of some texts, one for each finding."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it: a line for each fault, and the ids of rules that have no marked text."""

    rules: int
    examples: int
    faults: tuple[str, ...]
    untested: tuple[str, ...]


def try_rules(files: Sequence[RuleFile], known: Sequence[RuleFile], speak: Speak) -> Tried:
    """The rules of `files` against their marked texts, beside all other rules that a check would lay over them."""
    tested = [file for file in files if file.marked.exists()]
    faults = list(_orphans(files))
    tried = 0
    for file in tested:
        every = [f.rule for f in known if f.rule.enabled or f.rule.id == file.rule.id]
        try:
            found = marked_examples(file)
        except ValueError as error:
            faults.append(f"{file.marked}: {error}")
            continue
        tried += len(found)
        faults += [line for example in found if (line := _fault(example, file.marked, speak(example.passages, every)))]
    untested = tuple(file.rule.id for file in files if file not in tested)
    return Tried(len(files), tried, tuple(faults), untested)


def marked_examples(file: RuleFile) -> list[Example]:
    """The examples in a rule's marked text; none where there is no such file. ValueError where it is wrong."""
    if not file.marked.exists():
        return []
    try:
        found = examples(_text(file.marked))
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror}); check its permissions") from error
    except UnicodeDecodeError as error:
        raise ValueError("is no UTF-8 text; save it as UTF-8") from error
    other = next((e.rule for e in found if e.rule != file.rule.id), None)
    if other is not None:
        raise ValueError(f"names the rule {other}, but the rule beside it is {file.rule.id}")
    for section, wanted in (("Found", True), ("Not found", False)):
        if not any(e.found is wanted for e in found):
            raise ValueError(f"no example stands under “{section}”; give one at least")
    return found


def _text(marked: Path) -> str:
    data = bounded(marked, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES} bytes; split it")
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _orphans(files: Sequence[RuleFile]) -> Iterator[str]:
    """Marked texts beside the rules that belong to none of them."""
    beside = {file.marked for file in files}
    for folder in sorted({file.path.parent for file in files}):
        for path in sorted(folder.glob("*.md")):
            if path not in beside and is_file(path) and _SECTION.search(_start(path)):
                yield f"{path}: no rule stands beside it; name it after its rule's file"


def _start(path: Path) -> str:
    try:
        return bounded(path, MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _fault(example: Example, marked: Path, spoke: Sequence[str]) -> str | None:
    fault = example.fault(spoke)
    return f"{marked}:{example.line}: {fault} ({example.shows.removesuffix('.')})" if fault else None
