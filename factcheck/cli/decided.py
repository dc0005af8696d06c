"""Where editors' decisions are kept, and whether a check takes them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.arguments import only, refuse_empty
from factcheck.cli.outputs import STREAM
from factcheck.errors import UsageError
from factcheck.paths import is_file, is_folder

if TYPE_CHECKING:
    from factcheck.config import Settings

_PLACE = Path(".factcheck", "decisions.sqlite")


def home(sources: Sequence[str], draft: str | None) -> Path:
    """The database beside a draft, or, without one, in the first folder of sources, or beside the first file."""
    first = draft if draft is not None else sources[0]
    path = Path(first)
    if first == STREAM:
        return _PLACE
    return (path if draft is None and is_folder(path) else path.parent) / _PLACE


def place(settings: Settings, sources: Sequence[str], draft: str | None, named: str | None) -> str:
    """The database that counts, there or not: the one named, that of the settings, the one where a review puts it."""
    return named or settings.decisions or str(home(sources, draft))


def with_decisions(
    settings: Settings, sources: Sequence[str], draft: str | None, given: Sequence[str] | None, *, without: bool = False
) -> Settings:
    """The settings with the database that counts.

    None where there is no such file. UsageError where one was given that is not there.
    """
    named = only("--decisions", given)
    refuse_empty([named] if named is not None else [])
    if named and without:
        raise UsageError("--decisions and --no-decisions are both given; give one")
    if named and not is_file(Path(named)):
        raise UsageError(f"{named}: no such file; check the spelling, or make it with factcheck review")
    file = place(settings, sources, draft, named)
    return settings.model_copy(update={"decisions": file if is_file(Path(file)) and not without else None})
