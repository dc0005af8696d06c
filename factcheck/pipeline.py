"""The program on one page: documents -> figures -> claims -> findings -> report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck import claims, documents, findings, reporting
from factcheck import figures as extraction
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Document, Dropped, Figure, Report, Skipped
from factcheck.paths import is_folder


@dataclass(frozen=True, slots=True)
class FiguresFound:
    """What `factcheck figures` shows: figures, and dropped numbers with the id of their document."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    dropped: tuple[tuple[str, Dropped], ...]
    skipped: tuple[Skipped, ...]


def check(sources: Sequence[str], draft: str | None = None, *, settings: Settings | None = None) -> Report:
    """The report on files and folders of sources, with a draft where there is one."""
    settings = settings or Settings()
    rules = findings.load_rules(Path(settings.rules) if settings.rules else None)
    read, skipped = _read(sources, draft, settings)
    found = [f for e in extraction.extract(read, settings.model) for f in e.figures]
    studied = claims.study(found, read)
    judged = findings.judge(studied.claims, found, read, rules, studied.supports)
    return Report(
        read,
        tuple(found),
        studied.claims,
        judged,
        skipped,
        settings=settings.shown(),
        rules=rules,
        supports=studied.supports,
    )


def why_not(report: Report, one: str, two: str) -> tuple[str, ...]:
    """What keeps two figures of a report, given by their ids, from being one claim."""
    return claims.why_not(report.figures, report.documents, one, two)


def explain(report: Report, claim: str) -> str:
    """A claim of a report, given by its id: what it says, how its figures stand, and why each is one of them."""
    return reporting.explain(report, claim)


def figures(paths: Sequence[str], *, settings: Settings | None = None) -> FiguresFound:
    """Every figure of files and folders, and every number that is none."""
    settings = settings or Settings()
    read, skipped = _read(paths, None, settings)
    extracted = extraction.extract(read, settings.model)
    dropped = tuple((d.id, none) for d, e in zip(read, extracted, strict=True) for none in e.dropped)
    return FiguresFound(read, tuple(f for e in extracted for f in e.figures), dropped, skipped)


def extract(text: str, *, published: date | None = None) -> list[Figure]:
    """The figures of one text."""
    document = documents.from_text(text, published=published)
    return list(extraction.extract([document])[0].figures)


def read(path: str) -> Document | Skipped:
    """One file, or why it could not be read."""
    found, skipped = documents.collect([path])
    return found[0] if found else next(s for s in skipped if not s.checked)


def render(report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False) -> str:
    """The report in one of the formats of `reporting/formats/`."""
    return reporting.render(report, format_name, width=width, color=color, everything=everything)


def _read(
    sources: Sequence[str], draft: str | None, settings: Settings
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    if draft is not None and is_folder(Path(draft)):
        raise UsageError(f"{draft}: a draft is one file, this is a folder; name the file")
    excluding = () if draft is None else (draft,)  # a draft among the sources would support itself
    read, skipped = documents.collect(sources, max_bytes=settings.max_bytes, excluding=excluding)
    if draft is None:
        return read, skipped
    drafts, unread = documents.collect([draft], role="draft", start=len(read) + 1, max_bytes=settings.max_bytes)
    return (*read, *drafts), (*skipped, *unread)
