"""What a check is asked for and what it gives, which is remembered as a whole where a cache is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import gating
from factcheck.cli.outputs import STREAM, Output, deliver, say, screen
from factcheck.cli.progress import watched
from factcheck.columns import Columns
from factcheck.paths import BASELINE_FILE, is_file
from factcheck.work.keys import Inputs, of_check

if TYPE_CHECKING:
    from factcheck.cli.again import Asking
    from factcheck.config import Settings
    from factcheck.model import Report
    from factcheck.work.bench import Bench


@dataclass(frozen=True, slots=True)
class Made:
    """A check's exit status, its reports in the order of the outputs, and the lines to say beside them."""

    status: int
    reports: tuple[Iterable[str] | bytes, ...]
    said: tuple[str, ...]


MADE = Columns((Made,))


def put(made: Made, outputs: Sequence[Output], done: Sequence[str] = (), *, quiet: bool) -> bool:
    """Put the reports where they belong, and say what is to be said; whether somebody has each report."""
    had = [deliver(report, output) for report, output in zip(made.reports, outputs, strict=True)]
    say(*done, *(() if quiet else made.said))
    return all(had)


def wanted(outputs: Sequence[Output], *, everything: bool, allow_skipped: bool) -> object:
    """All beside its inputs that tells what a check gives: by output its format, its page and its file, and options."""
    files = [str(output.file) if output.file else "" for output in outputs]
    return pages(outputs), files, everything, allow_skipped


def pages(outputs: Sequence[Output]) -> list[tuple[str, int, bool]]:
    """By output its format, its columns, and whether it has colours."""
    return [(output.name, *(screen() if output.file is None else (80, False))) for output in outputs]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is asked for; `bench` is what it shares with those before it.

    `asking` holds the words of the command, and `decisions` is the database of decisions, there or not.
    """

    sources: tuple[str, ...]
    draft: str | None
    settings: Settings
    outputs: tuple[Output, ...]
    everything: bool
    allow_skipped: bool = False
    bench: Bench | None = None
    asking: Asking | None = None
    decisions: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """All that is to be read."""
        return (*self.sources, *([self.draft] if self.draft is not None else []))

    def report(self, *, quiet: bool, said_before: Collection[str] = ()) -> Report:
        """The check itself."""
        from factcheck import pipeline

        def said(notice: str) -> None:
            if notice not in said_before:
                say(notice)

        with watched(quiet=quiet) as told:
            return pipeline.check(
                self.sources, self.draft, settings=self.settings, told=told, said=said, bench=self.bench
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
        key = self._key(first=True)
        with Cache(folder) as cache:
            known = cache.known([key])
            cache.keep(self._noted(quiet=quiet) if known else {})
        notices = dict.fromkeys((*(self.asking.notices if self.asking else ()), *cache.notices))
        say(*notices)
        if known:
            as_before: Made = MADE.unpacked(known[key])
            return as_before
        made = _held(self.made_of(self.report(quiet=quiet, said_before=notices)))
        if self._key() == key:  # else something changed in between
            with Cache(folder) as cache:
                cache.keep({key: MADE.packed(made), **self._noted(quiet=quiet)})
        return made

    def made_of(self, report: Report) -> Made:
        """What the check gives, of its report; what is long is made when it is put somewhere."""
        from factcheck import pipeline

        reports = [
            pipeline.in_pieces(report, name, width=width, color=color, everything=self.everything)
            for name, width, color in pages(self.outputs)
        ]
        return Made(self.status(report), tuple(reports), tuple(gating.told(report, self.outputs)))

    def _key(self, *, first: bool = False) -> bytes:
        """Of all that the check gives; at `first` what `asking` has looked through is not looked through again."""
        inputs = Inputs.of(self.settings, self.sources, self.draft)
        asked = wanted(self.outputs, everything=self.everything, allow_skipped=self.allow_skipped)
        looked = self.asking.looked if self.asking and first else None
        return looked[1] if looked and looked[0] == (inputs, asked) else of_check(inputs, asked)

    def _noted(self, *, quiet: bool) -> Mapping[bytes, bytes]:
        """What to remember of the command's words."""
        if self.asking is None or any(output.file for output in self.outputs):
            return {}
        from factcheck.cli.again import Understood

        inputs = Inputs.of(self.settings, self.sources, self.draft)
        names = (self.decisions, self.settings.decisions, self.settings.baseline, BASELINE_FILE)
        stood = tuple((name, is_file(Path(name))) for name in names if name)
        formats = tuple(output.name for output in self.outputs)
        return self.asking.noted(Understood(inputs, formats, self.everything, self.allow_skipped, quiet, stood))


def _held(made: Made) -> Made:
    """The same with all that is made as it is asked for."""
    return replace(made, reports=tuple(one if isinstance(one, bytes) else tuple(one) for one in made.reports))
