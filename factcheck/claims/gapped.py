"""A claim in the words of one of its texts, with a gap where the number stands: "The bridge over the Lune cost …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from factcheck.claims.mentions import Mention
from factcheck.lexicon import any_of, lexicon, wordlist

GAP = "…"
_BEFORE, _AFTER = 9, 6
"""Words on each side that a line holds: one line of a report."""
_FEWEST = 2
"""Words of content that a line needs."""
_PARTED = re.compile(r"^\s*#{1,6}\s|[;:()\[\]“”\"|]|\s[-–—]+\s|[.!?]\s|\n")
_COMMA = re.compile(r",\s")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTERS = re.compile(r"\w+")
_CLAUSE = 3
"""Words of a stretch between commas that make it a clause."""


def gapped(members: Sequence[Mention]) -> str:
    """The clause of the figure that holds most of what all share; "" where no clause says enough."""
    counts = Counter(word for member in members for word in member.near)
    for member in sorted(members, key=lambda m: _rank(m, counts)):
        line = _clause(member)
        if len(set(_WORD.findall(line))) >= _FEWEST:
            return line
    return ""


def _rank(member: Mention, counts: Counter[str]) -> tuple[int, int]:
    """The more of the shared words the better, then the shorter; a table's heads are no clause."""
    sentence = member.figure.context.sentence
    shared = sum(1 for word in member.near if counts[word] > 1)
    return (-shared, sentence.end - sentence.start) if member.figure.worded is None else (1, 0)


def _clause(member: Mention) -> str:
    text, sentence, extent = member.document.text, member.figure.context.sentence, member.figure.extent
    before = _behind(text[sentence.start : extent.start])
    after = _ahead(text[extent.end : sentence.end])
    return " ".join(part for part in (_unbound(before), GAP, after) if part)


def _behind(words: str) -> str:
    """The end of what stands before a number, from the clause on that holds it."""
    words = _PARTED.split(words)[-1]
    stretches = _COMMA.split(words)
    while len(stretches) > 1 and len(stretches[-1].split()) < _CLAUSE:
        stretches[-2:] = [", ".join(stretches[-2:])]
    kept = stretches[-1].split()[-_BEFORE:]
    while kept and kept[0].lower() in wordlist("statements", "openers"):
        kept = kept[1:]
    return " ".join(kept)


def _ahead(words: str) -> str:
    """The start of what stands behind a number, up to the clause's end or so many words."""
    kept = re.split(r"[,.!?]", _PARTED.split(words, maxsplit=1)[0], maxsplit=1)[0].split()
    if len(kept) <= _AFTER:
        return " ".join(kept)
    kept = kept[:_AFTER]
    while kept and kept[-1].lower() in wordlist("statements", "unfinished"):
        kept = kept[:-1]
    return " ".join(kept)


def _unbound(words: str) -> str:
    """Without the words of a bound before the number ("more than"): they belong to the value."""
    last = words.rpartition(" ")[2].lower()
    return words if _bound_ends().isdisjoint(_LETTERS.findall(last)) else _bounds().sub("", words)


@cache
def _bound_ends() -> frozenset[str]:
    """The last words of bounds: most stretches end in no such word."""
    return frozenset(word for phrase in _phrases() for word in _LETTERS.findall(phrase)[-1:])


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for entry in lexicon("bounds") for phrase in entry.get("before", ()))


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(rf"\s*\b{any_of(_phrases())}\s*$", re.IGNORECASE)
