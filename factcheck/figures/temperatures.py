"""Temperatures with a bare letter: "40.3C", "95F", "-20 C"; not the letter of a seat, a model or a bus."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import units
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.lexicon import wordlist

_NAMES = {"C": "celsius", "F": "fahrenheit"}
_MILDEST, _HOTTEST = 20, 130
"""Between them a letter F is one of weather; beyond only where words of heat stand beside it ("13F" is a form)."""

_NEAR = 8
_SIGNS = ("-", "−", "–", "/", "(", "+", "~", "<", ">")


def degrees(tokens: Sequence[Token], at: int) -> units.Unit | None:
    """The degree that the letter behind the digits at token `at` stands for, or None."""
    letter = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if letter not in _NAMES or tokens[at].kind != "digits" or not _ends(tokens, at + 1):
        return None
    if not is_glued(tokens, at + 1) and not _sure(tokens, at):
        return None
    return _unit(_NAMES[letter]) if _of_weather(tokens, at) else None


def _unit(name: str) -> units.Unit | None:
    known = units.match([name])
    return known[0] if known else None


def _ends(tokens: Sequence[Token], letter: int) -> bool:
    """Whether the letter is a word of its own: not of "5C-7", "C++", "C. Smith"."""
    after = letter + 1
    if not is_glued(tokens, after):
        return True
    if tokens[after].text == "/":
        return is_glued(tokens, after + 1)
    return tokens[after].kind == "sign" and tokens[after].text not in ("+", "'", "’") and not _numbered(tokens, after)


def _numbered(tokens: Sequence[Token], sign: int) -> bool:
    """Whether more of a code stands behind the hyphen; a range of degrees ("20C-25C") is none."""
    digits = is_glued(tokens, sign + 1) and tokens[sign + 1].kind == "digits"
    return digits and word(tokens, sign + 2).upper() not in _NAMES


def _sure(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits can be nothing else where a space stands before the letter: "38.7 C", "-20 C"."""
    return "." in tokens[at].text or (tokens[at - 1].text in ("-", "−", "–") and tokens[at].glued and at > 0)


def _of_weather(tokens: Sequence[Token], at: int) -> bool:
    whole = tokens[at].text.partition(".")[0] or "0"
    if (len(whole) > 1 and whole[0] == "0") or len(whole) > len("1000"):
        return False
    if not _MILDEST <= int(whole) <= _HOTTEST and not (tokens[at + 1].text == "C" and int(whole) < _MILDEST):
        return _heated(tokens, at)
    if at == 0 or tokens[at - 1].kind != "word":
        return at > 0 and tokens[at - 1].text in _SIGNS
    if "." in tokens[at].text:
        return not is_capital(tokens, at - 1) or word(tokens, at - 1) in wordlist("names", "plain")
    return word(tokens, at - 1) in wordlist("names", "reached")


def _heated(tokens: Sequence[Token], at: int) -> bool:
    return any(t.lower in wordlist("names", "heated") for t in tokens[max(0, at - _NEAR) : at + _NEAR])
