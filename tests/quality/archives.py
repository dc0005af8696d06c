"""An archive in files: documents of about a thousand words, each of an event of its own, no two alike.

usage: python -m tests.quality.archives DOCUMENTS FOLDER

Each document holds the texts of one bundle of `varied`, one after the other, with places that are no other's, and a
manifest dates them. The same number gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from tests.quality import varied

_FENCE = "---\n"


def texts(seed: int = 0) -> Iterator[tuple[str, str]]:
    """The text and the day of one document after the other, without end."""
    for made, _ in varied.bundles(seed, alone=True):
        day = next(document.published for document in made if document.published)
        yield "\n\n".join(_body(document.text).strip() for document in made) + "\n", day.isoformat()


def _body(text: str) -> str:
    """The text without its front matter."""
    return text.split(_FENCE, maxsplit=2)[2] if text.startswith(_FENCE) else text


def write(size: int, folder: Path, seed: int = 0) -> None:
    """Write so many documents and their manifest into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for n, (text, day) in enumerate(islice(texts(seed), size)):
        name = f"{n:06}.txt"
        (folder / name).write_text(text, encoding="utf-8")
        entries.append({"document": name, "published": day, "outlet": f"Outlet {n}"})
    (folder / "sources.json").write_text(json.dumps({"documents": entries}), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """The exit status: 2 for wrong usage."""
    if len(arguments) != 2 or not arguments[0].isdecimal():
        sys.stderr.write(f"{__doc__}\n")
        return 2
    write(int(arguments[0]), Path(arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
