"""Numerals that their separators break: "40 000 tonnes", "1’234’567", "1,5 million", digits with invisible characters.

The merged token has the separators of English ("40,000", "1.5") and the offsets of the whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from factcheck import units
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.scales import ABBREVIATED, SCALES
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.figures.singulars import is_plural
from factcheck.lexicon import wordlist

_INVISIBLE = ("\u200b", "\u2060", "\u00ad", "\ufeff")
_APOSTROPHES = ("'", "’")
_PERCENT = ("%", "percent", "per")
_GROUP, _SHORTEST_NOUN = 3, 4


_DOTTED = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,})(?![\d.,]*\d)")
_POINT = re.compile(r"\.\d{3}")
"""What all of them have; it is found sooner than they are."""
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")


@cache
def _round() -> re.Pattern[str]:
    """ "12.000 euros", "€12.000": no sum is written with three zeros behind a decimal point."""
    names = "|".join(sorted(wordlist("letters", "dotted")))
    return re.compile(rf"(?<![\d.,])\d{{2,3}}\.000 (?:{names})\b|€ ?\d{{2,3}}\.000\b(?![.,]\d)", re.IGNORECASE)


def has_dots(text: str) -> bool:
    """Whether the document groups thousands by dots ("1.250.000", "1.000,50", "12.000 euros") and never by commas."""
    if _POINT.search(text) is None:
        return False
    dotted = _DOTTED.search(text) is not None or (".000" in text and _round().search(text) is not None)
    return dotted and _COMMAS.search(text) is None


def grouped(text: str, tokens: Sequence[Token], *, dots: bool = False) -> Sequence[Token]:
    """The tokens with every broken numeral as one; the same tokens where there is none.

    `dots`: the document groups thousands by dots (`has_dots`).
    """
    if dots:
        return [_thousands(t) for t in _whole(text, tokens)]
    return _whole(text, tokens)


def _whole(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    if len([t for t in tokens if t.kind == "digits"]) < 2:
        return tokens
    result: list[Token] = []
    at, commas = 0, False
    while at < len(tokens):
        end, written = _numeral(text, tokens, at) if tokens[at].kind == "digits" else (at + 1, "")
        commas = commas or (bool(written) and "." in written)
        result.append(_merged(tokens, at, end, written) if written else tokens[at])
        at = end
    return [_thousands(t) for t in result] if commas else result


def _numeral(text: str, tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Where the broken numeral at token `at` ends, and how English writes it; "" where it is none."""
    if not tokens[at].text[0].isdecimal() or at + 2 > len(tokens):
        return at + 1, ""
    return _unseen(tokens, at) or _apart(text, tokens, at) or _decimal(tokens, at) or (at + 1, "")


def _merged(tokens: Sequence[Token], at: int, end: int, written: str) -> Token:
    return Token("digits", written, written, tokens[at].start, tokens[end - 1].end, tokens[at].glued)


def _unseen(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Digits with a zero-width space or a soft hyphen between them."""
    end, seen = at + 1, False
    while is_glued(tokens, end) and (tokens[end].kind == "digits" or tokens[end].text in (*_INVISIBLE, ",", ".")):
        seen = seen or tokens[end].text in _INVISIBLE
        end += 1
    while tokens[end - 1].kind != "digits":
        end -= 1
    written = "".join(t.text for t in tokens[at:end] if t.text not in _INVISIBLE)
    return (end, written) if seen and end > at + 1 and written.count(".") <= 1 else None


def _apart(text: str, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Groups of three behind one plain space or an apostrophe: "12 500 kroner", "1’234’567"."""
    if not (tokens[at].text.isdecimal() and len(tokens[at].text) <= _GROUP and tokens[at].text[0] != "0"):
        return None
    end, spaced = at + 1, False
    while width := _separator(text, tokens, end):
        spaced = spaced or width == 1
        end += width
    if end == at + 1 or (spaced and not (_counts(tokens, end) and _starts(tokens, at)) and not _priced(tokens, at)):
        return None
    return end, ",".join(t.text for t in tokens[at:end] if t.kind == "digits")


def _separator(text: str, tokens: Sequence[Token], at: int) -> int:
    """How many tokens the next group of three takes: 1 behind a space, 2 behind an apostrophe."""
    if _is_group(tokens, at) and not tokens[at].glued and text[tokens[at - 1].end : tokens[at].start] == " ":
        return 1
    apostrophe = is_glued(tokens, at) and tokens[at].text in _APOSTROPHES and is_glued(tokens, at + 1)
    return 2 if apostrophe and _is_group(tokens, at + 1) else 0


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and len(tokens[at].text) == _GROUP and tokens[at].text.isdecimal()


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit, a currency or a plural stands behind the groups, or the last one is no number by itself."""
    if tokens[at - 1].text[0] == "0":
        return True
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    words = [t.text for t in tokens[at : at + units.MAX_WORDS]]
    noun = tokens[at].text.islower() and len(words[0]) >= _SHORTEST_NOUN and is_plural(tokens[at])
    return noun or units.match(words) is not None or units.currency_after(words) is not None


def _starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the first group may begin a number: not behind a month, a name or another number."""
    before = word(tokens, at - 1)
    if not before or at == 0:
        return True
    name = is_capital(tokens, at - 1) and before not in wordlist("names", "plain")
    return tokens[at - 1].kind != "digits" and before not in MONTHS and not name


def _priced(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].glued and unicodedata.category(tokens[at - 1].text[-1]) == "Sc"


def _decimal(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """ "1,5 million", "2,75 %": a comma before one or two digits and a scale."""
    whole, part = tokens[at].text, word(tokens, at + 2)
    joined = word(tokens, at + 1) == "," and is_glued(tokens, at + 1) and is_glued(tokens, at + 2)
    if not joined or not whole.isdecimal() or not (part.isdecimal() and len(part) < _GROUP):
        return None
    scale = word(tokens, at + 3)
    return (at + 3, f"{whole}.{part}") if scale in SCALES or scale in ABBREVIATED or scale in _PERCENT else None


def _thousands(token: Token) -> Token:
    """ "12.000" beside a decimal comma, or in a text with such thousands, is twelve thousand."""
    whole, _, part = token.text.partition(".")
    if token.kind != "digits" or len(part) != _GROUP or not 0 < len(whole) <= _GROUP:
        return token
    written = f"{whole},{part}"
    return Token("digits", written, written, token.start, token.end, token.glued)
