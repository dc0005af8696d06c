"""Whether a report lets a gate pass, and what is said of it on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.arguments import are_there, known_settings, only, refuse_empty
from factcheck.cli.outputs import Output, say
from factcheck.errors import UsageError
from factcheck.paths import is_file

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model import Report, Skipped

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
) -> Settings:
    """The settings of the working folder under what was given on the command line."""
    from factcheck import config

    rules, baseline = only("--rules", folders), only("--baseline", baselines)
    refuse_empty([value for value in (rules, baseline, *(select or ()), *(ignore or ())) if value is not None])
    if no_baseline and baseline:
        raise UsageError("--baseline and --no-baseline are both given; give one")
    given = {"fail_on": fail_on, "rules": rules, "select": select or None, "ignore": ignore or None}
    settings = config.with_options(known_settings(), baseline=baseline, output=output, **given)
    if no_baseline:
        return settings.model_copy(update={"baseline": None})
    if settings.baseline is None and is_file(Path(config.BASELINE_FILE)):
        return settings.model_copy(update={"baseline": config.BASELINE_FILE})
    return settings


def status(report: Report, settings: Settings, named: Sequence[str], *, drafted: bool, allow_skipped: bool) -> int:
    """The exit status of a check that was given some paths and, where `drafted`, a draft."""
    has_draft = not drafted or any(document.role == "draft" for document in report.documents)
    allowed = allow_skipped and has_draft and report.documents and are_there(named)
    return UNREAD if report.skipped and not allowed else FOUND if fails(report, settings) else CLEAN


def fails(report: Report, settings: Settings) -> bool:
    """Whether a finding or notice stands, that nothing settles, of the severity that fails where it stands."""
    from factcheck.config import reaches

    paths = {document.id: document.path for document in report.documents}
    of = {figure.id: paths[figure.document] for figure in report.figures}
    found = any(reaches(f.severity, settings.fail_on_in(of[f.primary])) for f in report.standing())
    return found or any(reaches(n.severity, settings.fail_on) for n in report.notices)


def say_where(report: Report, outputs: Sequence[Output]) -> None:
    """The verdict and its files, where nothing was printed that says it."""
    from factcheck.reporting.summary import verdict

    files = [str(output.file) for output in outputs if output.file]
    if len(files) == len(outputs):
        say(f"{verdict(report)} The report is in {' and '.join(files)}.")


def say_lone_draft(report: Report) -> None:
    """A draft is no source of its own: where nothing else was named, it meets no source."""
    read = all(unread.checked for unread in report.skipped)
    if read and report.documents and all(d.role == "draft" for d in report.documents):
        say(f"{report.documents[0].path}: is checked against itself; no other document was given to check it against")


def say_notices(report: Report) -> None:
    """What settles nothing."""
    for notice in report.notices:
        say(f"{notice.place}: {notice.message} [{notice.rule}]")


def say_skipped(skipped: Iterable[Skipped]) -> None:
    """What was not read."""
    for unread in skipped:
        say(f"{'' if unread.checked else 'skipped '}{unread.path}: {unread.reason}")


def say_what_was_done(report: Report, settings: Settings) -> None:
    """What a run read, by which reader, and what it asked."""
    from factcheck import config, documents
    from factcheck.reporting.summary import counted

    say(f"settings: {config.source(Path.cwd()) or 'none but the defaults'}")
    held = Counter(figure.document for figure in report.figures)
    for document in report.documents:
        told = (document.role, documents.reader_name(document.path), counted(len(document.text.split()), "word"))
        day = document.published.isoformat() if document.published else "no date"
        say(f"read {document.path}: {', '.join((*told, counted(held[document.id], 'figure'), day))}")
    say(f"asked {counted(len(report.rules), 'rule')}; baseline: {settings.baseline or 'none'}")
