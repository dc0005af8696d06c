"""Numbers that are parts of names, identifiers, ordinals: dropped with a reason, before they are read.

The words stand in `rules/lexicon/names.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.figures.numbers import word
from factcheck.figures.reading import NoFigure
from factcheck.figures.scan import Token
from factcheck.lexicon import lexicon

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b\S+\.(?:com|org|net|gov|edu)\b\S*")
_SUFFIXES = {"st", "nd", "rd", "th"}
_GLUED_UNITS = {"am", "pm", "s", "x", "k", "m", "mn", "bn", "b", "tn", "mln", "bln", "trn", "hrs", "ish"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(entry) for entry in lexicon("names")[key])


def addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of URLs and e-mail addresses in `text[start:end]`."""
    if not any(sign in text[start:end] for sign in ("@", "www.", "://", ".com", ".org", ".net", ".gov", ".edu")):
        return []
    return [match.span() for match in _ADDRESS.finditer(text, start, end)]


def no_figure(tokens: Sequence[Token], at: int, known_unit: bool) -> NoFigure | None:
    """Why the digits at token `at` are no figure, or None.

    `known_unit`: the letters glued behind them are a unit, a scale or part of a currency.
    """
    return (
        _ordinal(tokens, at)
        or _code(tokens, at, known_unit)
        or _fixed_name(tokens, at)
        or _identifier(tokens, at)
        or _street(tokens, at)
    )


def _ordinal(tokens: Sequence[Token], at: int) -> NoFigure | None:
    if word(tokens, at + 1) in _SUFFIXES and tokens[at + 1].glued:
        return NoFigure(at, at + 2, "ordinal")
    return None


def _code(tokens: Sequence[Token], at: int, known_unit: bool) -> NoFigure | None:
    """ "x86", "i7", "9400M", "E3-1260L", "206-448-8160", "'09"."""
    before = tokens[at - 1] if at and tokens[at].glued and tokens[at].text[0] != "." else None
    if before and before.kind == "word" and not known_unit:
        return NoFigure(at, _code_end(tokens, at), "part of a name or code")
    if before and before.text in ("-", "‑") and at > 1 and tokens[at - 1].glued and _capital_code(tokens[at - 2]):
        return NoFigure(at, _code_end(tokens, at), "part of a name or code")
    if before and before.text in ("'", "’", "‘") and len(tokens[at].text) == 2:
        return NoFigure(at, at + 1, "part of a name or code")
    glued = at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].kind == "word"
    if glued and not known_unit and tokens[at + 1].lower not in _GLUED_UNITS:
        return NoFigure(at, _code_end(tokens, at), "part of a name or code")
    return _phone(tokens, at) or _slashed(tokens, at)


def _capital_code(token: Token) -> bool:
    """ "AK-47", "Covid-19", "F-16"; not "Magnitude-6.1"."""
    return token.kind == "word" and token.text[0].isupper() and token.lower not in _words("plain")


def _code_end(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while (
        end < len(tokens) and tokens[end].glued and (tokens[end].kind in ("digits", "word") or tokens[end].text == "-")
    ):
        end += 1
    return end


def _phone(tokens: Sequence[Token], at: int) -> NoFigure | None:
    groups, end = [len(tokens[at].text)], at + 1
    while end + 1 < len(tokens) and tokens[end].text in "-–" and tokens[end].glued and tokens[end + 1].kind == "digits":
        groups.append(len(tokens[end + 1].text))
        end += 2
    if len(groups) >= 3 and max(groups) >= 3 and groups[-1] == 4 and groups[0] != 4:
        return NoFigure(at, end, "telephone number")
    return None


def _slashed(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "08 / 04 / 11": a date that has two readings."""
    parts = [word(tokens, at + k) for k in range(5)]
    if parts[1] == parts[3] == "/" and all(p.isdigit() and len(p) <= 4 for p in parts[::2]):
        return NoFigure(at, at + 5, "date in figures that has two readings")
    return None


def _fixed_name(tokens: Sequence[Token], at: int) -> NoFigure | None:
    joined = "".join(t.lower for t in tokens[at : at + 3])
    if joined in _words("names") and word(tokens, at + 1) == "/":
        return NoFigure(at, at + 3, "part of a name or code")
    if word(tokens, at) in _words("names") and word(tokens, at - 1) in (
        "dial",
        "dialed",
        "dialled",
        "called",
        "call",
        "a",
    ):
        return NoFigure(at, at + 1, "telephone number")
    return None


def _identifier(tokens: Sequence[Token], at: int) -> NoFigure | None:
    before = at - 1
    if word(tokens, before) == "." and tokens[before].glued:
        before -= 1
    elif word(tokens, before) == "'" or not tokens[at].text.isdigit():
        return None
    noun = word(tokens, before)
    if noun not in _words("identifiers"):
        return None
    named = tokens[before].text[0].isupper() or noun in (
        "page",
        "pages",
        "#",
        "no",
        "nos",
        "section",
        "position",
        "am",
        "fm",
    )
    if (named and before == at - 1) or noun in ("no", "nos"):
        return NoFigure(at, at + 1, f"identifier behind “{tokens[before].text}”")
    return None


def _street(tokens: Sequence[Token], at: int) -> NoFigure | None:
    if word(tokens, at + 1) == "block" and word(tokens, at + 2) == "of":
        return NoFigure(at, at + 1, "street address")
    end = at + 1
    while end < len(tokens) and end <= at + 3 and tokens[end].text[0].isupper():
        end += 1
        if word(tokens, end - 1) in _words("streets") and end > at + 2:
            return NoFigure(at, end, "street address")
    return None


def named(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the plain number at `at` belongs to the capitalised word before it ("Nord Stream 2").

    It does not where a plural noun follows that it can count ("Police 30 officers").
    """
    if not at or tokens[at - 1].kind != "word" or not tokens[at - 1].text[0].isupper():
        return False
    if tokens[at - 1].lower in _words("plain"):
        return False
    after = word(tokens, end)
    counts = after.endswith("s") and len(after) > 3 and tokens[end].text.islower() and not after.endswith("ss")
    return not counts and after not in ("people", "men", "women", "children", "percent", "per")
