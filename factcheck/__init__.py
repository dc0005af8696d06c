"""factcheck: find the figures in sources and drafts and say where they disagree.

    from factcheck import check, extract, read
    report = check(["sources/"], draft="draft.md")
    figures = extract("Some 40,000 people marched on Sunday.", published=date(2024, 3, 4))

Of many texts or checks the results come one by one: `extract_many`, `checks`.

Importing this package loads nothing heavy; the models are loaded by the first call that needs them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, overload

from factcheck import model
from factcheck.model import *  # noqa: F403 - the types of model are the public types

if TYPE_CHECKING:
    from factcheck.config import Settings

__version__ = "0.1.0"
AnyPath = str | os.PathLike[str]
Job = tuple[AnyPath | Iterable[AnyPath], AnyPath | None]
"""What is to be checked: sources, as `check` takes them, and a draft or None."""
Dated = tuple[str, date | None]
"""A text and the day on which it was published."""
_FUNCTIONS = ("check", "checks", "extract", "extract_many", "read")
__all__ = [*model.__all__, "__version__", *_FUNCTIONS]  # noqa: PLE0604 - they are strings


def check(
    sources: AnyPath | Iterable[AnyPath],
    draft: AnyPath | None = None,
    *,
    settings: Settings | None = None,
    workers: int | None = None,
) -> model.Report:
    """The report on files and folders of sources (one path or several), with a draft where there is one.

    Paths may come from an iterator. What could not be read stands in `Report.skipped`. `workers` is the number of
    processes that work on it, over the setting; with 1, or none given, it is the calling one. The report is the same.
    Raises TypeError for what is no path, UsageError for an empty path, no path at all, and wrong settings or rules.
    """
    from factcheck import pipeline

    paths, drafted = _job((sources, draft))
    return pipeline.check(paths, drafted, settings=_settings(settings, workers))


def checks(
    jobs: Iterable[Job], *, settings: Settings | None = None, workers: int | None = None
) -> Iterator[model.Report]:
    """The report on each pair of sources and draft (None: without one), in order.

    A pair is drawn when its report is asked for. The models are loaded once, and a file that several checks name is
    read once. What they hold is let go with the last report, or by the iterator's `close()`. Raises as `check` does:
    for `workers` at once, for a pair when its report is asked for.
    """
    from factcheck import pipeline

    return pipeline.checks(map(_job, jobs), settings=_settings(settings, workers))


@overload
def extract(text: str, *, published: date | None = None) -> list[model.Figure]: ...  # type: ignore[overload-overlap]
@overload
def extract(text: Iterable[str | Dated], *, published: date | None = None) -> Iterator[list[model.Figure]]: ...
def extract(
    text: str | Iterable[str | Dated], *, published: date | None = None
) -> list[model.Figure] | Iterator[list[model.Figure]]:
    """The figures of a text, in order; of several texts as `extract_many` gives them.

    Without `published`, dates that depend on it stay partial. Raises TypeError where `text` is neither a str nor
    several, or `published` no date.
    """
    from factcheck import pipeline

    if isinstance(text, str):
        return pipeline.extract(text, published=_day(published))
    return extract_many(text, published=published)


def extract_many(texts: Iterable[str | Dated], *, published: date | None = None) -> Iterator[list[model.Figure]]:
    """The figures of each text, in order, as they come: those that `extract` gives for each.

    A text may be a pair with its own day, which counts instead of `published`. Texts are parsed together, so up to 64
    are drawn at once, the first alone. Raises TypeError: for `published` at once, for a text when it is drawn.
    """
    from factcheck import pipeline

    _refuse_one(texts)
    day = _day(published)
    return pipeline.extract_many(_dated(text, day) for text in texts)


def read(path: AnyPath) -> model.Document | model.Skipped:
    """One file as a document, or why it could not be read. Raises TypeError for what is no path."""
    from factcheck import pipeline

    return pipeline.read(_path(path))


def _settings(given: Settings | None, workers: int | None) -> Settings:
    from factcheck.config import Settings, with_options
    from factcheck.errors import UsageError

    if workers is not None and workers < 1:
        raise UsageError(f"workers {workers}: give 1 or more")
    return with_options(given or Settings(), workers=workers)


def _job(given: object) -> tuple[list[str], str | None]:
    from factcheck.errors import UsageError

    if not (isinstance(given, tuple) and len(given) == 2):
        raise TypeError(f"a check is a pair of sources and a draft, (sources, None) without one, not {given!r}")
    paths, draft = _paths(given[0]), None if given[1] is None else _path(given[1])
    if not paths and draft is None:
        raise UsageError("nothing to check; name at least one file or folder")
    return paths, draft


def _refuse_one(texts: object) -> None:
    """A str is one text, not its letters."""
    if isinstance(texts, str):
        raise TypeError("texts: give several, as in [text]; extract(text) is for one")
    if isinstance(texts, bytes) or not isinstance(texts, Iterable):
        raise TypeError(f"text: give a str, not {_type(texts)}; read(path) reads a file")


def _dated(given: object, published: date | None) -> tuple[str, date | None]:
    """A text and its day: its own, or else the one of all."""
    text, day = given if isinstance(given, tuple) and len(given) == 2 else (given, published)
    if not isinstance(text, str):
        raise TypeError(f"text: give a str, or a pair of one and its date, not {_type(text)}")
    return text, _day(day)


def _day(given: object) -> date | None:
    if not isinstance(given, date | None):
        raise TypeError(f"published: give a datetime.date, as date(2022, 2, 4), not {_type(given)}")
    return given.date() if isinstance(given, datetime) else given


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
