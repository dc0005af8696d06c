"""`factcheck watch`: a check, and another one whenever something changes that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import typer

from factcheck.cli import decided, gating
from factcheck.cli.arguments import only
from factcheck.cli.asked import Asked, put
from factcheck.cli.checking import Everything, Folder, Formats, asked_for, outputs_of
from factcheck.cli.looking import Seen, change, changed, pauses, seen
from factcheck.cli.options import (
    Baseline,
    CacheFolder,
    Decisions,
    Drafts,
    Folders,
    Ignore,
    MegaBytes,
    NoBaseline,
    NoCache,
    NoDecisions,
    Quiet,
    Select,
    SomePaths,
    Workers,
)
from factcheck.cli.outputs import STREAM, say
from factcheck.errors import FactcheckError, UsageError
from factcheck.paths import BASELINE_FILE, CONFIG_FILES, is_folder
from factcheck.work.places import cache_folder

_LOG = "-wal"
"""Behind the name of a database: what was written to it last."""
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Watched:
    """What is asked for again and again; `decisions` is the database of decisions, there or not."""

    asked: Asked
    decisions: str

    def look(self) -> Seen:
        """What is seen of all that the check is made from."""
        settings = self.asked.settings
        named = [*self.asked.named, *self._manifests(), *([settings.rules] if settings.rules else [])]
        made = [str(output.file) for output in self.asked.outputs if output.file]
        cache = cache_folder(settings.cache)
        files = seen([*named, settings.baseline or BASELINE_FILE], [*made, *([str(cache)] if cache else [])])
        return files | {self.decisions: self._decided()} | _settings()

    def _decided(self) -> tuple[int, ...]:
        """The sizes of the database and its log, and when what they hold changed: reading may change what is said."""
        found = seen([self.decisions, f"{self.decisions}{_LOG}"]).values()
        return tuple(number for size, written, _ in found for number in (size, written))

    def _manifests(self) -> Iterator[str]:
        """Those beside files that are named themselves."""
        from factcheck.documents.files import MANIFESTS

        folders = {Path(path).parent for path in self.asked.named if not is_folder(Path(path))}
        yield from (str(folder / name) for folder in folders for name in MANIFESTS)


def watch(
    paths: SomePaths = None,
    drafts: Drafts = None,
    formats: Formats = None,
    folder: Folder = None,
    select: Select = None,
    ignore: Ignore = None,
    folders: Folders = None,
    baselines: Baseline = None,
    no_baseline: NoBaseline = False,
    decisions: Decisions = None,
    no_decisions: NoDecisions = False,
    everything: Everything = False,
    workers: Workers = None,
    memory: MegaBytes = None,
    caches: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Check as check does, and again whenever a document, a rule, a setting or a decision changes; Ctrl-C ends it."""
    from factcheck.scale.memory import Memory
    from factcheck.work.bench import Bench

    def ask() -> Watched:
        settings = gating.settings_of(
            folders=folders,
            select=select,
            ignore=ignore,
            baselines=baselines,
            no_baseline=no_baseline,
            output=only("--output", folder),
            workers=workers,
            memory=memory,
            caches=caches,
            no_cache=no_cache,
        )
        sources, draft = asked_for(paths, drafts, settings)
        place = decided.place(settings, sources, draft, only("--decisions", decisions))
        settings = decided.with_decisions(settings, sources, draft, decisions, without=no_decisions)
        outputs = outputs_of(settings, sources, draft, formats, folder)
        return Watched(Asked(tuple(sources), draft, settings, outputs, everything, bench=bench), place)

    def check(asked: Asked) -> None:
        if not put(asked.made(quiet=quiet), asked.outputs, quiet=quiet):
            raise typer.Exit(gating.CLEAN)  # nobody reads on

    with Bench(Memory()) as bench:
        follow(ask, check, pauses, (lambda _: None) if quiet else say)


def follow(
    ask: Callable[[], Watched],
    check: Callable[[Asked], None],
    pauses: Callable[[], Iterable[object]],
    tell: Callable[[str], None],
) -> None:
    """Check, and again after each change, for as long as looks are due after `pauses`.

    FactcheckError for what is wrong with the command or the settings at the start; from then on it is said, and the
    watch goes on.
    """
    settings, watched = _settings(), ask()
    if STREAM in watched.asked.named:
        raise UsageError("standard input (-) cannot be watched; name files and folders")
    before = {**watched.look(), **settings}
    _going_on(check, watched.asked)
    tell("watches for changes; Ctrl-C ends it")
    while after := changed(before, watched.look, pauses()):
        tell(change(before, after))
        settings, fresh = _settings(), _going_on(ask)
        watched = fresh or watched
        before = {**watched.look(), **settings}  # seen before they are read: what is saved meanwhile is a change
        if fresh:
            _going_on(check, fresh.asked)


def _settings() -> dict[str, tuple[int, ...]]:
    """What is seen of the settings."""
    return seen(CONFIG_FILES)


def _going_on(step: Callable[..., Answer], *given: Asked) -> Answer | None:
    """What a step gives; None where it goes wrong, which is said."""
    try:
        return step(*given)
    except FactcheckError as error:
        say(*str(error).splitlines())
    return None
