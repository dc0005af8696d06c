"""Offsets of a text as an editor's lines and characters, which it counts in units of its own (UTF-16 as a rule)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from lsprotocol import types

from factcheck.model import Span

_BREAK = re.compile(r"\r\n|\n|\r")
Units = Callable[[str], int]
"""How many units some characters are for the editor."""


class Lines:
    """A text by its lines, as the protocol parts them."""

    def __init__(self, text: str, units: Units) -> None:
        self._text = text
        self._units = units
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """Where an offset is."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, span: Span) -> types.Range:
        """A span as a range."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one behind a line's end is at its end, as the protocol wants it."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self.end(position.line)
        units = 0
        for at in range(start, end):
            if units >= position.character:
                return at
            units += self._units(self._text[at])
        return end

    def span(self, given: types.Range) -> Span:
        """A range as a span."""
        return Span(self.offset(given.start), self.offset(given.end))

    def end(self, line: int) -> int:
        """The offset at which a line ends, before its line break."""
        if line + 1 >= len(self._starts):
            return len(self._text)
        return self._starts[line + 1] - (2 if self._text[: self._starts[line + 1]].endswith("\r\n") else 1)
