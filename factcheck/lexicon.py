"""The word lists of `rules/lexicon/`: YAML that an editor reads and extends, read once per run."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from factcheck.errors import UsageError
from factcheck.paths import bounded

MAX_BYTES = 1_000_000
"""A larger YAML file is refused: no lexicon or rule is that long."""
_MAX_DEPTH = 100
"""Lists and tables inside one another: what composes them calls itself for each."""
_TOO_DEEP = "nested too deep to be a rule or a word list"
_INDENTED = re.compile(r"^[ \t?-]+", re.MULTILINE)
"""What each level of a block takes a character of at least."""


@cache
def shipped_rules() -> Path:
    """The folder `rules/`: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


@cache
def lexicon(name: str) -> Any:  # noqa: ANN401 - each user checks the shape of its own file
    """The content of `rules/lexicon/<name>.yaml`. UsageError with file and line where it is broken."""
    return read_yaml(shipped_rules() / "lexicon" / f"{name}.yaml")


@cache
def wordlist(name: str, *keys: str) -> frozenset[str]:
    """The words under `keys` of `rules/lexicon/<name>.yaml`; UsageError where no words stand there."""
    entry = lexicon(name)
    for key in keys:
        entry = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(entry, str):
        place = shipped_rules() / "lexicon" / f"{name}.yaml"
        raise UsageError(f"{place}: {'.'.join(keys)} must be words separated by commas, like “one, two”")
    return frozenset(word for part in entry.split(",") if (word := " ".join(part.split())))


@cache
def either(words: frozenset[str]) -> str:
    """The pattern of one of some words or phrases, the longest first."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(map(re.escape, longest))})"


def any_of(words: frozenset[str]) -> str:
    """The same of whole words: no letter stands beside them."""
    return rf"\b{either(words)}\b"


def read_yaml(path: Path) -> Any:  # noqa: ANN401
    """One YAML file with duplicate keys, aliases of aliases and oversize refused."""
    return as_yaml(path, yaml_bytes(path))


def as_yaml(path: Path, data: bytes) -> Any:  # noqa: ANN401
    """The same of a file that was read."""
    return _yaml(path, data, "load")


def compose_yaml(path: Path) -> Any:  # noqa: ANN401
    """The nodes of one YAML file, each with the mark where it starts; refused as `read_yaml` refuses."""
    return _yaml(path, yaml_bytes(path), "compose")


def _yaml(path: Path, data: bytes, step: Literal["load", "compose"]) -> Any:  # noqa: ANN401
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        text = data.decode("utf-8")
        if _is_too_deep(text):
            raise UsageError(f"{path}: {_TOO_DEEP}")
        return getattr(YAML(typ="safe"), step)(text)  # by libyaml, in a fifth of the time
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no UTF-8 text; save it as UTF-8") from error
    except (ValueError, LookupError) as error:  # what looks like a date or a number and is none: 2024-13-45
        problem = str(error).partition(";")[0]
        raise UsageError(f"{path}: a value is no date or number ({problem}); put it in quotes") from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        last = max(1, len(data.splitlines()))  # what misses its end is told behind it
        where = f":{min(mark.line + 1, last)}:{mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise UsageError(f"{path}{where}: not valid YAML ({problem})") from error


def yaml_bytes(path: Path) -> bytes:
    """What stands in a YAML file; UsageError for what is too large, or too deep, to be one."""
    try:
        data = bounded(path, MAX_BYTES)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path}: larger than {MAX_BYTES} bytes; split it")
    if b"&" in data and b"*" in data and data.count(b"*") > 1000:
        raise UsageError(f"{path}: too many YAML aliases; write the values out")
    return data


def _is_too_deep(text: str) -> bool:
    """Whether what composes its nodes would go too deep: libyaml's composer would end the process there."""
    indented = max(map(len, _INDENTED.findall(text)), default=0)
    if text.count("[") + text.count("{") + indented <= _MAX_DEPTH:  # as of nearly all: it cannot be
        return False
    from ruamel.yaml import YAML
    from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in YAML(typ="safe").parse(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _MAX_DEPTH:
            return True
    return False
