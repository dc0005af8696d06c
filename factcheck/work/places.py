"""Where what was worked out before is kept, and who there is to work."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents.reading import Limits
from factcheck.errors import UsageError

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


def scheduler(settings: Settings) -> str | None:
    """The address of the cluster that works; None where this machine does. UsageError where a setting lacks another."""
    if settings.scheduler and settings.engine != "dask":
        raise UsageError(
            f"the scheduler {settings.scheduler} needs the engine dask; give --engine dask too, or no scheduler"
        )
    if settings.engine == "dask" and not settings.scheduler:
        raise UsageError("the engine dask needs the address of its scheduler; give --scheduler tcp://HOST:PORT")
    return settings.scheduler


def limits(settings: Settings) -> Limits:
    """What the reading of one file may take."""
    return Limits(**{limit.name: getattr(settings, f"max_{limit.name}") for limit in fields(Limits)})
