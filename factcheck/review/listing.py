"""The list of decisions for the file."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factcheck.inert import comma_separated, in_line
from factcheck.review.entries import Entry

_COLUMNS = ("at", "editor", "verdict", "reason", "rule", "message", "id", "undoes", "fingerprint")


def as_csv(entries: Iterable[Entry]) -> str:
    """The entries, the earliest first, with a head line."""
    known = sorted(entries, key=lambda entry: (entry.at, entry.id))
    return comma_separated(({c: getattr(entry, c) for c in _COLUMNS} for entry in known), _COLUMNS)


def as_html(entries: Iterable[Entry]) -> str:
    """The same as a table."""
    known = sorted(entries, key=lambda entry: (entry.at, entry.id))
    cells = (
        "".join(f"<td>{escape(in_line(str(getattr(entry, c) or '')))}</td>" for c in _COLUMNS[:6]) for entry in known
    )
    return f"<!doctype html><title>Decisions</title><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n"
