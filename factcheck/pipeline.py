"""The program on one page: documents -> figures -> claims -> findings -> report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import claims, documents, findings, reporting
from factcheck import figures as extraction
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Document, Dropped, Figure, Report, Rule, Shelf, Skipped, Steering
from factcheck.paths import is_folder
from factcheck.scale.memory import Memory
from factcheck.work.bench import Bench
from factcheck.work.places import cache_folder, limits
from factcheck.work.read import Read
from factcheck.work.run import Run, Said, Told

if TYPE_CHECKING:
    from factcheck.review import Desk

_TEXTS = (1, 8, 64)
"""Texts that are parsed at once: the first one alone, for it is waited for; the last number again and again."""


@dataclass(frozen=True, slots=True)
class FiguresFound:
    """What `factcheck figures` shows: figures, and dropped numbers with the id of their document."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    dropped: tuple[tuple[str, Dropped], ...]
    skipped: tuple[Skipped, ...]


def check(
    sources: Sequence[str],
    draft: str | None = None,
    *,
    settings: Settings | None = None,
    told: Told | None = None,
    said: Said | None = None,
    bench: Bench | None = None,
) -> Report:
    """The report on files and folders of sources, with a draft where there is one.

    The setting `workers` is how many processes work on it beside this one; with 1 it is this one that does.
    `said` hears what the cache could not do. `bench` is what several checks share.
    """
    settings = settings or Settings()
    if draft is not None and is_folder(Path(draft)):
        raise UsageError(f"{draft}: a draft is one file, this is a folder; name the file")
    with Run(settings, cache_folder(settings.cache), told, said, bench) as run:
        known = [file.rule for file in rules(settings.rules)]
        laid = findings.chosen(known, settings)
        return _reviewed(run, run.read(sources, draft), laid, known, settings)


def checks(jobs: Iterable[tuple[Sequence[str], str | None]], *, settings: Settings | None = None) -> Iterator[Report]:
    """The report on each pair of sources and draft, made when it is asked for; what several name is read once."""
    with Bench(Memory()) as bench:
        for sources, draft in jobs:
            yield check(sources, draft, settings=settings, bench=bench)


def read_sources(paths: Sequence[str], draft: str, *, settings: Settings | None = None) -> Read:
    """The sources of a draft, read once for many checks of it; the draft's own file is none of them."""
    settings = settings or Settings()
    read, skipped = documents.collect(paths, excluding=(draft,), limits=limits(settings)) if paths else ((), ())
    return Read.of_documents(read, settings.model, skipped)


def check_text(text: str, path: str, sources: Read, *, settings: Settings | None = None) -> Report:
    """The report on a draft's text, as it stands in an editor, against sources that were read before."""
    settings = settings or Settings()
    known = [file.rule for file in rules(settings.rules)]
    laid = findings.chosen(known, settings)
    written = documents.from_text(text, path=path, role="draft")
    draft = Read.of_documents([replace(written, id=f"d{len(sources.documents) + 1}")], settings.model)
    return _reviewed(Run(settings), sources.beside(draft), laid, known, settings)


def desk(sources: Sequence[str], draft: str | None, file: str, *, settings: Settings, told: Told | None = None) -> Desk:
    """A review of what `check` finds, decided in the database `file`, which is made where there is none."""
    from factcheck import review

    decided = settings.model_copy(update={"decisions": file})
    store = review.Store(Path(file))
    return review.Desk(store, lambda: review.whole(check(sources, draft, settings=decided, told=told), draft))


def rules(folder: str | None = None) -> tuple[findings.RuleFile, ...]:
    """The rules that a check with this folder of rules knows, each with its file; those not enabled too."""
    return findings.find_rules(Path(folder) if folder else None)


def try_rules(folder: str | None = None, *, settings: Settings | None = None) -> findings.Tried:
    """The rules of a folder (without one: the shipped rules) against the marked texts beside them."""
    used, known = settings or Settings(), rules(folder)
    mine = [file for file in known if folder is None or file.path.is_relative_to(folder)]

    def speak(passages: Sequence[findings.Passage], laid: Sequence[Rule]) -> list[str]:
        return [found.rule for found in rehearse(passages, laid, settings=used).findings]

    return findings.try_rules(mine, known, speak)


def rehearse(passages: Sequence[findings.Passage], laid: Sequence[Rule], *, settings: Settings | None = None) -> Report:
    """The report of some rules on texts that are in no file, as a marked text holds them; a draft comes last."""
    inorder = sorted(passages, key=lambda passage: passage.role == "draft")
    read = tuple(_document(passage, n) for n, passage in enumerate(inorder, start=1))
    used = settings or Settings()
    return _compared(Run(used), Read.of_documents(read, used.model), laid, used)


