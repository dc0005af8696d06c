"""A review by keys, wherever they come from: what each key does, and how things stand after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from factcheck.errors import FactcheckError
from factcheck.model import Verdict
from factcheck.review.company import Company
from factcheck.review.desk import Changes, Desk, Sieve
from factcheck.review.entries import Entry
from factcheck.review.keys import ENTER, ESCAPE, PAGES, STEPS, VERDICTS, spelt_on, typed
from factcheck.review.record import Record
from factcheck.review.walk import Walk
from factcheck.review.wording import said, where

Mode = Literal["list", "reason", "filter", "help", "history", "changes"]

_DIGITS = tuple("123456789")
_STATES = ("open", "decided", "all")


class Loop:
    """A review under way in one pair of hands. `press` takes a key; the rest says how things stand."""

    def __init__(self, desk: Desk, editor: str, templates: Sequence[str] = ()) -> None:
        self.desk = desk
        self.editor = editor
        self.templates = tuple(templates[:9])
        self.walk = Walk(desk)
        self.record = Record(desk)
        self.company = Company(desk, editor)
        self.mode: Mode = "list"
        self.line = ""
        """What is being typed: a reason, the words of the filter."""
        self._taken = ""
        """The digit that was taken for a reason."""
        self.verdict: Verdict | None = None
        """What the reason is for."""
        self.told = ""
        """What came of the last key."""
        self.refused = False
        """Whether that was nothing."""
        self.changes: Changes | None = None
        self.page = 0
        """How many pages of what is shown lie above the screen."""
        self.ended = False
        self._modes: Mapping[Mode, Callable[[str], None]] = {
            "list": self._list,
            "reason": self._reason,
            "filter": self._filter,
            "help": self._overlaid,
            "history": self._history,
            "changes": self._overlaid,
        }
        self._commands: Mapping[str, Callable[[], None]] = {
            "u": self._undo,
            "/": self._narrow,
            ESCAPE: self._clear,
            "a": self._cycle,
            "h": self._look_back,
            "r": self._recheck,
            "?": self._help,
        }

    def press(self, key: str) -> None:
        """Do what a key says. What cannot be done is told, and changes nothing."""
        self.told, self.refused = "", False
        if self.mode not in ("reason", "filter"):
            self.company.forget()
        self.look()
        try:
            self._modes[self.mode](key)
        except FactcheckError as error:
            self._refuse(str(error))

    def paste(self, text: str) -> None:
        """Take text that was pasted into a line; elsewhere its letters would be keys, and it does nothing."""
        if self.mode in ("reason", "filter"):
            for character in " ".join(text.split()):
                self._type(character)
        else:
            self._refuse("what was pasted is no key; nothing was done")

    def look(self) -> bool:
        """Take in what others have decided; whether there was anything."""
        try:
            self.desk.refresh()
        except FactcheckError as error:
            self._refuse(str(error))
        return self._meet()

    def takes_long(self, key: str) -> bool:
        """Whether a key runs a check."""
        return key == "r" and self.mode in ("list", "help", "changes")

    def _meet(self, mine: str = "") -> bool:
        came = self.company.meet(mine)
        if came:
            self.walk.refresh()
        return came

    def _list(self, key: str) -> None:
        if key in VERDICTS:
            self._begin(VERDICTS[key])
        elif key in STEPS:
            self._step(STEPS[key])
        elif key in PAGES:
            self.page = max(0, self.page + PAGES[key])
        elif key == "q":
            self.ended = True
        elif key in self._commands:
            self._commands[key]()
        elif key != ENTER:
            self._refuse(f"{key} is no key here; ? lists them" if key.isprintable() else "no such key; ? lists them")

    def _overlaid(self, key: str) -> None:
        """Help and changes: pages turn; any other key closes them and does what it does, if it is not to close."""
        if key in PAGES or key in ("up", "down"):
            self.page = max(0, self.page + (PAGES.get(key) or STEPS[key]))
            return
        self.mode, self.page = "list", 0
        if key not in (ENTER, ESCAPE, "q", "?"):
            self._list(key)

    def _history(self, key: str) -> None:
        if key in STEPS:
            self.record.step(STEPS[key])
        elif key in PAGES:
            self.record.turn(PAGES[key])
        elif key in (ENTER, ESCAPE, "h", "q"):
            self.mode = "list"
        elif key == "u" and self.record.marked:
            self._undo(self.record.marked)
        else:
            self._refuse("j and k move, u takes back, Escape closes the history")

    def _reason(self, key: str) -> None:
        shown = self.walk.current
        if key == ENTER and shown and self.company.touches(shown):
            self.company.forget()
            self._refuse("another editor was here meanwhile; Enter decides it all the same, Escape leaves it")
        elif key == ENTER:
            self._decide()
        elif key == ESCAPE:
            self._close("nothing was decided")
        elif not self.line and key in _DIGITS[: len(self.templates)]:
            self.line, self._taken = self.templates[int(key) - 1], key
        else:
            self._type(key)
            self.line, self._taken = spelt_on(self.line, self._taken, self.templates)

    def _filter(self, key: str) -> None:
        if key == ENTER:
            self._close(f"{len(self.walk.queue)} shown")
        elif key == ESCAPE:
            self._clear()
        else:
            self._type(key)

    def _type(self, key: str) -> None:
        self.line = typed(self.line, key)
        if self.mode == "filter":
            self._sift(replace(self.walk.sieve, words=self.line))

    def _sift(self, sieve: Sieve) -> None:
        self.page = 0
        self.walk.sift(sieve)

    def _begin(self, verdict: Verdict) -> None:
        shown = self.walk.current
        if shown is None:
            self._refuse("there is no finding to decide")
        elif verdict == "same_thing" and len(shown.finding.figures) == 1:
            self._refuse("it speaks of one figure alone; there is no other that could be the same thing")
        else:
            self.mode, self.verdict, self.line, self._taken = "reason", verdict, "", ""

    def _close(self, told: str) -> None:
        self.mode, self.verdict, self.line, self.told = "list", None, "", told

    def _decide(self) -> None:
        item, verdict = self.walk.current, self.verdict
        if item is None or verdict is None:
            return
        made = self.desk.decide(item.finding.id, verdict, self.line, self.editor)
        self._close(f"{said(verdict)} {where(item)}{': ' if made.reason else ''}{made.reason}")
        self._meet(made.id)
        self.walk.on()
        self.page = 0

    def _undo(self, entry: Entry | None = None) -> None:
        """Take back a decision of the history, or one's own latest."""
        if entry and entry.undoes:
            self._refuse("this took something back; only a decision can be taken back")
            return
        gone = self.desk.undo(self.editor, entry.id if entry else None)
        if gone is None:
            self._refuse("it is taken back already" if entry else "you have decided nothing that could be taken back")
            return
        self._meet(gone.id)
        item = self.desk.about(gone.fingerprint)
        self.told = f"took back {said(gone.verdict)} {where(item) if item else gone.message}"
        if item:
            self.walk.go(item)
            self.page = 0

    def _step(self, step: int) -> None:
        if self.walk.step(forward=step > 0):
            self.page = 0
        else:
            self._refuse("there is none behind it" if step > 0 else "there is none before it")

    def _recheck(self) -> None:
        self.changes = self.walk.recheck()
        self._meet()
        self.mode, self.page = "changes", 0
        new, gone, lapsed = len(self.changes.new), len(self.changes.gone), len(self.changes.lapsed)
        self.told = f"checked again: {new} new, {gone} gone, {lapsed} lapsed"

    def _cycle(self) -> None:
        state = _STATES[(_STATES.index(self.walk.sieve.state) + 1) % len(_STATES)]
        self._sift(replace(self.walk.sieve, state=state))
        self.told = f"{state}: {len(self.walk.queue)} shown"

    def _clear(self) -> None:
        """Show what the filter keeps back."""
        filtered = bool(self.walk.sieve.words)
        self._close("the filter is cleared" if filtered else "")
        if filtered:
            self._sift(replace(self.walk.sieve, words=""))

    def _narrow(self) -> None:
        self.mode, self.line = "filter", self.walk.sieve.words

    def _help(self) -> None:
        self.mode, self.page = "help", 0

    def _look_back(self) -> None:
        self.mode = "history"
        self.record.open()

    def _refuse(self, told: str) -> None:
        self.told, self.refused = told, True
