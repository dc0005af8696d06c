"""The keys of a review, and what typing makes of a line.

A key is one character, as a keyboard sends it, or the name of a key that has none: "up", "page down".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.model import Verdict

ENTER, ESCAPE = "\n", "\x1b"
_BACKSPACE, _RUB_WORD, _RUB_LINE = ("\x7f", "\x08"), "\x17", "\x15"
_RUNS_ON = re.compile(r"[.,]?\d|\w|%")

VERDICTS: Mapping[str, Verdict] = {
    "c": "confirmed",
    "d": "dismissed",
    "x": "different_things",
    "s": "same_thing",
    "f": "fixed",
}
STEPS: Mapping[str, int] = {"j": 1, "down": 1, "k": -1, "up": -1}
PAGES: Mapping[str, int] = {" ": 1, "page down": 1, "b": -1, "page up": -1}

HELP: tuple[tuple[str, str], ...] = (
    ("j, k", "to the next finding, to the one before (or the arrows)"),
    ("Space, b", "a page of the finding on, and back"),
    ("c", "confirm: the text must change; the gate fails until it has"),
    ("d", "dismiss: it is no conflict, for a reason"),
    ("x", "different things: keep these figures apart from now on"),
    ("s", "same thing: compare these figures from now on"),
    ("f", "fixed: the text was changed; a re-check will tell"),
    ("u", "undo your last decision; in the history, the one that is marked"),
    ("/", "filter by words: of the finding, its rule, its severity, its file"),
    ("a", "show what is open, what is decided, all"),
    ("h", "history: who decided what"),
    ("r", "re-check: run the check again on the texts as they are now"),
    ("?", "this help"),
    ("q", "quit; what was decided is kept"),
    ("1-9", "at the start of a reason, one of the usual ones (not where it goes on: 290; a space first: the digit)"),
    ("Enter", "take what was typed"),
    ("Escape", "leave it; in the list, clear the filter"),
)


def typed(line: str, key: str) -> str:
    """A line after a key: the character behind it, the last one, the last word or all of it gone, or as it was."""
    if key in _BACKSPACE:
        return line[:-1]
    if key == _RUB_WORD:
        return line[: line.rstrip().rfind(" ") + 1]
    if key == _RUB_LINE:
        return ""
    return line + key if len(key) == 1 and key.isprintable() else line


def spelt_on(line: str, digit: str, reasons: Sequence[str]) -> tuple[str, str]:
    """A line in which a digit was taken for a reason, and the digit as long as it may be one of the words after all.

    It is where the line goes on as "290", "2nd" and "1.5" do; the line then starts with it.
    """
    reason = reasons[int(digit) - 1] if digit else ""
    if not digit or not line.startswith(reason):
        return line, ""
    rest = line.removeprefix(reason)
    return (digit + rest, "") if _RUNS_ON.fullmatch(rest) else (line, digit)
