"""Moments as machines write them."""

from __future__ import annotations

from datetime import date


def day(said: str | None) -> date | None:
    """The day of a moment, in the zone in which it is written: "2011-05-03T10:00:00+02:00"; None for anything else."""
    try:
        return date.fromisoformat((said or "").strip()[:10])
    except ValueError:
        return None
