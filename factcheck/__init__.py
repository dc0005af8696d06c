"""factcheck: find the figures in sources and drafts and say where they disagree.

    from factcheck import check, extract, read
    report = check(["sources/"], draft="draft.md")
    figures = extract("Some 40,000 people marched on Sunday.", published=date(2024, 3, 4))

Importing this package loads nothing heavy; the models are loaded by the first call that needs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck import model
from factcheck.model import *  # noqa: F403 - the types of model are the public types

if TYPE_CHECKING:
    from factcheck.config import Settings

__version__ = "0.1.0"
__all__ = [*model.__all__, "__version__", "check", "extract", "read"]  # noqa: PLE0604 - model.__all__ is strings


def check(
    sources: Sequence[str], draft: str | None = None, *, settings: Settings | None = None, workers: int = 1
) -> model.Report:
    """The report on files and folders of sources, with a draft where there is one.

    What could not be read stands in `Report.skipped`. `workers` is the number of processes; this
    version works in the calling one. Raises UsageError for wrong settings or rules.
    """
    from factcheck import pipeline

    if workers < 1:
        from factcheck.errors import UsageError

        raise UsageError(f"workers {workers}: give 1 or more")
    return pipeline.check(sources, draft, settings=settings)


def extract(text: str, *, published: date | None = None) -> list[model.Figure]:
    """The figures of a text, in order. Without `published`, dates that depend on it stay partial."""
    from factcheck import pipeline

    return pipeline.extract(text, published=published)


def read(path: str) -> model.Document | model.Skipped:
    """One file as a document, or why it could not be read."""
    from factcheck import pipeline

    return pipeline.read(path)
