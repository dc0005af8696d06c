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
_QUOTE = '"'
_LINE_END = re.compile(r"\r\n|\r|\n")
_TOLD = re.compile(r"sep=([^\r\n])[ \t]*(?:\r\n|\r|\n|\Z)")


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
    start, left = dialect.start, MOST_CELLS
    cell = _cell_pattern(dialect.delimiter)
    while start >= 0:
        end = _LINE_END.search(text, start)
        line = text[start : end.start() if end else len(text)]
        if _QUOTE in line:
            record, start = _quoted(text, start, cell, dialect.delimiter, left)
        else:
            record, start = _bare(line, start, dialect.delimiter), end.end() if end else -1
        left -= len(record.cells)
        if left < 0:
            raise UnreadableError(f"more than {MOST_CELLS} cells; split it")
        yield record


def _bare(line: str, start: int, delimiter: str) -> Record:
    """The record of a line without quotes, which are most: it need not be looked at cell by cell."""
    words: list[str] = []
    cells: list[Span] = []
    at = start
    for written in line.split(delimiter):
        told = written.strip()
        first = at if len(told) == len(written) else at + len(written) - len(written.lstrip())
        cells.append(Span(first, first + len(told)))
        words.append(told)
        at += len(written) + 1
    return Record(Span(start, start + len(line)), tuple(cells), tuple(words))


def _quoted(text: str, start: int, cell: re.Pattern[str], delimiter: str, most: int) -> tuple[Record, int]:
    """The record that begins at `start`, and where the next one begins, -1 for none.

    It ends at the first cell over `most`.
    """
    cells: list[Span] = []
    words: list[str] = []
    unclosed = False
    end = start
    for match in cell.finditer(text, start):
        quoted, bare, after = match.groups()
        written = bare if quoted is None else quoted
        told = written.strip()
        words.append(told)
        at = match.start(2 if quoted is None else 1)
        if len(told) < len(written):  # at the end of what is written where no words are
            at += len(written) - len(written.lstrip())
        cells.append(Span(at, at + len(told)))
        unclosed |= quoted is None and told[:1] == _QUOTE
        end = match.end()
        if after != delimiter or len(cells) > most:
            break
    closed = end - len(after) if after else end
    return Record(Span(start, closed), tuple(cells), tuple(words), unclosed), end if after else -1


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
