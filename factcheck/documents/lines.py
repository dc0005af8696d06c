"""Lines that hold ink, as spans of the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_LINE = re.compile(r"[^\r\n]+")
_WITHIN = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_BLANK = f"{_WITHIN}\ufeff\u200b"
WHITE = f"{_WITHIN}\r\n"
"""All white space, as Unicode has it."""
_BREAK = re.compile(r"\r\n|\r|\n")


def ink_lines(text: str, within: Span) -> Iterator[Span]:
    """The lines that are not blank, in order, without outer white space (a byte order mark is white space)."""
    for match in _LINE.finditer(text, within.start, within.end):
        words, start = match[0].rstrip(_BLANK), match.start()
        if words:
            yield Span(start + len(words) - len(words.lstrip(_BLANK)), start + len(words))


def adjacent(text: str, before: Span, after: Span) -> bool:
    """Whether no blank line stands between two lines."""
    between = text[before.end : after.start]
    return between == "\n" or (between != "\n\n" and len(_BREAK.findall(between)) < 2)
