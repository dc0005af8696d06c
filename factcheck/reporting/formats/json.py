"""The report as data: factcheck-report/1, described by `factcheck-report-1.schema.json` beside this package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from json.encoder import encode_basestring

from factcheck.model import Report
from factcheck.reporting.evidence import escaped
from factcheck.reporting.page import Page

SUFFIX = ".json"


def render(report: Report, _page: Page) -> str:
    """The report's JSON object: keys sorted, two spaces of indent, UTF-8 text as it stands."""
    return f"{written(report.parts())}\n"


def written(value: object, margin: str = "\n") -> str:
    """A value as inert JSON, its lines begun by `margin`; an iterator is an array.

    Indented as `json.dumps` does it, which hands each word up through all that holds it.
    """
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, _NUMBERS):
        return _scalar(value)
    inner = f"{margin}  "
    if isinstance(value, dict):
        told = [f"{_key(key)}{written(value[key], inner)}" for key in sorted(value)]
        return f"{{{inner}{f',{inner}'.join(told)}{margin}}}" if told else "{}"
    if isinstance(value, _ARRAYS):
        told = [written(part, inner) for part in value]
        return f"[{inner}{f',{inner}'.join(told)}{margin}]" if told else "[]"
    raise TypeError(f"{type(value).__name__} is nothing that JSON holds")


_NUMBERS = (int, float)
_ARRAYS = (list, tuple, Iterator)


def _scalar(value: float | None) -> str:
    if value is None:
        return "null"
    return str(value) if type(value) is int else json.dumps(value, allow_nan=False)


def _string(text: str) -> str:
    quoted: str = encode_basestring(text)
    return quoted if quoted.isprintable() else escaped(quoted)


@lru_cache(maxsize=256)  # of the few keys that each figure has
def _key(name: str) -> str:
    return f"{_string(name)}: "
