"""`factcheck review --terminal`: the keys of a review, from a terminal or from a script."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from factcheck.cli.outputs import say, show
from factcheck.cli.terminal_review.keyboard import Keyboard, Pasted
from factcheck.cli.terminal_review.telling import changed, past
from factcheck.errors import UsageError
from factcheck.inert import in_line
from factcheck.reporting.page import Page

if TYPE_CHECKING:
    from factcheck.cli.terminal_review.raw import Terminal
    from factcheck.cli.terminal_review.screen import Screen
    from factcheck.review import Loop

_LOOK = 0.25
"""Seconds between two looks at what others have decided and at the size of the terminal."""
_CTRL_D = "\x04"
_SEQUENCE = 0.05
"""Seconds within which the rest of a sequence follows its Escape."""


def run(loop: Loop) -> None:
    """Take keys until they end. UsageError where none can be read, or where there is no screen."""
    if sys.stdin is None:
        raise UsageError("standard input is closed; open it, or decide in the browser: factcheck review")
    if not sys.stdin.isatty():
        _scripted(loop)
        return
    if sys.stdout is None or not sys.stdout.isatty():
        raise UsageError("standard output is no terminal; leave it one, or give the keys on standard input")
    if find_spec("termios") is None:
        raise UsageError("single keys cannot be read here; give them on standard input, or decide in the browser")
    _shown(loop)


def _shown(loop: Loop) -> None:
    """At a terminal."""
    from factcheck.cli.terminal_review.raw import Terminal
    from factcheck.cli.terminal_review.screen import Screen

    terminal, screen, keyboard = Terminal(), Screen(loop), Keyboard()
    with terminal.taken():
        _draw(loop, terminal, screen)
        while not loop.ended:
            sent = terminal.read(_SEQUENCE if keyboard.waits else _LOOK)
            keys = list(keyboard.rest() if sent is None else keyboard.keys(sent))
            for key in keys:
                if isinstance(key, str) and loop.takes_long(key):
                    loop.told, loop.refused = "the check runs again", False
                    _draw(loop, terminal, screen)
                    terminal.forget()
                _press(loop, key)
            loop.ended = loop.ended or sent == b""  # the terminal is gone
            if loop.look() or keys or terminal.changed():
                _draw(loop, terminal, screen)


def _draw(loop: Loop, terminal: Terminal, screen: Screen) -> None:
    columns, lines = terminal.size()
    drawing = screen.draw(Page(columns, terminal.color), lines)
    loop.page = min(loop.page, drawing.pages - 1)
    terminal.paint(list(drawing.lines))


def _scripted(loop: Loop) -> None:
    """From a script: what was decided is printed line by line, what could not be done said on standard error."""
    keyboard = Keyboard()
    while not loop.ended and (sent := os.read(sys.stdin.fileno(), 4096)):
        for key in keyboard.keys(sent):
            _tell(loop, key)
    for key in keyboard.rest():
        _tell(loop, key)
    if loop.mode == "reason":
        raise UsageError("the keys end within a reason; the finding that it is for was not decided, the others were")


def _tell(loop: Loop, key: str | Pasted) -> None:
    known = loop.company.lately
    _press(loop, key)
    for entry in loop.company.lately:
        if entry not in known:
            say(past(loop, entry))
    if loop.refused:
        say(loop.told)
    elif loop.told:
        show(f"{in_line(loop.told)}\n")
    if loop.told and loop.mode == "changes":
        show("".join(f"{line}\n" for line in changed(loop)))


def _press(loop: Loop, key: str | Pasted) -> None:
    if loop.ended:
        return
    if isinstance(key, Pasted):
        loop.paste(key.text)
    elif key == _CTRL_D:
        loop.ended = True
    else:
        loop.press(key)
