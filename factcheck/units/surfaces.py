"""How a text writes a unit or a currency, and the longest one at the start of some words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from string import whitespace
from typing import Generic, TypeVar

from factcheck.errors import UsageError

MAX_WORDS = 12
"""No surface is longer than this many words, punctuation counted ("barrels-of-oil-equivalent a day")."""

HYPHENS = "-\u2010\u2011\u2013"

_ENDING = re.compile(r"\((?:([^()/]*)/)?([^()/]*)\)")
_ATOM = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
_DROPPED = str.maketrans({".": "", "º": "°", "˚": "°"} | dict.fromkeys(HYPHENS, " "))

Atoms = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write something. `mark` is the sign that stood before it; `folds` says that case is free."""

    singular: str
    plural: str
    mark: str
    folds: bool


def surfaces(cell: str, marks: str = "") -> Iterator[Surface]:
    """The surfaces of a table's cell, "mile(s), mi, ~m", in their order; `marks` may stand before them."""
    for item in filter(None, (part.strip() for part in cell.split(","))):
        mark = item[0] if item[0] in marks else ""
        written = item.removeprefix(mark)
        singular = _ENDING.sub(lambda ending: ending[1] or "", written)
        plural = _ENDING.sub(lambda ending: ending[2], written)
        folds = singular != plural or sum(map(str.isalpha, written)) > 3
        yield Surface(singular, plural, mark, folds)


@lru_cache(maxsize=4096)
def atoms(word: str) -> Atoms:
    """What is compared of a word: runs of letters, runs of digits, signs; no full stops, no hyphens."""
    plain = _POSSESSIVE.sub("", word).translate(_DROPPED)
    return tuple(_ATOM.findall(unicodedata.normalize("NFKC", plain)))


@dataclass(frozen=True, slots=True)
class Lookup(Generic[T]):
    """What surfaces stand for: as written, and in lower case; None for what only looks like it."""

    written: dict[Atoms, T | None] = field(default_factory=dict)
    folded: dict[Atoms, T | None] = field(default_factory=dict)
    opening: set[Atoms] = field(default_factory=set)
    """What surfaces begin with, in lower case: where words go on otherwise, no longer surface can come."""

    def longest(self, words: Sequence[str]) -> tuple[T, int] | None:
        """What the longest surface at the start of `words` stands for, and how many words it takes."""
        found: tuple[T | None, int] = (None, 0)
        for key, count in _starts(words):
            folded = _folded(key)
            if folded not in self.opening:
                break
            if key in self.written:
                found = self.written[key], count
            elif folded in self.folded:
                found = self.folded[folded], count
        value, count = found
        return None if value is None else (value, count)


def lookup(entries: Iterable[tuple[Surface, T, str]]) -> Lookup[T]:
    """The lookup of surfaces with their meanings and places.

    UsageError where one spelling stands for two things; where two differ in case alone ("Mb", "MB"),
    the one listed first has the spelling in any other case.
    """
    table: Lookup[T] = Lookup()
    places: dict[Atoms, str] = {}
    for surface, meaning, place in entries:
        value = None if surface.mark == "!" else meaning
        for text in (surface.singular, surface.plural):
            key = atoms(text)
            if table.written.setdefault(key, value) != value:
                raise UsageError(f'{place}: "{text}" already stands for another in {places[key]}; take one of them out')
            places.setdefault(key, place)
            folded = _folded(key)
            table.opening.update(folded[:size] for size in range(1, len(folded) + 1))
            if surface.folds:
                table.folded.setdefault(folded, value)
    return table


def _folded(key: Atoms) -> Atoms:
    return tuple([atom.lower() for atom in key])


def _starts(words: Sequence[str]) -> Iterator[tuple[Atoms, int]]:
    """The atoms of the first word, the first two words, …; a hyphen may come before them."""
    key: Atoms = ()
    for count, word in enumerate(words[:MAX_WORDS], 1):
        added = atoms(word)
        if added:
            key += added
            yield key, count
        if word.endswith(".") and not _abbreviated(key):
            return
        if not added and word.strip("." + HYPHENS + whitespace):
            return


def _abbreviated(key: Atoms) -> bool:
    """Whether a full stop may belong to the last word, as in "sq."; otherwise it ends the sentence."""
    return bool(key) and len(key[-1]) <= 3
