"""Writes the golden files anew: `python -m tests.reporting.regenerate`, then read what changed."""

from __future__ import annotations

from pathlib import Path

from factcheck.reporting import render
from tests.reporting.samples import CLEAN, DRAFTED, FULL

GOLDEN = Path(__file__).parent / "golden"


def rendered() -> dict[str, str]:
    """Each golden file's name and what it must hold."""
    return {
        "html.html": render(FULL, "html"),
        "html-draft.html": render(DRAFTED, "html"),
        "json.json": render(FULL, "json"),
        "terminal.txt": render(FULL, "terminal"),
        "terminal-40-columns.txt": render(FULL, "terminal", width=40),
        "terminal-color.txt": render(FULL, "terminal", color=True),
        "terminal-clean.txt": render(CLEAN, "terminal"),
    }


def main() -> None:
    """Write every golden file."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in rendered().items():
        (GOLDEN / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
