"""Moments told with their zone, as one text in UTC ("2022-02-04T08:00:00Z"): in the order of these they are."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(words: str) -> str | None:
    """The moment of an ISO 8601 time with its zone; None for a day, a time without a zone, and anything else."""
    try:
        return in_utc(datetime.fromisoformat(words.strip()))
    except ValueError:
        return None


def in_utc(at: datetime) -> str | None:
    """The same of a time of Python's; None where it has no zone."""
    if at.utcoffset() is None:
        return None
    try:
        told = at.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:  # in the first year or the last
        return None
    return f"{told.isoformat(timespec='seconds')}Z"
