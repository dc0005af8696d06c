"""Ages by their decade: "in his 40s", "in her late seventies", "a 50-something"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.figures.cardinals import TENS
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist
from factcheck.model import Interval

_PLURALS: Mapping[str, int] = {f"{name[:-1]}ies": value for name, value in TENS.items()}
_PARTS: Mapping[str, tuple[int, int]] = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}
_WHOLE = (0, 9)

TRIGGERS = frozenset(_PLURALS)
"""The words besides digits that such an age can start with."""


def read_decade(tokens: Sequence[Token], at: int) -> Reading | None:
    """The age in years at token `at`, as the span that its decade or the part of it leaves."""
    text = word(tokens, at)
    if text in _PLURALS:
        return _somebodys(tokens, at, at + 1, _PLURALS[text])
    if len(text) != 2 or text[1] != "0" or not text.isdecimal():
        return _something(tokens, at, TENS.get(text, 0))
    if is_glued(tokens, at + 1) and word(tokens, at + 1) == "s":
        return _somebodys(tokens, at, at + 2, int(text))
    return _something(tokens, at, int(text))


def _somebodys(tokens: Sequence[Token], at: int, end: int, tens: int) -> Reading | None:
    """ "in his 40s", "their mid-40s": temperatures and decades are nobody's."""
    before = at - 2 if word(tokens, at - 1) == "-" else at - 1
    part = _PARTS.get(word(tokens, before))
    owner = before - 1 if part else before
    owned = word(tokens, owner) in wordlist("ages", "owners") and word(tokens, owner - 1) == "in"
    return _aged(at, end, tens, part or _WHOLE) if owned else None


def _something(tokens: Sequence[Token], at: int, tens: int) -> Reading | None:
    """ "a 50-something"."""
    if tens < 20 or word(tokens, at + 1) != "-" or word(tokens, at + 2) not in ("something", "somethings"):
        return None
    return _aged(at, at + 1, tens, _WHOLE)


def _aged(at: int, end: int, tens: int, part: tuple[int, int]) -> Reading:
    span = Interval(Decimal(tens + part[0]), Decimal(tens + part[1]))
    return Reading(at, end, "age", span, Decimal(1), "year", bound="between", words=True)
