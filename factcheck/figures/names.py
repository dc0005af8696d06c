"""Numbers that belong to a name or name a thing: "Nord Stream 2", "Section 427", "12 Elm Street".

The words stand in `rules/lexicon/names.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures import codes
from factcheck.figures.dates.years import is_year
from factcheck.figures.number import Number
from factcheck.figures.reading import NoFigure
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.lexicon import wordlist

_PEOPLE = ("people", "men", "women", "children", "percent", "per", "police", "troops")
_IN = ("in", "at", "near", "from", "by", "on", "across", "outside")
_JOINING = ("-", "–", "/", "to")
_ENDS_SHARE = (",", ".", ";", "", "and")
_LONGEST_CODE = 5
_SHORT_WORD, _FEW_WORDS, _HEADLINE = 3, 3, 0.8


def _words(key: str) -> frozenset[str]:
    return wordlist("names", key)


def no_figure(text: str, tokens: Sequence[Token], at: int) -> NoFigure | None:
    """Why the digits at token `at` are no figure, or None."""
    return (
        codes.ordinal(tokens, at)
        or codes.code(text, tokens, at)
        or _list_marker(tokens, at)
        or _fixed(tokens, at)
        or _identifier(tokens, at)
        or _street(tokens, at)
    )


def titled(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """The year of "Fire Safety Order 2005", "Windows 2000"."""
    if is_year(tokens, at) and is_capital(tokens, at - 1) and word(tokens, at - 1) in _words("titles"):
        return NoFigure(at, at + 1, f"part of the name “{tokens[at - 1].text} {tokens[at].text}”")
    return None


def in_word(tokens: Sequence[Token], at: int, end: int) -> NoFigure | None:
    """ "one-sided", "three-point range", "mother-of-two": hyphened to a word that it does not count."""
    if word(tokens, at - 1) == "-" and word(tokens, at - 2) == "of" and is_glued(tokens, at):
        return NoFigure(at, end, "part of a word")
    if word(tokens, end) != "-" or not is_glued(tokens, end) or not is_glued(tokens, end + 1):
        return None
    whole = "".join(t.lower for t in tokens[at : end + 2])
    one = word(tokens, at) == "one" and whole.endswith(("ed", "time", "way", "off"))
    return NoFigure(at, end, "part of a word") if one or whole in _words("words") else None


def capitalised(tokens: Sequence[Token], at: int, end: int) -> NoFigure | None:
    """ "Ocean's Eleven", "the Five Eyes", "the Group of Seven": a capital inside a sentence, beside another."""
    if at < 1 or not is_capital(tokens, at) or tokens[at].text.isupper() or tokens[at - 1].kind == "sign":
        return None
    before = at - 2 if word(tokens, at - 1) in ("of", "'s", "’s") else at - 1
    if (before > 0 and is_capital(tokens, before)) or (is_capital(tokens, end) and not is_capital(tokens, end + 1)):
        return NoFigure(at, end, "part of a name")
    return None


def _list_marker(tokens: Sequence[Token], at: int) -> NoFigure | None:
    """ "3." or "3)" before a capital at the start of a line; "(3)" there or behind a semicolon."""
    if word(tokens, at - 1) == "(" and word(tokens, at + 1) == ")" and len(tokens[at].text) == 1:
        listed = (at == 1 and at + 2 < len(tokens)) or word(tokens, at - 2) in (";", ":")
        return NoFigure(at, at + 1, "list marker") if listed else None
    closed = word(tokens, at + 1) in (".", ")") and is_glued(tokens, at + 1) and not is_glued(tokens, at + 2)
    starts = at == 0 and len(tokens[at].text) <= 2 and tokens[at].text.isdecimal()
    following = at + 2 >= len(tokens) or tokens[at + 2].text[0].isupper()
    return NoFigure(at, at + 2, "list marker") if starts and closed and following else None


def _fixed(tokens: Sequence[Token], at: int) -> NoFigure | None:
    if word(tokens, at + 1) in _JOINING and _fixed_pair(tokens, at):
        return NoFigure(at, at + 3, "part of a name or code")
    lines = word(tokens, at + 1) in ("p", "i") and is_glued(tokens, at + 1) and len(tokens[at].text) in (3, 4)
    if lines and word(tokens, at + 2) in _words("screens"):
        return NoFigure(at, at + 2, "part of a name or code")
    if word(tokens, at) in _words("names"):
        beside = word(tokens, at - 1) in _words("called") or word(tokens, at + 1) in _words("calls")
        return NoFigure(at, at + 1, "telephone number") if beside else None
    return None


def _fixed_pair(tokens: Sequence[Token], at: int) -> bool:
    """ "24/7", "9-11", "nine to five" behind a word of work, a "50-50" chance."""
    joined, link = "".join(t.lower for t in tokens[at : at + 3]), word(tokens, at + 1)
    if joined in ("50-50", "50–50") and word(tokens, at + 3) in _words("halves"):
        return True
    working = link != "to" or word(tokens, at - 1) in _words("working")
    return joined in _words("names") and link != "–" and working


def _identifier(tokens: Sequence[Token], at: int) -> NoFigure | None:
    before = at - 1
    stopped = word(tokens, before) == "." and is_glued(tokens, before)
    noun = word(tokens, before - 1 if stopped else before)
    if noun in ("no", "nos"):
        return NoFigure(at, at + 1, f"identifier behind “{noun}”")
    heading = noun == "#" and not is_glued(tokens, at)
    if stopped or heading:
        return None
    if noun not in _words("numbered") and not (noun in _words("identifiers") and is_capital(tokens, before)):
        return None
    return NoFigure(at, at + 1, f"identifier behind “{tokens[before].text}”")


def _street(tokens: Sequence[Token], at: int) -> NoFigure | None:
    if word(tokens, at + 1) == "block" and word(tokens, at + 2) == "of":
        return NoFigure(at, at + 1, "street address")
    end = at + 1
    while end < len(tokens) and end <= at + 3 and tokens[end].text[0].isupper():
        end += 1
        if word(tokens, end - 1) in _words("streets") and end > at + 2:
            return NoFigure(at, end, "street address")
    return None


def follows_name(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a proper name, as far as its capital tells, stands directly before the number."""
    before = number.start - 1
    if not is_capital(tokens, before) or tokens[before].text in ("I", "A"):
        return False
    compound = is_glued(tokens, before) and word(tokens, before - 1) == "-"
    return compound or tokens[before].lower not in _words("plain")


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether nearly every word has a capital, so that a capital tells nothing."""
    long = [t for t in tokens if t.kind == "word" and len(t.text) > _SHORT_WORD]
    return len(long) >= _FEW_WORDS and sum(t.text[0].isupper() for t in long) >= _HEADLINE * len(long)


def named(tokens: Sequence[Token], number: Number, *, headline: bool) -> bool:
    """Whether the number belongs to the name before it: nothing follows that it counts, or the name is a model's.

    "Curve 8900", "AK 47 guns", "USB 3.0 ports"; but "Police 30 officers", "in US 30 people".
    """
    if not follows_name(tokens, number):
        return False
    before, after = number.start - 1, word(tokens, number.end)
    plural = after.endswith("s") and not after.endswith("ss") and len(after) > 3
    plural = plural and (headline or tokens[number.end].text.islower())
    if not plural and after not in _PEOPLE:
        return True
    return after not in _PEOPLE and _is_model_word(tokens[before]) and word(tokens, before - 1) not in _IN


def shares_unit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "(Labour is on 40%,) the Tories 33,", "(won 84 seats,) the Union 61": a party has so many."""
    at = start - 1
    if word(tokens, end) not in _ENDS_SHARE or not is_capital(tokens, at):
        return False
    plural = tokens[at].lower.endswith("s")
    while is_capital(tokens, at):
        at -= 1
    if word(tokens, at) == "the" and word(tokens, at - 1) in (",", "and", ";", "to") and plural:
        return True
    at = at - 1 if word(tokens, at) == "the" else at
    return word(tokens, at) in (",", "and", ";", ":", "with") and dealt(tokens, at) != ""


def dealt(tokens: Sequence[Token], at: int) -> str:
    """What is dealt out to those who are listed before token `at`: "seats", "votes"; "" where nothing is."""
    words = wordlist("names", "dealt")
    return next((t.lower for t in reversed(tokens[:at]) if t.lower in words), "")


def _is_model_word(token: Token) -> bool:
    """ "AK", "USB", "iPhone", "PlayStation": capitals that a surname or place does not have."""
    inner = any(c.isupper() for c in token.text[1:])
    return inner and (not token.text.isupper() or len(token.text) <= _LONGEST_CODE)
