"""What a check is asked for and what it gives, which is remembered as a whole where a cache is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli import gating
from factcheck.cli.outputs import STREAM, Output, say, screen
from factcheck.cli.progress import watched
from factcheck.columns import Columns

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model import Report
    from factcheck.work.bench import Bench


@dataclass(frozen=True, slots=True)
class Made:
    """A check's exit status, its reports in the order of the outputs, and the lines to say beside them."""

    status: int
    reports: tuple[str | bytes, ...]
    said: tuple[str, ...]


_COLUMNS = Columns((Made,))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is asked for; `bench` is what it shares with those before it."""

    sources: tuple[str, ...]
    draft: str | None
    settings: Settings
    outputs: tuple[Output, ...]
    everything: bool
    allow_skipped: bool = False
    bench: Bench | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """All that is to be read."""
        return (*self.sources, *([self.draft] if self.draft is not None else []))

    def report(self, *, quiet: bool) -> Report:
        """The check itself."""
        from factcheck import pipeline

        with watched(quiet=quiet) as told:
            return pipeline.check(
                self.sources, self.draft, settings=self.settings, told=told, said=say, bench=self.bench
            )

    def status(self, report: Report) -> int:
        """The exit status that a report makes."""
        drafted = self.draft is not None
        return gating.status(report, self.settings, self.named, drafted=drafted, allow_skipped=self.allow_skipped)

    def made(self, *, quiet: bool) -> Made:
        """All that the check gives: as it was, where nothing has changed since."""
        from factcheck.scale.cache import Cache
        from factcheck.work.places import cache_folder

        folder = None if STREAM in self.named else cache_folder(self.settings.cache)
        if folder is None:
            return self.made_of(self.report(quiet=quiet))
        with Cache(folder) as cache:
            key = self._key()
            known = cache.known([key])
        say(*cache.notices)
        if known:
            as_before: Made = _COLUMNS.unpacked(known[key])
            return as_before
        made = self.made_of(self.report(quiet=quiet))
        if self._key() == key:  # else something changed in between
            with Cache(folder) as cache:
                cache.keep({key: _COLUMNS.packed(made)})
        return made

    def made_of(self, report: Report) -> Made:
        """What the check gives, of its report."""
        from factcheck import pipeline

        reports = [
            pipeline.render(report, name, width=width, color=color, everything=self.everything)
            for name, width, color in self._pages
        ]
        return Made(self.status(report), tuple(reports), tuple(gating.told(report, self.outputs)))

    @property
    def _pages(self) -> list[tuple[str, int, bool]]:
        """By output its format, its columns, and whether it has colours."""
        return [(output.name, *(screen() if output.file is None else (80, False))) for output in self.outputs]

    def _key(self) -> bytes:
        from factcheck.work import keys
        from factcheck.work.places import limits

        files = [str(output.file) if output.file else "" for output in self.outputs]
        asked = (self._pages, files, self.everything, self.allow_skipped)
        return keys.of_check(self.settings, limits(self.settings), self.sources, self.draft, asked)
