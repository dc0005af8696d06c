"""Whether a check holds what is to be reviewed."""

from __future__ import annotations

from factcheck.errors import UnreadableError
from factcheck.model import Report


def whole(report: Report, draft: str | None) -> Report:
    """The report, where the draft was read, or, without one, anything at all.

    UnreadableError where it was not: all findings would seem to be gone.
    """
    if any(draft is None or document.role == "draft" for document in report.documents):
        return report
    unread = next((s for s in report.skipped if not s.checked and draft in (None, s.path)), None)
    raise UnreadableError(f"{unread.path}: {unread.reason}" if unread else "nothing was read; name files or folders")
