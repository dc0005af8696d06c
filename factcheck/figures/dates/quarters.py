"""Halves, quarters and fiscal years: "Q3 2021", "4Q21", "H1 2020", "third-quarter profit", "FY2023/24".

A fiscal year is taken for the year of its name. The words stand in `rules/lexicon/years.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.figures.dates import years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.reading import NoFigure
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.lexicon import wordlist

_HALVES = {"first": ("01", "06"), "second": ("07", "12"), "latter": ("07", "12")}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_RANKS = _QUARTERS.keys() | _HALVES.keys()
_SIDES = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1}
_PARTS = {"q": ("1", "2", "3", "4"), "h": ("1", "2")}
_BEFORE = (
    "in",
    "for",
    "of",
    "during",
    "since",
    "by",
    "from",
    "to",
    "until",
    "versus",
    "vs",
    "and",
    "through",
    "late",
    "early",
)

TRIGGERS = frozenset({*_HALVES, *_QUARTERS, *_PARTS, "fy"})


def half_or_quarter(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """The half, quarter or fiscal year at token `at`; without a year where words beside it say that it is one."""
    return _lettered(tokens, at, anchor) or _ranked(tokens, at, anchor) or _fiscal(tokens, at, anchor)


def _lettered(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "Q3 2021", "Q3 FY21", "H1 2020", "4Q21", "in Q4", "Q1 revenue"; not "an Audi Q3", "H1N1"."""
    letter, number = word(tokens, at), word(tokens, at + 1)
    turned = number == "q" and letter in _PARTS["q"]
    letter, number = (number, letter) if turned else (letter, number)
    if number not in _PARTS.get(letter, ()) or not is_glued(tokens, at + 1) or (at and tokens[at].glued and turned):
        return None
    short = _short_year(tokens, at + 2, anchor) if turned else None
    if short is None and is_glued(tokens, at + 2) and tokens[at + 2].kind != "sign":
        return None
    year, end = short or _named_year(tokens, at + 2, anchor)
    if year is None and not _is_period(tokens, at, end):
        return None
    low, high = _quarter(int(number)) if letter == "q" else list(_HALVES.values())[int(number) - 1]
    return _spanned(year or "XXXX", low, high, end)


def _is_period(tokens: Sequence[Token], at: int, end: int) -> bool:
    if word(tokens, end) in wordlist("years", "quarterly"):
        return True
    return word(tokens, at - 1) in _BEFORE and not is_capital(tokens, end)


def _ranked(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "second half of 2010", "third quarter of fiscal 2021", "fourth-quarter 2009", "third-quarter profit"."""
    first = word(tokens, at)
    part_at = at + 2 if word(tokens, at + 1) == "-" else at + 1
    part = word(tokens, part_at)
    if part not in ("half", "quarter") or first not in _RANKS:
        return None
    low, high = _HALVES.get(first, ("01", "06")) if part == "half" else _quarter(_QUARTERS.get(first, 1))
    year, end = _named_year(tokens, part_at + 1, anchor)
    if year is not None:
        return _spanned(year, low, high, end)
    if part == "quarter" and word(tokens, part_at + 1) in wordlist("years", "quarterly"):
        return _spanned("XXXX", low, high, part_at + 1)
    return _spanned("XXXX", low, high, part_at + 1) if first != "last" and _of_business(tokens, at) else None


def unnamed(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "(scored in) the second quarter": a half or quarter of a game, or of nothing that the sentence names."""
    if not _alone(tokens, at):
        return None
    reason = f"{word(tokens, at + 1)} of a game" if of_game(tokens) else "part of a game or year that is not named"
    return NoFigure(at, at + 2, reason)


def of_game(tokens: Sequence[Token]) -> bool:
    """Whether the sentence tells of a game."""
    return not wordlist("years", "game").isdisjoint(t.lower for t in tokens)


def _of_business(tokens: Sequence[Token], at: int) -> bool:
    """Whether the half or quarter at token `at` is a year's: the sentence has words of business, and none of a game."""
    if not _alone(tokens, at) or of_game(tokens):
        return False
    return not wordlist("years", "business").isdisjoint(t.lower for t in tokens)


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether "the second quarter" or "half" is at token `at`, which neither ranks ("in a row") nor makes a word."""
    if word(tokens, at + 1) not in ("half", "quarter") or word(tokens, at) not in _RANKS:
        return False
    after = word(tokens, at + 2)
    ranks = after in wordlist("years", "ranking") or (after == "in" and word(tokens, at + 3) == "a")
    return word(tokens, at - 1) in wordlist("years", "parted") and not ranks


def _fiscal(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "FY2022", "FY22", "FY2023/24"."""
    if word(tokens, at) != "fy" or not (found := _short_year(tokens, at + 1, anchor)):
        return None
    year, end = found
    after = word(tokens, end + 1)
    if word(tokens, end) in ("/", "-", "–") and is_glued(tokens, end) and after == f"{(int(year) + 1) % 100:02d}":
        return When(f"{year}/{int(year) + 1}", end + 2, "between")
    return When(year, end)


def _short_year(tokens: Sequence[Token], at: int, anchor: Anchor) -> tuple[str, int] | None:
    """The year of "FY2022", "FY 2022", "FY22", "4Q21"."""
    text = word(tokens, at)
    if years.is_year(tokens, at):
        return text, at + 1
    if anchor.published is None or len(text) != 2 or not text.isdecimal() or not is_glued(tokens, at):
        return None
    return f"{years.full_year(int(text), anchor.published):04d}", at + 1


def _named_year(tokens: Sequence[Token], at: int, anchor: Anchor) -> tuple[str | None, int]:
    """The year behind a part of it: "2021", "of fiscal 2021", "FY21", "of this year"."""
    start = at + 1 if word(tokens, at) == "of" else at
    start = start + 1 if word(tokens, start) == "the" and word(tokens, start + 1) != "year" else start
    if word(tokens, start) in ("fiscal", "fy") and (found := _short_year(tokens, start + 1, anchor)):
        return found
    if years.is_year(tokens, start):
        return tokens[start].text, start + 1
    side = word(tokens, start)
    if anchor.published and side in _SIDES and word(tokens, start + 1) == "year":
        return year_beside(anchor.published, side), start + 2
    return None, at


def year_beside(published: date | None, side: str) -> str:
    """The year that "last", "this" or "next" names."""
    return f"{published.year + _SIDES[side]:04d}" if published else "XXXX"


def _spanned(year: str, low: str, high: str, end: int) -> When:
    return When(f"{year}-{low}/{year}-{high}", end)


def quarter_beside(published: date, step: int) -> str:
    """The quarter `step` quarters after that of publication."""
    year, at = divmod(published.year * 4 + (published.month - 1) // 3 + step, 4)
    low, high = _quarter(at + 1)
    return f"{year:04d}-{low}/{year:04d}-{high}"


def _quarter(number: int) -> tuple[str, str]:
    return f"{3 * number - 2:02d}", f"{3 * number:02d}"
