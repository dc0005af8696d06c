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
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One row; `cells` without their quotes and outer white space. `open_quote`: a quote in it is never closed."""

    span: Span
    cells: tuple[Span, ...]
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
    pattern = _cell_pattern(dialect.delimiter)
    at = start = dialect.start
    left = MOST_CELLS
    cells: list[Span] = []
    unclosed = False
    while at <= len(text):
        match = pattern.match(text, at)
        if match is None:  # the pattern takes what is empty, too
            break
        unclosed |= match["quoted"] is None and match["bare"].lstrip().startswith('"')
        cells.append(_trimmed(text, Span(*match.span("quoted" if match["quoted"] is not None else "bare"))))
        left -= 1
        if left < 0:
            raise UnreadableError(f"more than {MOST_CELLS} cells; split it")
        at = match.end()
        if at < len(text) and text[at] == dialect.delimiter:
            at += 1
            continue
        yield Record(Span(start, at), tuple(cells), unclosed)
        if at == len(text):
            return
        at = start = _BREAK.match(text, at).end()  # type: ignore[union-attr]  # the cell ends at one
        cells, unclosed = [], False


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    end = re.escape(delimiter)
    blank = r"[ ]*"
    return re.compile(
        rf'{blank}"(?P<quoted>(?:[^"]|"")*+)"{blank}(?=[{end}\r\n]|\Z)|(?P<bare>[^{end}\r\n]*)',
    )


def _trimmed(text: str, span: Span) -> Span:
    words = span.quote(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _evenness(text: str, dialect: Dialect) -> float:
    """The share of the first records with words that hold the commonest number of values, if it is over one."""
    widths: list[int] = []
    for record in records(text, dialect):
        if any(cell.start < cell.end for cell in record.cells):
            widths.append(len(record.cells))
        if len(widths) == _SAMPLE:
            break
    return _share(widths)


def _share(widths: Sequence[int]) -> float:
    split = Counter(width for width in widths if width > 1)
    return split.most_common(1)[0][1] / len(widths) if split else 0.0
