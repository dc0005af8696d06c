"""What the workers of the tests of the pool run: each request says what is to become of it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from factcheck.scale.serving import serve


def answer(request: bytes) -> bytes:
    """The request in capitals with the number of the process; "die FILE" ends it once, "end" always.

    "touch FILE" makes one, "wait SECONDS" takes as long.
    """
    what, _, rest = request.decode().partition(" ")
    if what == "end":
        os._exit(1)
    if what == "die" and not Path(rest).exists():
        Path(rest).touch()
        os._exit(1)
    if what == "touch":
        Path(rest).touch()
    if what == "wait":
        time.sleep(float(rest))
    print("noise of a library")  # noqa: T201 - must not get between the answers
    return f"{what.upper()} {os.getpid()}".encode()


def version(file: str) -> bytes:
    """What tells this program from another: what stands in a file."""
    return Path(file).read_bytes()


def main() -> None:
    """The life of a worker."""
    serve(answer)
