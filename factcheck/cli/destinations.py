"""Where a report goes that is named without its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck import paths
from factcheck.cli.outputs import STREAM

_SCREEN = ("terminal", "github")
"""What is made for a screen, or for a log that reads it there."""
_FILES = ("docx",)
"""What is no text."""
_REPORTS = Path("reports")

SHOWN = ("terminal",)
"""The formats where none is named, and where a folder is."""
FILED = ("terminal", "html", "json")


def destinations(names: Sequence[str], output: str | None, checked: str) -> dict[str, Path | None]:
    """For each format its file in the folder `output`; None for standard output, as for all where there is no folder.

    What is no text goes to `reports/NAME/` without one, by the name of what is `checked`.
    """
    return {name: _file(name, output, checked) for name in names}


def _file(name: str, output: str | None, checked: str) -> Path | None:
    from factcheck import reporting

    if name in _SCREEN or (output is None and name not in _FILES):
        return None
    folder = Path(output) if output is not None else _REPORTS / _name(checked)
    return folder / f"report{reporting.suffix(name)}"


def _name(checked: str) -> str:
    return "input" if checked == STREAM else Path(paths.real(checked)).stem or "input"
