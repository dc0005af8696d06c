"""Patterns that a rule brings. RE2 takes time that grows with the text alone, whatever pattern an editor writes."""

from __future__ import annotations

from functools import cache
from typing import Any

_PROBES = ("", "a", "a 1.")
"""Texts in which a pattern like \"\\b\" or \"x*\" finds nothing at all, and matches."""


@cache
def compiled(pattern: str) -> Any:  # noqa: ANN401 - the library has no types
    """The pattern, ready to search. ValueError where RE2 does not know it, or where every text has it."""
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        ready = re2.compile(pattern, options)
    except re2.error as error:
        told = error.args[0] if error.args else ""
        said = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
        if "perl operator" in said:
            said = f"RE2 has no look-ahead or look-behind: {said.rpartition(': ')[2]}"
        raise ValueError(f"{said}; write a pattern of RE2 (https://github.com/google/re2/wiki/Syntax)") from error
    if any(found is not None and not found.group() for found in map(ready.search, _PROBES)):
        raise ValueError("the pattern matches where nothing stands, and so in every sentence")
    return ready


def first(pattern: str, text: str) -> str | None:
    """The words of the first match in a text."""
    match = compiled(pattern).search(text)
    return str(match.group()) if match else None
