"""Digits inside codes and addresses: never figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import units
from factcheck.figures import money, temperatures
from factcheck.figures.letters import INDIAN, scales_noun
from factcheck.figures.phones import phone
from factcheck.figures.reading import NoFigure
from factcheck.figures.scan import SUPERSCRIPTS, Token, is_capital, is_glued, word

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w[^@\s]*\.\w|\w\.(?:com|org|net|gov|edu)\b")
_ADDRESS_SIGNS = ("@", "www.", "://", ".com", ".org", ".net", ".gov", ".edu")
_ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
_SCALES = ("mn", "bn", "tn", "mln", "bln", "trn")
_LETTERS = ("k", "m", "mm", "b")
_SUFFIXES = ("am", "pm", "s", "x", "hrs", "ish", "a", "p")
_REASON = "part of a name or code"


def addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of URLs and e-mail addresses in `text[start:end]`, in order."""
    stretch = text[start:end]
    if not any(sign in stretch for sign in _ADDRESS_SIGNS):
        return []
    chunks = _CHUNK.finditer(text, start, end)
    return [chunk.span() for chunk in chunks if _ADDRESS.search(chunk.group())]


def ordinal(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "22nd" ranks."""
    if word(tokens, at + 1) in _ORDINAL_SUFFIXES and is_glued(tokens, at + 1):
        return NoFigure(at, at + 2, "ordinal")
    return None


def code(text: str, tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "x86", "i7", "9400M", "E3-1260L", "ExpressCard/34", "'09", "206-448-8160"."""
    if _glued_before(text, tokens, at) or _glued_behind(text, tokens, at):
        return NoFigure(at, _end(tokens, at), _REASON)
    return phone(text, tokens, at) or _slashed(tokens, at)


def _glued_before(text: str, tokens: Sequence[Token], at: int) -> bool:
    if not at or not tokens[at].glued or tokens[at].text[0] == ".":
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return not _written_sum(text, tokens, at) and not _product(tokens, at)
    if before.text in ("'", "’", "‘"):
        return len(tokens[at].text) == 2
    if before.text == "/" and temperatures.degrees(tokens, at):
        return False
    if before.text not in ("-", "‑", "/") or at < 2 or not before.glued or not letter_word(tokens, at - 2):
        return False
    lettered = is_glued(tokens, at + 1) and len(word(tokens, at + 1)) == 1 and letter_word(tokens, at + 1)
    model = is_capital(tokens, at - 2) or (lettered and word(tokens, at + 1) not in _SUFFIXES)
    return model and tokens[at - 2].lower != "magnitude"


def _written_sum(text: str, tokens: Sequence[Token], at: int) -> bool:
    """ "RM23.50", "euro30": the letters are a currency."""
    return units.currency_before(text, tokens[at].start) is not None


def _product(tokens: Sequence[Token], at: int) -> bool:
    """ "1920x1200"."""
    return tokens[at - 1].lower == "x" and at > 1 and tokens[at - 2].kind == "digits" and is_glued(tokens, at - 1)


def _glued_behind(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the letters behind the digits are none of a unit, scale, currency or suffix."""
    letters = tokens[at + 1] if is_glued(tokens, at + 1) else None
    if letters is None or letters.kind != "word":
        return False
    if len(letters.text) == 1 and is_glued(tokens, at + 2) and tokens[at + 2].kind == "digits":
        return tokens[at + 2].text not in ("2", "3") and letters.lower != "x"
    if temperatures.degrees(tokens, at) or _raised(tokens, at):
        return False
    if units.glued(letters.text) or units.currency_after([letters.text]) or money.is_millions(letters.text):
        return False
    if letters.lower in _SCALES or letters.lower in _SUFFIXES:
        return False
    if letters.lower in INDIAN and _written_sum(text, tokens, at):
        return False
    if letters.lower not in _LETTERS:
        return True
    scale = _written_sum(text, tokens, at) or scales_noun(tokens, at + 2)
    return not scale and (letters.text.isupper() or is_model(tokens, at))


def _raised(tokens: Sequence[Token], at: int) -> bool:
    """ "10⁶": a power of ten; behind other numbers a raised figure may be the sign of a note."""
    return tokens[at].text == "10" and set(tokens[at + 1].text) <= set(SUPERSCRIPTS)


def is_model(tokens: Sequence[Token], at: int) -> bool:
    """ "GT 650m": digits with a letter behind a word in capitals."""
    return letter_word(tokens, at - 1) and tokens[at - 1].text.isupper() and len(tokens[at - 1].text) > 1


def letter_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands at token `at`."""
    return 0 <= at < len(tokens) and tokens[at].kind == "word"


def _end(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while is_glued(tokens, end) and (tokens[end].kind in ("digits", "word") or tokens[end].text == "-"):
        end += 1
    return end


def _slashed(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "08 / 04 / 11": a date that has two readings."""
    if word(tokens, at + 1) != "/":
        return None
    parts = [word(tokens, at + k) for k in range(5)]
    if parts[1] == parts[3] == "/" and all(p.isdecimal() and len(p) <= 4 for p in parts[::2]):
        return NoFigure(at, at + 5, "date in figures that has two readings")
    return None
