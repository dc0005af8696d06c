"""Writes the golden files anew: `python -m tests.reporting.regenerate`, then read what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck.reporting import made, render
from tests.reporting.samples import CLEAN, DRAFTED, FULL

GOLDEN = Path(__file__).parent / "golden"

_MAKERS: Mapping[str, Callable[[], str | bytes]] = {
    "claimreview.jsonld": lambda: render(FULL, "claimreview"),
    "csv.csv": lambda: render(FULL, "csv"),
    "docx.docx": lambda: made(FULL, "docx"),
    "github.txt": lambda: render(FULL, "github"),
    "html.html": lambda: render(FULL, "html"),
    "html-draft.html": lambda: render(DRAFTED, "html"),
    "json.json": lambda: render(FULL, "json"),
    "junit.xml": lambda: render(FULL, "junit"),
    "markdown.md": lambda: render(FULL, "markdown"),
    "sarif.sarif": lambda: render(FULL, "sarif"),
    "terminal.txt": lambda: render(FULL, "terminal"),
    "terminal-40-columns.txt": lambda: render(FULL, "terminal", width=40),
    "terminal-color.txt": lambda: render(FULL, "terminal", color=True),
    "terminal-clean.txt": lambda: render(CLEAN, "terminal"),
}


def rendered() -> dict[str, bytes]:
    """Each golden file's name and what it must hold."""
    makers = {name: maker() for name, maker in _MAKERS.items()}
    return {name: text.encode() if isinstance(text, str) else text for name, text in makers.items()}


def main() -> None:
    """Write every golden file."""
    GOLDEN.mkdir(exist_ok=True)
    for name, data in rendered().items():
        (GOLDEN / name).write_bytes(data)


if __name__ == "__main__":
    main()
