"""Where what was worked out before is kept, and how many processes there are to work."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents.reading import Limits

if TYPE_CHECKING:
    from factcheck.config import Settings

USER = "user"
"""Stands for the user's own folder of caches."""


def cache_folder(named: str | None) -> Path | None:
    """The folder of a setting; None where nothing is to be remembered."""
    if named != USER:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    return user_cache_path("factcheck", appauthor=False)


def cores() -> int:
    """The processors that this process may use."""
    given = getattr(os, "sched_getaffinity", None)
    return len(given(0)) if given else os.cpu_count() or 1


def limits(settings: Settings) -> Limits:
    """What the reading of one file may take."""
    return Limits(**{limit.name: getattr(settings, f"max_{limit.name}") for limit in fields(Limits)})
