"""Tokens of a sentence: one linear pass over the untouched text.

Numerals keep their separators ("1,000", "1.000,50"); hyphens, signs and brackets are tokens of their
own, so that "four-year-old" is five tokens and `Token.glued` says which stand without a space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

TokenKind = Literal["digits", "word", "fraction", "sign"]

MAX_DIGITS = 30
"""A longer run of digits is an identifier, never a figure."""

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
"""Raised digits by their value, then the raised minus. `tokenize` takes the digits for letters."""

_TOKEN = re.compile(
    r"""
    (?P<digits> (?=[\d.]) (?:
        \d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?   # 1,000  1 000.5
      | \d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?                 # 1,00,000
      | \d{1,3}(?:\.\d{3})+,\d+                                  # 1.000,50
      | \d{1,3}(?:\.\d{3}){2,}(?![\d.])                          # 1.000.000
      | \d+\.\d+
      | (?<![\d.])\.\d+
      | \d+
    ) )
  | (?P<fraction>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<word>['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token with its offsets in the document; `glued`: no space between it and the one before."""

    kind: TokenKind
    text: str
    lower: str
    start: int
    end: int
    glued: bool


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order, with offsets into `text`."""
    tokens: list[Token] = []
    before = -1
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first, last = match.span()
        # as `Token(…)` does, without its call: half of the time of reading goes by here
        tokens.append(tuple.__new__(Token, (match.lastgroup, word, word.lower(), first, last, first == before)))
        before = last
    return tokens


def word(tokens: Sequence[Token], at: int) -> str:
    """The lower-case text of a token; "" beyond the ends."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether there is a token `at` that stands without a space behind the one before."""
    return 0 <= at < len(tokens) and tokens[at].glued


def is_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a word with a capital letter in it ("Curve", "iLife")."""
    return 0 <= at < len(tokens) and tokens[at].kind == "word" and tokens[at].text != tokens[at].lower
