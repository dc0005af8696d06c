"""What the head of a row or column says: the measure, its unit and scale, a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.figures.dates.anchor import Anchor
from factcheck.figures.grammar import read
from factcheck.figures.scan import tokenize
from factcheck.lexicon import lexicon, wordlist

_SIGNS = "*_` \t\r\n:"
_BRACKETED = re.compile(r"(?P<words>.*?)\s*[(\[](?P<note>[^()\[\]]{1,40})[)\]]\s*(?P<rest>[^()\[\]]*)")
_TAIL = re.compile(
    r"(?P<words>.*?)(?:,\s*(?:in\s+)?|\s+in\s+|\s*[-–—/]\s*|\s+(?=[$€£%]|[A-Z]{2,3}[$€£]))(?P<note>[^,]{1,40})"
)
_NOTE = re.compile(
    r"(?:in\s+)?(?P<money>[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\b)?\s*(?P<scale>['’]?000s?\b|[^\W\d_]+)?\s*(?:of\s+)?(?P<unit>.*)",
)
_FISCAL = re.compile(r"(?:FY|fiscal(?: year)?)\s*['’]?(?=\d)", re.IGNORECASE)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands before and behind a bare number: "$" and "million", "" and "%"."""

    before: str = ""
    after: str = ""

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class Head:
    """A head's own words without its unit; `period` is the year or month that is all of it, as a sentence writes it."""

    words: str
    unit: Unit = Unit()
    period: str = ""

    @property
    def generic(self) -> bool:
        """Whether it says only that numbers follow: "Number", "Value", "Total"."""
        return self.words.lower().strip(". ") in wordlist("tables", "generic")


@lru_cache(maxsize=10_000)
def read_head(written: str) -> Head:
    """What a head says."""
    words = " ".join(written.strip(_SIGNS).replace("**", "").split())
    if len(words) > _LONGEST:
        return Head(words)
    if period := _period(words):
        return Head("", period=period)
    if words.lower() not in wordlist("tables", "times") and (unit := _unit(words)):
        return Head("", unit)
    for rest, note in _notes(words):
        if unit := _unit(note):
            return Head(rest.strip(_SIGNS + ",-–"), unit)
    return Head(words)


def _notes(words: str) -> Iterator[tuple[str, str]]:
    if found := _BRACKETED.fullmatch(words):
        yield f"{found['words']} {found['rest']}".strip(), found["note"]
    for found in (_TAIL.fullmatch(words),):
        if found and found["words"]:
            yield found["words"], found["note"]


def _period(words: str) -> str:
    """The date that is all of the words, in the words of a sentence; "" where there is none."""
    plain = _FISCAL.sub("", words)
    text = f"in {plain}"
    tokens = tokenize(text, 0, len(text))
    found = read(text, tokens, Anchor(None)).figures
    whole = len(found) == 1 and found[0][0].kind == "date" and found[0][0].start <= 1 and found[0][0].end == len(tokens)
    return plain if whole else ""


@lru_cache(maxsize=10_000)
def _unit(note: str) -> Unit | None:
    """The unit that the whole note is, as the grammar reads it behind a number; None where it is no unit."""
    match = _NOTE.fullmatch(note.strip())
    if match is None or not note.strip():
        return None
    scale = _scale(match["scale"] or "", money=bool(match["money"]))
    rest = " ".join(filter(None, ("" if scale else match["scale"], match["unit"])))
    unit = Unit(_sign(match["money"] or ""), " ".join(filter(None, (scale, rest))))
    text = f"was {unit.before}5{'' if unit.after.startswith('%') else ' '}{unit.after}"
    tokens = tokenize(text, 0, len(text))
    figures = read(text, tokens, Anchor(None)).figures
    whole = len(figures) == 1 and figures[0][0].start == 1 and figures[0][0].last == len(tokens)
    return unit if unit and whole else None


def _scale(words: str, *, money: bool) -> str:
    """The scale word that the note's own stands for: "millions", "m" (of money: else it is metres), "'000"."""
    if words.lower() in wordlist("tables", "letters") and not money:
        return ""
    return str(lexicon("tables")["scales"].get(words.lower().strip("'’"), ""))


def is_scale(word: str) -> bool:
    """Whether a word of a head is a scale: "thousands"."""
    return word.lower() in lexicon("tables")["scales"]


def _sign(money: str) -> str:
    """A code of three letters stands apart from the number, as sentences write it."""
    return f"{money} " if money.isalpha() else money
