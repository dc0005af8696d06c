"""Page furniture by the phrases of `furniture.txt`: read-more links, cookie notes, share buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.documents.lines import WHITE

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_START = 4
_PEEK = 64
"""Characters of a paragraph that tell how it begins."""
_AROUND = " \ufeff*_#>|•·-–—.…»›→!"
_LEADING = _AROUND + WHITE


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of the file, cut at its `*`; the pieces follow one another in the text."""

    pieces: tuple[str, ...]
    ends_page: bool = False

    @property
    def sign(self) -> str:
        """The longest part of it, which stands in all words that it matches, before and after their numbers fold."""
        return max((part for piece in self.pieces for part in piece.split("<n>")), key=len)

    def matches(self, words: str) -> bool:
        """Whether the phrase is the whole of the folded words. Takes time in proportion to them."""
        first, *rest = self.pieces
        if not rest:
            return words == first
        last = rest.pop()
        if not words.startswith(first):
            return False
        at = len(first)
        for piece in rest:
            found = words.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return words.endswith(last) and len(words) - len(last) >= at


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases by how they begin, in starts of these lengths; by their signs those that begin with any words."""

    by_start: Mapping[str, Sequence[Phrase]]
    lengths: tuple[int, ...]
    by_sign: tuple[tuple[str, Phrase], ...]
    rare: tuple[str, ...]
    """A word of each sign, its longest."""


def tells(text: str) -> bool:
    """Whether a phrase that begins with any words could match a paragraph of the text; none does in most texts."""
    lowered = text.lower().replace("’", "'")
    return any(rare in lowered for rare in _phrases().rare)


def is_furniture(words: str, *, told: bool = True) -> bool:
    """Whether a paragraph is page furniture and nothing else, or has no words at all ("* * *").

    `told`: what `tells` says of its text, which spares a look through the paragraph where it is false.
    """
    if not told and not _may_begin(words):
        return False
    plain = _plain(words)
    return not plain or _is_one_of(_candidates(plain), plain)


def ends_page(words: str) -> bool:
    """Whether what follows the paragraph is no longer the article, where only a few words do."""
    plain = _plain(words)
    return _is_one_of([phrase for phrase in _candidates(plain) if phrase.ends_page], plain)


def _may_begin(words: str) -> bool:
    """Whether a phrase may begin as the words do. What begins with a number, or has few signs, may."""
    opening = words[:_PEEK].lstrip(_LEADING)[: 2 * _START].lower().replace("’", "'")
    start = " ".join(opening.split())
    if len(start) <= _START or _NUMBER.search(start, 0, _START):
        return True
    known = _phrases()
    return any(start[:length] in known.by_start for length in known.lengths)


def _is_one_of(phrases: list[Phrase], plain: str) -> bool:
    """Whether a phrase matches; few paragraphs have one that could, so numbers are folded only then."""
    if not phrases:
        return False
    folded = _NUMBER.sub("<n>", plain)
    return any(phrase.matches(folded) for phrase in phrases)


def _candidates(plain: str) -> list[Phrase]:
    """The phrases that begin as the words do, or that begin with any words and whose sign is among them."""
    known = _phrases()
    start = _NUMBER.sub("<n>", plain, count=1)
    begun = [phrase for length in known.lengths for phrase in known.by_start.get(start[:length], ())]
    return begun + [phrase for sign, phrase in known.by_sign if sign in plain]


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split()).strip(_AROUND)


@cache
def _phrases() -> _Phrases:
    by_start: dict[str, list[Phrase]] = {}
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase = Phrase(tuple(line.removeprefix("> ").split("*")), ends_page=line.startswith("> "))
            by_start.setdefault(phrase.pieces[0][:_START], []).append(phrase)
    signs = tuple((phrase.sign, phrase) for phrase in by_start.pop("", ()))
    rare = tuple(dict.fromkeys(max(sign.split(), key=len) for sign, _ in signs))
    return _Phrases(by_start, tuple(sorted(set(map(len, by_start)))), signs, rare)
