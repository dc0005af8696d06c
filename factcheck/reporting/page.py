"""Where a report is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a format may know of the place that shows it: columns, and whether ANSI styles work there.

    `everything` asks for the rows that a screen is usually spared.
    """

    width: int = 80
    color: bool = False
    everything: bool = False
