"""The counts and the one sentence that a report starts with."""

from __future__ import annotations

from collections import Counter
from typing import cast

from factcheck.model import SEVERITIES, Report, Severity
from factcheck.reporting.evidence import in_line

_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "info finding"}


def counted(n: int, noun: str) -> str:
    """A number with its noun: "1 document", "1,214 words"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def counts(report: Report) -> tuple[str, ...]:
    """How much was read and compared: documents, words, figures, claims."""
    summary = cast("dict[str, int]", report.summary())
    return tuple(counted(summary[f"{noun}s"], noun) for noun in ("document", "word", "figure", "claim"))


def verdict(report: Report) -> str:
    """What a reader in a hurry needs: how much there is to settle, or that nothing was found or checked."""
    if not report.documents:
        return "Nothing was checked."
    standing = report.standing()
    settled = len(report.findings) - len(standing)
    if not report.findings:
        compared = f"{counted(len(report.figures), 'figure')}, {counted(len(report.claims), 'claim')} compared"
        return f"No discrepancies: {compared}."
    if not standing:
        return f"Nothing to settle: {counted(settled, 'finding')} settled."
    tally = Counter(f.severity for f in standing)
    *others, last = [counted(tally[s], _NOUNS[s]) for s in SEVERITIES if tally[s]]
    told = f"{', '.join(others)} and {last}" if others else last
    return f"{told}; {settled} more settled." if settled else f"{told}."


def coverage(report: Report) -> str | None:
    """How the draft's figures came out, in a sentence; None without a draft."""
    tally = {outcome: n for outcome, n in report.coverage().items() if n}
    if not tally:
        return None
    told = ", ".join(f"{n} {outcome}" for outcome, n in tally.items())
    return f"Draft: {counted(sum(tally.values()), 'figure')} ({told})"


def undated(report: Report) -> str | None:
    """The documents that have no publication date, in a sentence; None where all have one."""
    paths = [in_line(d.path) for d in report.documents if d.published is None]
    if not paths:
        return None
    has = "has" if len(paths) == 1 else "have"
    return f"{counted(len(paths), 'document')} {has} no publication date: {', '.join(paths)}"
