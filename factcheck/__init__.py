"""factcheck: find the figures in sources and drafts and say where they disagree.

    from factcheck import check, extract, read
    report = check(["sources/"], draft="draft.md")
    figures = extract("Some 40,000 people marched on Sunday.", published=date(2024, 3, 4))

Importing this package loads nothing heavy; the models are loaded by the first call that needs them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck import model
from factcheck.model import *  # noqa: F403 - the types of model are the public types

if TYPE_CHECKING:
    from factcheck.config import Settings

__version__ = "0.1.0"
AnyPath = str | os.PathLike[str]
__all__ = [*model.__all__, "__version__", "check", "extract", "read"]  # noqa: PLE0604 - model.__all__ is strings


def check(
    sources: AnyPath | Iterable[AnyPath],
    draft: AnyPath | None = None,
    *,
    settings: Settings | None = None,
    workers: int | None = None,
) -> model.Report:
    """The report on files and folders of sources (one path or several), with a draft where there is one.

    What could not be read stands in `Report.skipped`. `workers` is the number of processes that work on it, over
    the setting; with 1, or none given, it is the calling one. The report is the same. Raises TypeError for what is no
    path, UsageError for an empty path, no path at all, and wrong settings or rules.
    """
    from factcheck import pipeline
    from factcheck.config import Settings, with_options
    from factcheck.errors import UsageError

    paths = _paths(sources)
    if not paths and draft is None:
        raise UsageError("nothing to check; name at least one file or folder")
    if workers is not None and workers < 1:
        raise UsageError(f"workers {workers}: give 1 or more")
    settings = with_options(settings or Settings(), workers=workers)
    return pipeline.check(paths, None if draft is None else _path(draft), settings=settings)


def extract(text: str, *, published: date | None = None) -> list[model.Figure]:
    """The figures of a text, in order. Without `published`, dates that depend on it stay partial.

    Raises TypeError where `text` is no str or `published` no date.
    """
    from factcheck import pipeline

    if not isinstance(text, str):
        raise TypeError(f"text: give a str, not {_type(text)}; read(path) reads a file")
    if not isinstance(published, date | None):
        raise TypeError(f"published: give a datetime.date, as date(2022, 2, 4), not {_type(published)}")
    return pipeline.extract(text, published=published.date() if isinstance(published, datetime) else published)


def read(path: AnyPath) -> model.Document | model.Skipped:
    """One file as a document, or why it could not be read. Raises TypeError for what is no path."""
    from factcheck import pipeline

    return pipeline.read(_path(path))


def _paths(given: object) -> list[str]:
    """One path, or each of several: a str is one path, not its letters."""
    if isinstance(given, Iterable) and not isinstance(given, str | bytes):
        return [_path(path) for path in given]
    return [_path(given)]


def _path(given: object) -> str:
    """The path as text. An empty one is refused: it would stand for the working folder."""
    path = os.fspath(given) if isinstance(given, str | os.PathLike) else None
    if not isinstance(path, str):
        raise TypeError(f"a path is a str or an os.PathLike of one, not {_type(given)}")
    if not path:
        from factcheck.errors import UsageError

        raise UsageError("a path is empty; name a file or folder")
    return path


def _type(given: object) -> str:
    return type(given).__name__
