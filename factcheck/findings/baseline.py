"""The file of findings that were there before: they are settled, and only what comes new fails a gate.

It is JSON with one finding a line, sorted, so that two branches that change it can be merged.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import UsageError
from factcheck.model import Document, Figure, Finding, Rule, by_id
from factcheck.paths import bounded

_FORMAT = "factcheck-baseline/1"
_MOST_BYTES = 50_000_000
COMPARING = ("discrepancy", "contradicted", "unsupported")
"""Kinds of rules that may find with sources what they do not find without."""


class Entry(BaseModel):
    """A finding that is known. `documents` are the paths of its figures' documents; `message` is for the reader.

    `draft` is the path of the draft that was checked then, "" where none was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    rule: str
    fingerprint: str = Field(min_length=1)
    draft: str = ""
    documents: tuple[str, ...] = Field(strict=False)
    message: str


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: str = Field(pattern=f"^{_FORMAT}$")
    findings: tuple[Entry, ...] = Field(strict=False)


def load(file: str) -> Mapping[str, Entry]:
    """The entries of a file by their fingerprints. UsageError where it is no such file."""
    remedy = "mend it, or make it anew with `factcheck baseline`"
    try:
        data = bounded(Path(file), _MOST_BYTES)
    except OSError as error:
        raise UsageError(f"{file}: the baseline cannot be read ({error.strerror}); {remedy}") from error
    try:
        known = _File.model_validate(json.loads(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise UsageError(f"{file}: the baseline is damaged ({_why(error)}); {remedy}") from error
    return {entry.fingerprint: entry for entry in known.findings}


def dump(entries: Iterable[Entry]) -> str:
    """The file's text."""
    lines = sorted(json.dumps(entry.model_dump(mode="json"), ensure_ascii=False) for entry in entries)
    return f'{{"format": "{_FORMAT}", "findings": [\n' + ",\n".join(lines) + "\n]}\n"


def entries(findings: Sequence[Finding], figures: Sequence[Figure], documents: Sequence[Document]) -> tuple[Entry, ...]:
    """Findings as entries."""
    document, figure = by_id(documents), by_id(figures)
    return tuple(
        Entry(
            rule=finding.rule,
            fingerprint=finding.fingerprint,
            draft=_draft(documents),
            documents=tuple(sorted({document[figure[f].document].path for f in finding.figures})),
            message=finding.message,
        )
        for finding in findings
    )


def gone(
    known: Collection[Entry], findings: Sequence[Finding], documents: Sequence[Document], rules: Sequence[Rule]
) -> tuple[Entry, ...]:
    """The entries that a run would have found, had they still been there.

    It read their documents and had the same draft, it asked their rule, and had sources where the rule compares.
    """
    found, read, draft = {f.fingerprint for f in findings}, {d.path for d in documents}, _draft(documents)
    compared = any(document.role == "source" for document in documents)
    asked = {rule.id for rule in rules if compared or rule.kind not in COMPARING}
    return tuple(
        entry
        for entry in known
        if entry.fingerprint not in found
        and entry.draft == draft
        and entry.rule in asked
        and read.issuperset(entry.documents)
    )


def _draft(documents: Sequence[Document]) -> str:
    return next((document.path for document in documents if document.role == "draft"), "")


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: line {error.lineno}, column {error.colno}"
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return "no UTF-8 text" if isinstance(error, UnicodeDecodeError) else "nested too deep"
