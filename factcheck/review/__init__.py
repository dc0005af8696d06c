"""Decisions: what editors said of findings, kept in a database, and what it does in later checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.model import BY_TIME, Decision
from factcheck.review.desk import Changes, Desk, Item, Sieve
from factcheck.review.entries import Entry, standing
from factcheck.review.knowing import Laid, laid, steering
from factcheck.review.known import Known
from factcheck.review.loop import Loop
from factcheck.review.reading import is_there, read
from factcheck.review.store import Store
from factcheck.review.wholeness import whole

__all__ = [
    "Changes",
    "Desk",
    "Entry",
    "Item",
    "Known",
    "Laid",
    "Loop",
    "Sieve",
    "Store",
    "laid",
    "load",
    "standing",
    "steering",
    "whole",
]


def load(file: str) -> Sequence[Decision]:
    """The decisions of a database that stand, the earliest first; none where nothing was decided yet.

    Nothing is made or changed, wherever the file is. UsageError where it is no database of decisions.
    """
    if not is_there(Path(file)):
        return ()
    stands = sorted(standing(read(Path(file))).values(), key=BY_TIME)
    return tuple(entry.decision() for entry in stands)
