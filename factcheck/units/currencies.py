"""The currencies of currencies.txt: which stands before or after a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.errors import UsageError
from factcheck.units.surfaces import Lookup, Surface, lookup, surfaces
from factcheck.units.tables import Row, read, rows

COLUMNS = ("code", "symbols", "names", "minor")
SPACES = " \u00a0\u2009\u202f"

# Thousands in groups, or a scale: R20,000, R5bn, N1.5 billion. N95 and K2 are no sums.
_SUM = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d[\d.]*[\s\u00a0-]?(?:[mbt]n?|trn|[mbt]r?illions?)\b", re.IGNORECASE)

Share = tuple[str, Decimal]
"""A currency code, and what part of its unit is meant: 0.01 for cents."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The code that a symbol before a number stands for; `doubtful` ones only before a sum's shape."""

    code: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Currencies:
    """What currencies.txt says. `written` are the names that a report uses, by code.

    `last_signs` are the characters that symbols end with. `namesakes` are the last words of names with a country, and
    whose they are: "pounds" of EGP, "cents" of CAD.
    """

    written: Mapping[str, Surface]
    symbols: Mapping[str, Symbol]
    after: Lookup[Share]
    longest_symbol: int
    last_signs: frozenset[str]
    namesakes: Mapping[str, Mapping[str, Decimal]]


@cache
def currencies() -> Currencies:
    """The currencies that come with the program."""
    return parse(read("currencies.txt"))


def parse(text: str) -> Currencies:
    """The currencies of a table like currencies.txt; UsageError with its line where it is wrong."""
    written: dict[str, Surface] = {}
    symbols: dict[str, Symbol] = {}
    entries: list[tuple[Surface, Share, str]] = []
    for row in rows("currencies.txt", text, COLUMNS):
        code, signs, names, minor = row.cells
        if code in written:
            raise UsageError(f"{row.place}: {code} is defined twice; take one of the lines out")
        before, after = list(surfaces(signs, marks="?")), list(surfaces(names, marks="!"))
        if not after:
            raise UsageError(f"{row.place}: {code} has no name; say what it is called")
        written[code] = after[0]
        for sign in before:
            _add(symbols, sign, code, row.place)
        after += [sign for sign in before if not sign.mark]
        entries += [(surface, (code, Decimal(1)), row.place) for surface in after]
        entries += _minor(row, code, minor)
    longest, last = max(map(len, symbols), default=0), frozenset(sign[-1] for sign in symbols)
    return Currencies(written, symbols, lookup(entries), longest, last, _namesakes(entries))


def _namesakes(entries: Sequence[tuple[Surface, Share, str]]) -> dict[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = {}
    for surface, (code, part), _ in entries:
        for text in (surface.singular, surface.plural):
            first, _, last = text.rpartition(" ")
            if first and last.isalpha() and not surface.mark:
                found.setdefault(last.lower(), {}).setdefault(code, part)
    return found


def _add(symbols: dict[str, Symbol], sign: Surface, code: str, place: str) -> None:
    known = symbols.setdefault(sign.singular, Symbol(code, sign.mark == "?"))
    if known.code != code:
        raise UsageError(f'{place}: "{sign.singular}" already stands for {known.code}; take one of them out')


def _minor(row: Row, code: str, cell: str) -> list[tuple[Surface, Share, str]]:
    entries: list[tuple[Surface, Share, str]] = []
    for item in filter(None, cell.split(",")):
        name, _, parts = item.strip().rpartition("/")
        if not name or not parts.isdecimal() or not parts.strip("0"):
            raise UsageError(f'{row.place}: "{item.strip()}" is no minor unit; write it as cent(s)/100')
        entries += [(surface, (code, 1 / Decimal(parts)), row.place) for surface in surfaces(name)]
    return entries


def currency_before(text: str, end: int) -> tuple[str, int] | None:
    """The code of the longest currency symbol before the number at offset `end`, and its own offset.

    One space may stand between; letters count only at the start of a word ("RM 5", never "farm 5").
    """
    table = currencies()
    stop = end - 1 if text[end - 1 : end] in SPACES and end else end
    if text[stop - 1 : stop] not in table.last_signs:
        return None
    for start in range(max(0, stop - table.longest_symbol), stop):
        symbol = table.symbols.get(text[start:stop].replace("\u00a0", " "))
        if symbol and _stands_alone(text, start) and (not symbol.doubtful or _SUM.match(text, end)):
            return symbol.code, start
    return None


def _stands_alone(text: str, start: int) -> bool:
    return start == 0 or not (text[start].isalpha() and text[start - 1].isalnum())


def currency_after(words: Sequence[str]) -> tuple[str, int, Decimal] | None:
    """The currency that the longest name at the start of `words` means: code, words taken, part.

    The part is 1 for the currency itself and 0.01 for its cents. `words` are consecutive tokens of a
    sentence; a hyphen before the name counts as one.
    """
    found = currencies().after.longest(words)
    if found is None:
        return None
    (code, part), count = found
    return None if _opens_a_sum(words, count) else (code, count, part)


def _opens_a_sum(words: Sequence[str], count: int) -> bool:
    """Whether the sign at the end of the first `count` words belongs to the next number: ten $20 bills."""
    return count < len(words) and words[count][:1].isdigit() and not words[count - 1][-1:].isalpha()


def namesakes(name: str) -> Mapping[str, Decimal]:
    """The currencies whose name, with a country before it, ends in that word, and which part of each it is.

    `namesakes("cents")` holds EUR and CAD with 0.01; no currency stands there for a word like "euros".
    """
    return currencies().namesakes.get(name.lower(), {})
