"""Words in lines on a page, with their styles where it has colour.

rich lays out what has colour, or characters that take no cell or two. Of plain words in a long report it would need
most of the time; they are wrapped here, into the very same lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_OTHERS = re.compile("[^\x00-\x7f]")
"""Characters that may take no cell or two."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words, each part with its style ("" for none), wrapped `indent` columns from the left; or not, if `whole`."""

    parts: tuple[tuple[str, str], ...]
    indent: int = 0
    whole: bool = False

    def __rich__(self) -> RenderableType:
        from rich.console import Group
        from rich.padding import Padding

        text = self._text()
        if self.whole:
            return Group(text)  # a console joins bare texts, and would wrap this one
        return Padding(text, (0, 0, 0, self.indent)) if self.indent else text

    def _text(self) -> Text:
        from rich.text import Text

        if len(self.parts) == 1 and not self.whole:
            return Text(*self.parts[0])
        return Text.assemble(*self.parts, no_wrap=self.whole, overflow="ignore" if self.whole else None)

    def plain(self, width: int) -> list[str] | None:
        """Its lines without styles, as rich makes them; None where only rich knows how."""
        words = "".join(part for part, _ in self.parts)
        if not words.isprintable() or words[:1] == " ":  # else spaces are the only white space, and stand between words
            return None
        if self.whole:
            return [words]
        lines = _wrapped(words, width - self.indent) if _is_narrow(words) else None
        return lines and [f"{' ' * self.indent}{line}" for line in lines]


def _wrapped(words: str, width: int) -> list[str] | None:
    """Lines of at most so many characters, but for spaces at their ends; None where a word is longer than that."""
    lines = []
    start, end = 0, len(words.rstrip())
    while end - start > width:
        cut = words.rfind(" ", start, start + width + 1)
        if cut < 0:
            return None
        lines.append(words[start:cut])
        start = cut
        while words[start] == " ":
            start += 1
    return [*lines, words[start:end]]


def _is_narrow(words: str) -> bool:
    """Whether each of its characters takes one cell."""
    return words.isascii() or all(_cells(character) == 1 for character in set(_OTHERS.findall(words)))


@cache
def _cells(character: str) -> int:
    from rich.cells import cell_len

    return cell_len(character)
