"""A terminal that gives each key as it is pressed and shows whole screens, and is left as it was found."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from factcheck.cli.outputs import show
from factcheck.errors import UsageError

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[2J"
"""Another screen, no cursor, no wrapping at the edge, pasting that says so."""
_LEAVE = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l"
_TERMINATED = 128 + signal.SIGTERM


class Terminal:
    """The terminal of this process. `dumb`: it obeys no sequences, and shows one screen below the other."""

    def __init__(self) -> None:
        self.dumb = os.environ.get("TERM", "dumb") == "dumb"
        self.color = not self.dumb and not os.environ.get("NO_COLOR")
        self._keys = sys.stdin.fileno()
        self._found = termios.tcgetattr(self._keys)
        self._shown: list[str] = []
        self._sized = (0, 0)

    def size(self) -> tuple[int, int]:
        """Columns and lines; 80 and 24 where it does not know."""
        columns, lines = 0, 0
        with suppress(OSError):
            columns, lines = os.get_terminal_size(sys.stdout.fileno())
        self._sized = columns or 80, lines or 24
        return self._sized

    def changed(self) -> bool:
        """Whether what is shown is not what should be: the size is another one, the program was stopped."""
        return not self._shown or self._sized != self.size()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """The terminal is ours; whatever happens, it is given back. Ctrl-Z gives it back until the program goes on."""
        before = {s: signal.getsignal(s) for s in (signal.SIGTERM, signal.SIGTSTP)}
        signal.signal(signal.SIGTERM, _end)
        signal.signal(signal.SIGTSTP, self._stop)
        try:
            self._enter()
            yield
        finally:
            self._leave()
            for number, handler in before.items():
                signal.signal(number, handler)

    def read(self, seconds: float) -> bytes | None:
        """What was typed, None where that is nothing for some seconds, b"" where the terminal is gone."""
        ready, _, _ = select.select([self._keys], [], [], seconds)
        if not ready:
            return None
        try:
            return os.read(self._keys, 4096)
        except OSError:  # the terminal hung up
            return b""

    def forget(self) -> None:
        """Leave what was typed so far unread."""
        termios.tcflush(self._keys, termios.TCIFLUSH)

    def paint(self, lines: list[str]) -> None:
        """Show a screen."""
        if lines == self._shown:
            return
        before, self._shown = self._shown, lines
        if self.dumb:
            typed = before[:-1] == lines[:-1]
            show("\r" + lines[-1].ljust(len(before[-1])) if typed else "\n" + "\n".join(lines))
            return
        reset = "\x1b[0m" if self.color else ""
        same = len(before) == len(lines)
        fresh = (
            f"\x1b[{n};1H\x1b[2K{line}{reset}" for n, line in enumerate(lines, 1) if not same or before[n - 1] != line
        )
        show(("" if same else "\x1b[2J") + "".join(fresh))

    def clear(self) -> None:
        """Show the next screen from scratch."""
        self._shown = []

    def _enter(self) -> None:
        set_to = termios.tcgetattr(self._keys)
        set_to[0] &= ~termios.IXON
        set_to[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        set_to[6][termios.VMIN], set_to[6][termios.VTIME] = 1, 0
        set_to[6][termios.VQUIT] = os.fpathconf(self._keys, "PC_VDISABLE").to_bytes(1, "little")
        termios.tcsetattr(self._keys, termios.TCSADRAIN, set_to)
        self.clear()
        if not self.dumb:
            show(_ENTER)

    def _leave(self) -> None:
        with suppress(termios.error):  # the terminal hung up
            self.forget()
            termios.tcsetattr(self._keys, termios.TCSANOW, self._found)
        with suppress(UsageError):
            show("\n" if self.dumb else _LEAVE)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        """Give the terminal back, stop, and take it again when the program is let go on."""
        self._leave()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, self._stop)
        self._enter()


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_TERMINATED)
