"""Where a report is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a format may know of the place that shows it: columns, and whether ANSI styles work there."""

    width: int = 80
    color: bool = False
