"""Lines that hold ink, as spans of the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_LINE = re.compile(r"[^\r\n]+")
_BLANK = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_BREAK = re.compile(r"\r\n|\r|\n")


def ink_lines(text: str, within: Span) -> Iterator[Span]:
    """The lines that are not blank, in order, without outer white space (a byte order mark is white space)."""
    for match in _LINE.finditer(text, within.start, within.end):
        line = trimmed(text, Span(match.start(), match.end()))
        if line.start < line.end:
            yield line


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty, at its own end, where it holds nothing else."""
    words = span.quote(text)
    start = span.end - len(words.lstrip(_BLANK))
    return Span(start, max(start, span.start + len(words.rstrip(_BLANK))))


def adjacent(text: str, before: Span, after: Span) -> bool:
    """Whether no blank line stands between two lines."""
    return len(_BREAK.findall(text, before.end, after.start)) < 2
