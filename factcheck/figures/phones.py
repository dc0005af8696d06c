"""Telephone numbers: "206-448-8160", "(555) 010-4477", "020 7946 0958", "+44 20 7946 0958"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.figures.reading import NoFigure
from factcheck.figures.scan import Token

_FEWEST, _MOST = 9, 15
"""Digits of a telephone number with its codes."""

_GROUPS = re.compile(r"\d{1,4}(?:[-–]\d{2,4}){1,3}[-–]\d{4}(?!\d)")
_DIALLED = re.compile(
    r"""
    (?: \+\d{1,3}[ .-]?(?:\(0?\d{1,4}\)[ .-]?)?     # +44 20 …, +44 (0)20 …, +1 (555) …
      | \(0?\d{2,4}\)[ .-]?                          # (555) …
      | 0\d{2,4}[ .-]                                 # 020 …, 01632 …
    )
    \d{2,6}(?:[ .-]\d{2,4}){0,4}(?![\d,.]\d|\d)
    """,
    re.VERBOSE,
)
_LONGEST = 24


def phone(text: str, tokens: Sequence[Token], at: int) -> NoFigure | None:
    """The telephone number that starts at the digits of token `at`, or at the sign before them."""
    start = tokens[at].start
    opened = at > 0 and tokens[at].glued and tokens[at - 1].text in ("+", "(")
    if opened or text[start] == "0":
        match = _DIALLED.match(text, start - opened, start + _LONGEST)
    else:
        match = _GROUPS.match(text, start, start + _LONGEST)
    if match is None or (at + 1 < len(tokens) and match.end() <= tokens[at].end):
        return None
    if not opened and text[start] != "0":
        return _until(tokens, at, match.end()) if _grouped(match.group()) else None
    digits = sum(c.isdigit() for c in match.group())
    return _until(tokens, at, match.end()) if _FEWEST <= digits <= _MOST else None


def _grouped(written: str) -> bool:
    """Three groups or more, one of at least three digits, the last of four; a year does not begin it."""
    groups = re.split(r"[-–]", written)
    return len(groups) >= 3 and len(groups[0]) != 4


def _until(tokens: Sequence[Token], at: int, offset: int) -> NoFigure:
    end = at
    while end < len(tokens) and tokens[end].start < offset:
        end += 1
    return NoFigure(at, end, "telephone number")
