"""Values with a delimiter between them: which one it is, and where each value stands in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import UnreadableError
from factcheck.model import Span

_DELIMITERS = "\t;|,"
"""In the order in which they are believed: a comma may stand within a number or a sentence."""
_SAMPLE = 200
"""Records that are looked at for the delimiter."""
_LOOKED_AT = 100_000
"""Characters that are looked at for the delimiter."""
_EVEN = 0.9
MOST_CELLS = 1_000_000
_TOLD = re.compile(r"sep=(.)[ \t]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Record:
    """One row; `cells` and their `words` without their quotes and outer white space.

    `open_quote`: a quote in it is never closed.
    """

    span: Span
    cells: tuple[Span, ...]
    words: tuple[str, ...]
    open_quote: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """What stands between values, and where the first record begins (below a line "sep=;")."""

    delimiter: str
    start: int


def sniff(text: str, preferred: str = "") -> Dialect:
    """The delimiter that gives nearly every record equally many values, else the `preferred`, else a comma."""
    start = len(text) - len(text.lstrip("\ufeff"))
    if told := _TOLD.match(text, start):
        return Dialect(told[1], told.end())
    ranked = preferred + _DELIMITERS.replace(preferred, "")
    sample = text if len(text) <= _LOOKED_AT else text[: text.rfind("\n", 0, _LOOKED_AT) + 1 or _LOOKED_AT]
    even = {delimiter: _evenness(sample, Dialect(delimiter, start)) for delimiter in ranked}
    best = next((d for d in ranked if even[d] >= _EVEN), preferred) or max(ranked, key=lambda d: even[d])
    return Dialect(best if even[best] else preferred or ",", start)


def records(text: str, dialect: Dialect) -> Iterator[Record]:
    """The records in their order, blank lines as records without words. UnreadableError past a million cells."""
    start = dialect.start
    cells: list[Span] = []
    words: list[str] = []
    unclosed = False
    for n, match in enumerate(_cell_pattern(dialect.delimiter).finditer(text, start)):
        if n == MOST_CELLS:
            raise UnreadableError(f"more than {MOST_CELLS} cells; split it")
        quoted, bare, after = match.groups()
        written = bare if quoted is None else quoted
        told = written.strip()
        words.append(told)
        at = match.start(2 if quoted is None else 1)
        if len(told) < len(written):  # at the end of what is written where no words are
            at += len(written) - len(written.lstrip())
        cells.append(Span(at, at + len(told)))
        unclosed |= quoted is None and told[:1] == '"'
        if after == dialect.delimiter:
            continue
        end = match.start(3) if after else match.end()
        yield Record(Span(start, end), tuple(cells), tuple(words), unclosed)
        if not after:
            return
        start, cells, words, unclosed = match.end(), [], [], False


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    """A cell within quotes or without them, then what ends it, nothing at the text's end."""
    end = re.escape(delimiter)
    blank = r"[ ]*"
    quoted = rf'{blank}"((?:[^"]|"")*+)"{blank}(?=[{end}\r\n]|\Z)'
    return re.compile(rf"(?:{quoted}|([^{end}\r\n]*))({end}|\r\n|\r|\n)?")


def _evenness(text: str, dialect: Dialect) -> float:
    """The share of the first records with words that hold the commonest number of values, if it is over one."""
    if dialect.delimiter not in text:
        return 0.0
    widths: list[int] = []
    for record in records(text, dialect):
        if any(record.words):
            widths.append(len(record.cells))
        if len(widths) == _SAMPLE:
            break
    return _share(widths)


def _share(widths: Sequence[int]) -> float:
    split = Counter(width for width in widths if width > 1)
    return split.most_common(1)[0][1] / len(widths) if split else 0.0
