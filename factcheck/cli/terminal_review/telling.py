"""What a review says of itself, in lines that are safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.inert import in_line
from factcheck.reporting.summary import counted
from factcheck.review.wording import said, where

if TYPE_CHECKING:
    from factcheck.model import Decision
    from factcheck.review import Entry, Loop


def standing(loop: Loop) -> str:
    """Which finding of how many is shown: "open: 2 of 3 with “storm”"."""
    shown = len(loop.walk.queue)
    words = _words(loop)
    place = f"{loop.walk.position or '-'} of {shown}" if shown else "none"
    return f"{loop.walk.sieve.state}: {place}{' with ' if words else ''}{words}"


def _words(loop: Loop) -> str:
    """The filter's words in quotes; "" where there are none."""
    words = in_line(" ".join(loop.walk.sieve.words.split()))
    return f"“{words}”" if words else ""


def past(loop: Loop, entry: Entry) -> str:
    """What somebody wrote down."""
    item = loop.desk.about(entry.fingerprint)
    what = where(item) if item else entry.message or "a finding that is no more there"
    if entry.verdict is None:
        return in_line(f"{entry.editor} took back what was decided of {what}")
    return in_line(f"{entry.editor}: {said(entry.verdict)} {what}{': ' if entry.reason else ''}{entry.reason}")


def decided(decision: Decision) -> str:
    """Who decided what, and why."""
    reason = f": {decision.reason}" if decision.reason else ""
    return in_line(f"{said(decision.verdict)} by {decision.editor}{reason}")


def spoken(loop: Loop) -> str:
    """Why no finding is shown."""
    done, of = loop.desk.progress()
    if not of:
        return "The check found nothing."
    if words := _words(loop):
        return f"Nothing passes the filter {words}; Escape clears it, a shows what else there is."
    if done == of:
        return "Everything is decided. r runs the check again, a shows what was decided, q quits."
    return "Nothing is decided yet; a shows what is open."


def changed(loop: Loop) -> Iterator[str]:
    """What a check that was run again shows."""
    changes, skipped = loop.changes, loop.desk.report.skipped
    if changes is None:
        return
    items = [loop.desk.about(finding.fingerprint) for finding in changes.new]
    new = [f"{i.finding.severity} {where(i)}: {i.statement or i.finding.message}" for i in items if i]
    gone = [f"{f.severity} [{f.rule}]: {f.statement or f.message}" for f in changes.gone]
    yield from _listed(f"New: {counted(len(new), 'finding')}", new)
    yield from _listed(f"Gone: {counted(len(gone), 'finding')}", gone)
    yield from _listed(f"Lapsed: {counted(len(changes.lapsed), 'decision')}", changes.lapsed)
    still = [where(i) for i in loop.desk.items() if i.decision and i.decision.verdict == "fixed"]
    if still:
        yield from _listed(f"Said to be fixed and still found: {counted(len(still), 'finding')}", still)
    if skipped:
        told = [f"{unread.path}: {unread.reason}" for unread in skipped]
        yield from _listed(f"Skipped: {counted(len(skipped), 'document')} not checked", told)


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield heading
    yield from (f"  {in_line(line)}" for line in lines)
