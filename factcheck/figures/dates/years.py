"""Years: "2004", "2004-05", "1983-2005", "the 1990s", "nineteen ninety-nine", and the year behind a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.figures import cardinals
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist

_YEAR = re.compile(r"(?:(?:1[5-9]|20)\d\d|2100)\Z")
_EARLIEST, _LATEST = 1500, 2100
_BEFORE_YEAR = (
    "in",
    "since",
    "the",
    "of",
    "by",
    "until",
    "during",
    "early",
    "late",
    "mid",
    "from",
    "(",
    ",",
    "through",
)
_BEFORE_SPOKEN = ("in", "since", "until", "of", "by", "from")
_SIGNS = ("$", "£", "€", "#")
_CENTURY_AHEAD = 20


def _words(key: str) -> frozenset[str]:
    return wordlist("years", key)


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is four digits that can be a year and no percentage or angle."""
    return at < len(tokens) and bool(_YEAR.match(tokens[at].text)) and word(tokens, at + 1) not in ("%", "°")


def year(tokens: Sequence[Token], at: int, _: Anchor) -> When | None:
    """A year, a season or span of years, or a decade at token `at`."""
    if not is_year(tokens, at):
        return _spoken(tokens, at)
    if at and tokens[at].glued and (tokens[at - 1].kind != "sign" or tokens[at - 1].text in ("/", ".")):
        return None
    text, after = tokens[at].text, word(tokens, at + 1)
    if is_glued(tokens, at + 1) and after in ("s", "'s", "’s") and text.endswith("0"):
        return When(f"{text[:3]}X", at + 2) if after == "s" else When(text, at + 1)
    if after in ("-", "–", "/") and is_glued(tokens, at + 1) and is_glued(tokens, at + 2):
        return _span(tokens, at)
    return None if counts(tokens, at) else When(text, at + 1)


def _span(tokens: Sequence[Token], at: int) -> When | None:
    """ "2004-05", "1983-2005", "1981-85"; a year hyphened to a word is the year."""
    first, second = tokens[at].text, tokens[at + 2].text
    if not second.isdecimal():
        return When(first, at + 1) if tokens[at + 2].kind == "word" and word(tokens, at + 1) != "/" else None
    last = second if len(second) == 4 else first[:2] + second
    if len(second) not in (2, 4) or not _YEAR.match(last) or int(last) <= int(first):
        return None
    return When(f"{first}/{last}", at + 3, "between")


def _spoken(tokens: Sequence[Token], at: int) -> When | None:
    """ "in nineteen ninety-nine"."""
    if word(tokens, at - 1) not in _BEFORE_SPOKEN or word(tokens, at) not in cardinals.TRIGGERS:
        return None
    found = spoken_year(tokens, at)
    return When(found[0], found[1]) if found and not _plural(tokens, found[1]) else None


def spoken_year(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Year and end of "nineteen eighty six", "two thousand and thirty two"."""
    value, end = cardinals.cardinal(tokens, at)
    return (str(int(value)), end) if end > at + 1 and _EARLIEST <= value <= _LATEST else None


def year_after(tokens: Sequence[Token], at: int, published: date | None) -> tuple[str | None, int]:
    """The year behind a month or day and the index after it: "2013", ", 2013", "of 1995", "of 87"."""
    after = at + 1 if word(tokens, at) in (",", "of", "in") else at
    if is_year(tokens, after) and not counts(tokens, after):
        return tokens[after].text, after + 1
    text = tokens[after].text if after < len(tokens) else ""
    if word(tokens, at) == "of" and len(text) == 2 and text.isdecimal() and published:
        return f"{full_year(int(text), published):04d}", after + 1
    if text.lower() in cardinals.TRIGGERS and (found := spoken_year(tokens, after)):
        return found
    return None, at


def full_year(short: int, published: date) -> int:
    """The year that two digits mean: none farther ahead than twenty years of the publication."""
    century = published.year - published.year % 100
    near = century + short
    return near if near < published.year + _CENTURY_AHEAD else near - 100


def counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether "2000" counts ("2000 people", "about 2000") rather than names a year."""
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if before in _words("counting") or after in _words("counted") or before in _SIGNS:
        return True
    return _plural(tokens, at + 1) and before not in _BEFORE_YEAR


def _plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in the plural stands at token `at`, as far as its ending tells."""
    noun = word(tokens, at)
    return (
        noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 and noun not in _words("after")
        and tokens[at].text.islower()
    )  # fmt: skip
