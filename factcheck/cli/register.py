"""Decisions as a screen lists them, and one of them found by its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.cli.listing import aligned
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.review import Entry
    from factcheck.review.listing import Row

_SHORT = 8
"""Letters of an id that a list shows, where they tell all of them apart."""
_FINDING = 60


def listed(rows: Sequence[Row], ids: Iterable[str], width: int | None) -> str:
    """A line for each; on a screen the finding is cut, so that its reason can be read."""
    if not rows:
        return ""
    short = _length(ids)
    lines = [
        (row.id[:short], row.day, row.editor, _did(row, short), _cut(_about(row), width), row.reason) for row in rows
    ]
    return aligned([("id", "when", "who", "decision", "finding", "reason"), *lines], width)


def _did(row: Row, short: int) -> str:
    return f"undo {row.undoes[:short]}" if row.undoes else f"{row.verdict} ({row.state})" if row.past else row.verdict


def _about(row: Row) -> str:
    return f"{row.documents}: {row.finding}" if row.documents else row.finding


def _cut(words: str, width: int | None) -> str:
    return words if width is None or len(words) <= _FINDING else f"{words[: _FINDING - 1]}…"


def _length(ids: Iterable[str]) -> int:
    """How many letters tell ids apart."""
    known = sorted(ids)
    return max([_SHORT, *(_alike(one, two) + 1 for one, two in pairwise(known))])


def _alike(one: str, two: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))


def named(name: str, entries: Sequence[Entry]) -> Entry:
    """The decision of that id that is not taken back yet."""
    found = [entry for entry in entries if entry.id.startswith(name)]
    if not found:
        raise UsageError(f"{name}: there is no such decision; factcheck decisions list gives their ids")
    if len(found) > 1:
        raise UsageError(f"{name}: {len(found)} decisions begin so ({', '.join(e.id for e in found[:3])}); give more")
    (entry,) = found
    if entry.undoes:
        raise UsageError(f"{name}: takes back {entry.undoes}; to have that again, decide it anew")
    if gone := next((e for e in entries if e.undoes == entry.id), None):
        raise UsageError(f"{name}: was taken back by {gone.editor} on {gone.at[:10]} already")
    return entry
