"""Page furniture by the phrases of `furniture.txt`: read-more links, cookie notes, share buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_START = 4
_AROUND = " \ufeff*_#>|•·-–—.…»›→!"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of the file, cut at its `*`; the pieces follow one another in the text."""

    pieces: tuple[str, ...]
    ends_page: bool = False

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


def is_furniture(words: str) -> bool:
    """Whether a paragraph is page furniture and nothing else, or has no words at all ("* * *")."""
    folded = _folded(words)
    return not folded or any(phrase.matches(folded) for phrase in _candidates(folded))


def ends_page(words: str) -> bool:
    """Whether what follows the paragraph is no longer the article, where only a few words do."""
    folded = _folded(words)
    return any(phrase.ends_page and phrase.matches(folded) for phrase in _candidates(folded))


def _candidates(folded: str) -> list[Phrase]:
    """The phrases that begin as the words do, or with any words."""
    known = _phrases()
    return [phrase for length in range(_START + 1) for phrase in known.get(folded[:length], ())]


def _folded(words: str) -> str:
    words = " ".join(words.lower().replace("’", "'").split()).strip(_AROUND)
    return _NUMBER.sub("<n>", words)


@cache
def _phrases() -> dict[str, list[Phrase]]:
    """The phrases by how they begin, "" for those that begin with any words."""
    by_start: dict[str, list[Phrase]] = {}
    for line in Path(__file__).with_name("furniture.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase = Phrase(tuple(line.removeprefix("> ").split("*")), ends_page=line.startswith("> "))
            by_start.setdefault(phrase.pieces[0][:_START], []).append(phrase)
    return by_start
