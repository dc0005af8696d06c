"""A draft on the desk: its sources, read once and again when they change, and the report on what is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from factcheck import pipeline
from factcheck.cli.decided import with_decisions
from factcheck.cli.looking import Seen, seen
from factcheck.config import Settings, load_settings
from factcheck.model import Document, Figure, Finding, Report, by_id
from factcheck.reporting.locations import pinned
from factcheck.reporting.view import Case, view
from factcheck.work.read import Read


@dataclass(frozen=True)
class Checked:
    """A draft's text as it was checked, and the report on it; what editors ask of it again and again is kept."""

    text: str
    report: Report

    @cached_property
    def draft(self) -> Document:
        return next(d for d in self.report.documents if d.role == "draft")

    @cached_property
    def known(self) -> Mapping[str, Figure]:
        """All figures by their ids."""
        return by_id(self.report.figures)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The draft's figures by their ids."""
        return {f.id: f for f in self.report.figures if f.document == self.draft.id}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return by_id(self.report.documents)

    @cached_property
    def findings(self) -> tuple[tuple[Finding, Case, Figure], ...]:
        """The findings that stand and speak of the draft, each with the draft's figure that it is shown at."""
        pairs = zip(self.report.findings, view(self.report).cases, strict=True)
        shown = ((finding, case, pinned(finding, self.figures)) for finding, case in pairs if case.standing)
        return tuple((finding, case, figure) for finding, case, figure in shown if figure is not None)


class Desk:
    """The sources of a folder's drafts. One check runs at a time."""

    def __init__(self, folder: Path, sources: Sequence[str]) -> None:
        self._folder = folder
        self._given = tuple(sources)
        self._lock = Lock()
        self._read: tuple[Seen, Settings, str, Read] | None = None

    def check(self, text: str, path: str) -> Checked:
        """The report on the text of a draft at `path`. Raises FactcheckError as a check does."""
        with self._lock:
            settings = load_settings(self._folder)
            decided = with_decisions(settings, (), path, None)
            return Checked(text, pipeline.check_text(text, path, self._sources(settings, path), settings=decided))

    def _sources(self, settings: Settings, draft: str) -> Read:
        paths = self._given or self._configured(settings)
        state = seen(paths)
        if self._read is None or self._read[:3] != (state, settings, draft):
            self._read = (state, settings, draft, pipeline.read_sources(paths, draft, settings=settings))
        return self._read[3]

    def _configured(self, settings: Settings) -> tuple[str, ...]:
        return tuple(str(self._folder / path) for path in settings.sources)
