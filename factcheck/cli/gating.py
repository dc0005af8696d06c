"""Whether a report lets a gate pass, and what is said of it on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.arguments import are_there, known_settings, only, refuse_empty
from factcheck.cli.outputs import Output
from factcheck.errors import UsageError
from factcheck.model import by_id
from factcheck.paths import BASELINE_FILE, is_file
from factcheck.work.places import cores, scheduler

if TYPE_CHECKING:
    from factcheck.config import FailOn, Settings
    from factcheck.model import Finding, Report, Skipped

CLEAN, FOUND, WRONG_USE, UNREAD, INTERRUPTED = 0, 1, 2, 3, 130


def settings_of(
    *,
    fail_on: str | None = None,
    folders: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    baselines: Sequence[str] | None = None,
    no_baseline: bool = False,
    output: str | None = None,
    workers: int | None = None,
    memory: int | None = None,
    engines: Sequence[str] | None = None,
    schedulers: Sequence[str] | None = None,
    caches: Sequence[str] | None = None,
    no_cache: bool = False,
) -> Settings:
    """The settings of the working folder under what was given on the command line."""
    from factcheck import config

    rules, baseline, cache = only("--rules", folders), only("--baseline", baselines), only("--cache", caches)
    refuse_empty([value for value in (rules, baseline, cache, *(select or ()), *(ignore or ())) if value is not None])
    _refuse_both("baseline", baseline, refused=no_baseline)
    _refuse_both("cache", cache, refused=no_cache)
    given = {"fail_on": fail_on, "rules": rules, "select": select or None, "ignore": ignore or None}
    places = {"baseline": baseline, "output": output, "cache": cache}
    numbers = {"workers": workers, "memory": memory}
    settings = _at_work(config.with_options(known_settings(), **given, **places, **numbers), engines, schedulers)
    found = BASELINE_FILE if is_file(Path(BASELINE_FILE)) else None
    return settings.model_copy(
        update={
            "baseline": None if no_baseline else settings.baseline or found,
            "cache": None if no_cache else settings.cache,
            "workers": settings.workers or cores(),
        }
    )


def _at_work(settings: Settings, engines: Sequence[str] | None, schedulers: Sequence[str] | None) -> Settings:
    """The settings with who is to work. UsageError for an engine without its address, and the other way."""
    from factcheck import config

    engine, address = only("--engine", engines), only("--scheduler", schedulers)
    refuse_empty([] if address is None else [address])
    if engine == "processes" and address is None:
        settings = settings.model_copy(update={"scheduler": None})  # that of the settings is for another engine
    asked = config.with_options(settings, engine=engine, scheduler=address)
    scheduler(asked)
    return asked


def _refuse_both(name: str, given: str | None, *, refused: bool) -> None:
    if given and refused:
        raise UsageError(f"--{name} and --no-{name} are both given; give one")


def status(report: Report, settings: Settings, named: Sequence[str], *, drafted: bool, allow_skipped: bool) -> int:
    """The exit status of a check that was given some paths and, where `drafted`, a draft."""
    has_draft = not drafted or any(document.role == "draft" for document in report.documents)
    allowed = allow_skipped and has_draft and report.documents and are_there(named)
    return UNREAD if report.skipped and not allowed else FOUND if fails(report, settings) else CLEAN


def fails(report: Report, settings: Settings) -> bool:
    """Whether a finding or notice stands, that nothing settles, of the severity that fails where it stands."""
    from factcheck.config import reaches

    documents, figures = by_id(report.documents), by_id(report.figures)

    def level(finding: Finding) -> FailOn:
        return settings.fail_on_in(documents[figures[finding.primary].document].path)

    found = any(reaches(f.severity, level(f)) for f in report.standing())
    return found or any(reaches(n.severity, settings.fail_on) for n in report.notices)


def told(report: Report, outputs: Sequence[Output]) -> Iterator[str]:
    """What is said of a check beside its reports."""
    yield from _where(report, outputs)
    yield from beside(report)


def beside(report: Report) -> Iterator[str]:
    """What no report says, or says far from where one looks."""
    yield from _lone_draft(report)
    yield from _notices(report)
    yield from skipped(report.skipped)


def _where(report: Report, outputs: Sequence[Output]) -> Iterator[str]:
    """The verdict and its files, where nothing was printed that says it."""
    from factcheck.reporting.summary import verdict

    files = [str(output.file) for output in outputs if output.file]
    if len(files) == len(outputs):
        yield f"{verdict(report)} The report is in {' and '.join(files)}."


def _lone_draft(report: Report) -> Iterator[str]:
    """A draft is no source of its own: where nothing else was named, it meets no source."""
    read = all(unread.checked for unread in report.skipped)
    if read and report.documents and all(d.role == "draft" for d in report.documents):
        yield f"{report.documents[0].path}: is checked against itself; no other document was given to check it against"


def _notices(report: Report) -> Iterator[str]:
    """What settles nothing."""
    for notice in report.notices:
        yield f"{notice.place}: {notice.message} [{notice.rule}]"


def skipped(unread: Iterable[Skipped]) -> Iterator[str]:
    """What was not read."""
    for one in unread:
        yield f"{'' if one.checked else 'skipped '}{one.path}: {one.reason}"


def what_was_done(report: Report, settings: Settings) -> Iterator[str]:
    """What a run read, by which reader, and what it asked."""
    from factcheck import config, documents
    from factcheck.reporting.summary import counted

    yield f"settings: {config.source(Path.cwd()) or 'none but the defaults'}"
    held = Counter(figure.document for figure in report.figures)
    for document in report.documents:
        told = (document.role, documents.reader_name(document.path), counted(len(document.text.split()), "word"))
        day = document.published.isoformat() if document.published else "no date"
        yield f"read {document.path}: {', '.join((*told, counted(held[document.id], 'figure'), day))}"
    yield f"asked {counted(len(report.rules), 'rule')}; baseline: {settings.baseline or 'none'}"
