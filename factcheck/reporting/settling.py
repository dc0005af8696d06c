"""What settles a finding, in words."""

from __future__ import annotations

from factcheck.model import Decision, Suppression
from factcheck.reporting.evidence import in_line


def decided(decision: Decision) -> str:
    """What an editor decided."""
    fixed = decision.verdict == "fixed"
    verdict = "said to be fixed" if fixed else decision.verdict.replace("_", " ")
    reason = f": {in_line(decision.reason)}" if decision.reason else ""
    return f"{verdict} by {in_line(decision.editor)}{reason}{', but it is still found' if fixed else ''}"


def suppressed(suppression: Suppression) -> str:
    """Where it stands that a finding is settled, and why."""
    where = "in the baseline" if suppression.by == "baseline" else f"ignored at {in_line(suppression.place)}"
    return f"{where}: {in_line(suppression.reason)}" if suppression.reason else where