def why_not(report: Report, one: str, two: str) -> tuple[str, ...]:
    """What keeps two figures of a report, given by their ids, from being one claim."""
    return claims.why_not(report.figures, report.documents, one, two)


def explain(report: Report, claim: str) -> str:
    """A claim of a report, given by its id: what it says, how its figures stand, and why each is one of them."""
    from factcheck.reporting.explaining import explain as told

    return told(report, claim)


def figures(paths: Sequence[str], *, settings: Settings | None = None) -> FiguresFound:
    """Every figure of files and folders, and every number that is none."""
    settings = settings or Settings()
    read, skipped = documents.collect(paths, limits=limits(settings))
    extracted = extraction.extract(read, settings.model)
    dropped = tuple((d.id, none) for d, e in zip(read, extracted, strict=True) for none in e.dropped)
    found = tuple(f for e in extracted for f in e.figures)
    return FiguresFound(read, found, dropped, (*skipped, *extraction.unread(read, extracted)))


def extract(text: str, *, published: date | None = None) -> list[Figure]:
    """The figures of one text."""
    return next(extract_many([(text, published)]))


def extract_many(texts: Iterable[tuple[str, date | None]]) -> Iterator[list[Figure]]:
    """The figures of each text with its day of publication, as they come; few texts are drawn ahead."""
    waiting = iter(texts)
    for most in chain(_TEXTS, repeat(_TEXTS[-1])):
        read = [documents.from_text(text, published=published) for text, published in islice(waiting, most)]
        if not read:
            return
        yield from (list(extracted.figures) for extracted in extraction.extract(read))


def read(path: str) -> Document | Skipped:
    """One file, or why it could not be read."""
    found, skipped = documents.collect([path])
    return found[0] if found else next(s for s in skipped if not s.checked)


def render(
    report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False
) -> str | bytes:
    """The report in one of the formats of `reporting/formats/`; bytes where it is a file that is no text."""
    return reporting.made(report, format_name, reporting.Page(width, color, everything))


def in_pieces(
    report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False
) -> Iterable[str] | bytes:
    """The same, a text piece by piece, of which the terminal's are made when they are asked for."""
    return reporting.in_pieces(report, format_name, reporting.Page(width, color, everything))


def _document(passage: findings.Passage, n: int) -> Document:
    known = documents.from_text(
        passage.text,
        path=f"{n}.md",
        role=passage.role,
        published=passage.published,
        outlet=passage.outlet or None,
    )
    return replace(known, id=f"d{n}")


def _reviewed(run: Run, read: Read, laid: Sequence[Rule], known: Sequence[Rule], settings: Settings) -> Report:
    """The report with what editors decided before, which steers what is compared and settles what is found."""
    if not settings.decisions:
        return _settled(_compared(run, read, laid, settings), known, settings)
    from factcheck import review  # a database, which most checks do without

    decided = review.load(settings.decisions)
    again = review.Known(read.figures, read.documents)
    steering = review.steering(decided, again)
    report = _settled(_compared(run, read, laid, settings, steering), known, settings)
    held = review.laid(decided, report, again)
    return replace(
        report,
        notices=(*report.notices, *findings.wanted(held.notices, settings)),
        decisions=tuple(held.decisions[f.id] for f in report.findings if f.id in held.decisions),
    )


def _compared(
    run: Run, read: Read, laid: Sequence[Rule], settings: Settings, steering: Steering | None = None
) -> Report:
    """The report on documents whose figures are known."""
    found = run.compared(read, laid, steering or Steering())
    figures = read.figures.beside(found.spoken) if isinstance(read.figures, Shelf) else read.figures
    return Report(
        read.documents,
        figures,
        found.claims,
        found.findings,
        read.skipped,
        settings=settings.shown(),
        rules=tuple(laid),
        supports=found.supports,
    )


def _settled(report: Report, known: Sequence[Rule], settings: Settings) -> Report:
    """The report with what settles its findings, and what settles none."""
    kept = findings.outside_of_ignored_paths(report.findings, report.figures, report.documents, settings)
    ids = tuple(rule.id for rule in known)
    run = findings.Run(kept, report.figures, report.documents, report.rules, ids)
    suppressions, notices = findings.settled(run, settings)
    return replace(report, findings=kept, suppressions=suppressions, notices=notices)
