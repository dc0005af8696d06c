"""A review at a real pseudo-terminal: the program in a process of its own, keys in, a screen out.

As a program (`python -m tests.review.sitting REPORT FOLDER`) it is that process: it reviews one of `REPORTS`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from factcheck.cli import terminal_review
from factcheck.model import Report
from factcheck.review import Desk, Loop, Store
from tests.reporting.samples import CLEAN, FULL, hostile, many

ESCAPES = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202e\x1b[?1049l\x1bc\r\x08\x7f[bold]"
REPORTS = {"full": FULL, "clean": CLEAN, "many": many(60), "hostile": hostile(ESCAPES)}
TEMPLATES = ("rounded on purpose", "another period", ESCAPES)
PATIENCE = 60.0
"""Seconds after which what was waited for will not come."""

_OUTPUT = re.compile(
    r"\x1b\[(?P<row>\d+);1H|(?P<line>\x1b\[2K)|(?P<all>\x1b\[2J)|\x1b\[\?(?P<mode>\d+)(?P<set>[hl])|(?P<style>\x1b\[[\d;]*m)"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)|(?P<break>\r?\n)|(?P<strange>.)",
    re.DOTALL,
)


class Sitting:
    """A program at a terminal of some columns and lines. `modes` are the terminal's private modes that were set."""

    def __init__(self, command: list[str], size: tuple[int, int] = (80, 24), **environment: str) -> None:
        self._master, self._slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self._slave)
        surroundings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            command,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            env={**surroundings, "TERM": "xterm-256color", "PYTHONUTF8": "1", **environment},
        )
        self.output = ""
        self._bytes = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, words: str, *, output: bool = False) -> list[str]:
        """The lines of the screen as soon as some words are on it (or, with `output`, were ever sent)."""
        return self.wait(lambda: words in (self.output if output else "\n".join(self.lines)), words)

    def end(self) -> int:
        """The program's exit status."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.wait(0)

    def attributes(self) -> list[object]:
        """How the terminal is set."""
        return list(termios.tcgetattr(self._slave))

    @property
    def modes(self) -> set[str]:
        """Private modes that are on: 1049 another screen, 2004 pasting that says so, 25 a cursor, 7 wrapping."""
        on = {"25", "7"}
        for found in _OUTPUT.finditer(self.output):
            if found["mode"]:
                (on.add if found["set"] == "h" else on.discard)(found["mode"])
        return on

    @property
    def lines(self) -> list[str]:
        """The screen as it is."""
        screen: dict[int, str] = {}
        row = 1
        for found in _OUTPUT.finditer(self.output):
            if found["row"]:
                row = int(found["row"])
            elif found["line"]:
                screen[row] = ""
            elif found["all"]:
                screen = {}
            elif found["text"]:
                screen[row] = screen.get(row, "") + found["text"]
        return [screen.get(n, "") for n in range(1, max(screen, default=0) + 1)]

    @property
    def strange(self) -> set[str]:
        """What was sent that is no text and that no screen of a review needs."""
        return {found["strange"] for found in _OUTPUT.finditer(self.output) if found["strange"]}

    def wait(self, there: Callable[[], bool], words: str) -> list[str]:
        """The lines of the screen as soon as something is there."""
        until = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < until, f"{words!r} did not come: {self.lines}\n{self.output!r}"
            self._read(0.05)
        return self.lines

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if ready:
            self._bytes += os.read(self._master, 65536)
            self.output = self._bytes.decode("utf-8", "ignore")
        return bool(ready)


def sitting(report: str, folder: Path, size: tuple[int, int] = (80, 24), **environment: str) -> Sitting:
    """A review of one of the reports, with its decisions in a folder."""
    return Sitting([sys.executable, "-m", "tests.review.sitting", report, str(folder)], size, **environment)


def desk(report: str, folder: Path) -> Desk:
    """The desk at which they sit. Its check fails, when it is run again, with an error that nobody expects."""
    found: list[Report] = [REPORTS[report]]
    return Desk(Store(folder / "decisions.sqlite"), found.pop)


def main(report: str, folder: str) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs the tests may have it ignored
    with contextlib.suppress(OSError):  # a shell between has taken the terminal already
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    try:
        terminal_review.run(Loop(desk(report, Path(folder)), "R. Editor", TEMPLATES))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
