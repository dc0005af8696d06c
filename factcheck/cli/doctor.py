"""`factcheck doctor`: whether everything that a check needs is there, and what to do where it is not. No network."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck import __version__
from factcheck.cli import gating
from factcheck.cli.listing import aligned
from factcheck.cli.outputs import columns, show
from factcheck.errors import FactcheckError, UsageError
from factcheck.paths import is_file, is_folder

if TYPE_CHECKING:
    from factcheck.config import Settings

_LIBRARIES = ("spacy", "quantulum3", "pint", "pydantic", "rich", "ruamel.yaml", "google-re2", "typer")
_READERS = {
    "html": ("lxml", "trafilatura", "htmldate"),
    "pdf": ("pypdfium2", "pdfplumber"),
    "docx": ("python-docx",),
    "odt": ("lxml",),
    "workbook": ("openpyxl",),
    "feed": ("feedparser",),
    "web_archive": ("warcio",),
}
_INSTALL = "install factcheck-figures anew"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was looked at. `status` is the exit status that it asks for, 0 where it is well."""

    what: str
    found: str
    status: int = gating.CLEAN


def doctor() -> None:
    """Say whether everything is there that a check needs, and how to get what is missing.

    Ends with 0 where all is well, with 2 where settings, rules or the baseline are wrong, with 3 where something is
    missing that a check needs.
    """
    lines = list(_lines())
    rows = [("ok" if line.status == gating.CLEAN else "WRONG", line.what, line.found) for line in lines]
    show(aligned(rows, columns()))
    raise typer.Exit(max(line.status for line in lines))


def _lines() -> Iterator[Line]:
    yield Line("factcheck", __version__)
    yield Line("python", f"{sys.version.split()[0]} ({sys.executable})")
    yield from (_library(name) for name in _LIBRARIES)
    try:
        settings = gating.settings_of()
    except UsageError as error:
        yield Line("settings", str(error), error.exit_code)
        return
    yield from _settings(settings)
    yield _model(settings.model)
    yield from _readers()
    yield from _asked(settings)
    yield _folder("reports", settings.output)
    yield _cache(settings.cache)
    yield _engine(settings)
    yield Line("browser", "not needed: a report in HTML is a file")


def _library(name: str) -> Line:
    try:
        return Line(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Line(name, f"missing; {_INSTALL}", gating.UNREAD)


def _settings(settings: Settings) -> Iterator[Line]:
    from factcheck import config

    yield Line("settings", config.source(Path.cwd()) or "the defaults; `factcheck init` writes a file of them")
    limits = settings.model_dump(include={name for name in type(settings).model_fields if name.startswith("max_")})
    yield Line("limits", ", ".join(f"{name} = {value}" for name, value in limits.items()))
    for source in settings.sources:
        there = Path(source).exists()
        yield Line(
            "sources", source if there else f"{source}: no such file or folder", 0 if there else gating.WRONG_USE
        )


def _model(name: str) -> Line:
    if find_spec(name) is None:
        told = f"{name}: not installed; python -m pip install {name.replace('_', '-')}, or change the setting `model`"
        return Line("model", told, gating.UNREAD)
    try:
        return Line("model", f"{name} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        return Line("model", name)


def _readers() -> Iterator[Line]:
    from factcheck import plugins

    for name in plugins.names("factcheck.documents.readers"):
        needed = _READERS.get(name, ())
        missing = [package for package in needed if _library(package).status]
        if missing:
            yield Line(f"reader {name}", f"{', '.join(missing)} missing; {_INSTALL}", gating.UNREAD)
        else:
            yield Line(f"reader {name}", f"with {', '.join(needed)}" if needed else "needs nothing else")


def _asked(settings: Settings) -> Iterator[Line]:
    """The rules that a check asks, and the baseline."""
    from factcheck import findings, pipeline
    from factcheck.findings import baseline

    try:
        known = [file.rule for file in pipeline.rules(settings.rules)]
        yield Line("rules", f"{len(findings.chosen(known, settings))} of {len(known)} asked")
        if settings.baseline:
            yield Line("baseline", f"{settings.baseline}: {len(baseline.load(settings.baseline))} findings")
    except FactcheckError as error:
        yield Line("rules", str(error).splitlines()[0], error.exit_code)


def _cache(named: str | None) -> Line:
    from factcheck.scale.cache import FILE
    from factcheck.work.places import cache_folder

    folder = cache_folder(named)
    if folder is None:
        return Line("cache", "nothing is remembered; --cache DIR, or the setting `cache`, changes that")
    file = folder / FILE
    held = f", {file.stat().st_size / 1e6:,.0f} MB" if is_file(file) else ""
    found = _folder("cache", str(folder))
    return Line("cache", found.found + held, found.status)


def _engine(settings: Settings) -> Line:
    if settings.engine != "dask":
        return Line("engine", f"processes of this machine: {settings.workers}")
    if find_spec("distributed") is None:
        told = "dask: not installed; pip install 'factcheck-figures[dask]', or change the setting `engine`"
        return Line("engine", told, gating.UNREAD)
    return Line("engine", f"dask, by the scheduler {settings.scheduler}")


def _folder(what: str, named: str | None) -> Line:
    folder = Path(named or ".")
    if is_file(folder):
        return Line(what, f"{folder}: is a file, not a folder; name another", gating.UNREAD)
    while not is_folder(folder) and folder != folder.parent:
        folder = folder.parent  # what is missing is made
    if not os.access(folder, os.W_OK):
        return Line(what, f"{folder}: cannot be written to; check its permissions", gating.UNREAD)
    return Line(what, f"{folder}: can be written to")
