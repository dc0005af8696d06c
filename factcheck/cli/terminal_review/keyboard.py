"""Keys out of what a terminal, or a script in its place, sends."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SEQUENCE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O[@-~])")
_BEGUN = re.compile("\x1b(?:\\[[0-?]*[ -/]*|O)?$")
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_NAMES = {
    "\x1b[A": "up",
    "\x1bOA": "up",
    "\x1b[B": "down",
    "\x1bOB": "down",
    "\x1b[5~": "page up",
    "\x1b[6~": "page down",
}


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that was pasted, where the terminal says so."""

    text: str


class Keyboard:
    """Bytes in, keys out. A sequence that no key of a review sends is no key; its characters are none either."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._waiting = ""

    @property
    def waits(self) -> bool:
        """Whether what came last may be the beginning of a sequence, or Escape alone."""
        return bool(self._waiting)

    def keys(self, sent: bytes) -> Iterator[str | Pasted]:
        """The keys in what was sent, as far as they are whole."""
        self._waiting += self._decoder.decode(sent)
        while self._waiting and not _BEGUN.match(self._waiting):
            if self._waiting.startswith(_PASTE):
                if _PASTED not in self._waiting:
                    return
                pasted, _, self._waiting = self._waiting.removeprefix(_PASTE).partition(_PASTED)
                yield Pasted(pasted)
            elif sequence := _SEQUENCE.match(self._waiting):
                self._waiting = self._waiting[sequence.end() :]
                if name := _NAMES.get(sequence.group()):
                    yield name
            else:
                key, self._waiting = self._waiting[0], self._waiting[1:]
                yield "\n" if key == "\r" else key

    def rest(self) -> Iterator[str]:
        """The keys in what was waited with: nothing follows it. What is being pasted is waited for."""
        if not self._waiting.startswith(_PASTE):
            waiting, self._waiting = self._waiting, ""
            yield from waiting
