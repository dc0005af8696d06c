"""What `factcheck figures` prints: one line per figure, or per number that is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.inert import comma_separated, escaped, words
from factcheck.model import BOUND_WORDS

if TYPE_CHECKING:
    from factcheck.model import Document, Dropped, Figure
    from factcheck.pipeline import FiguresFound

LAYOUTS = ("table", "csv", "jsonl", "json")

_Row = Mapping[str, object]

_TABLE = {
    False: ("at", "text", "kind", "value", "unit", "of"),
    True: ("at", "text", "reason"),
}
_CSV = {
    False: (
        *("path", "place", "text", "kind", "low", "high", "unit", "bound", "change", "measure", "subject", "of"),
        *("places", "period", "attribution", "modality", "quote"),
    ),
    True: ("path", "place", "text", "reason"),
}


def render(found: FiguresFound, layout: str, *, dropped: bool) -> str:
    """The figures, or what was dropped, in one of the layouts.

    They are an aligned table, CSV with a head line, JSON lines and one JSON list.
    """
    documents = {document.id: document for document in found.documents}
    rows: list[_Row]
    if dropped:
        rows = [_dropped_row(documents[document], none) for document, none in found.dropped]
    else:
        rows = [_figure_row(documents[figure.document], figure) for figure in found.figures]
    if layout == "jsonl":
        return "".join(escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
    if layout == "json":
        return escaped(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"
    return comma_separated(rows, _CSV[dropped]) if layout == "csv" else _table(rows, _TABLE[dropped])


def _figure_row(document: Document, figure: Figure) -> _Row:
    place = {"path": document.path, "place": document.place(figure.span.start)}
    return {**place, **figure.to_dict(), "quote": figure.context.sentence.quote(document.text)}


def _dropped_row(document: Document, none: Dropped) -> _Row:
    place = {"path": document.path, "place": document.place(none.span.start)}
    return {**place, "start": none.span.start, "end": none.span.end, "text": none.text, "reason": none.reason}


def _table(rows: Iterable[_Row], columns: Sequence[str]) -> str:
    return aligned([tuple(columns), *(tuple(_cell(row, column) for column in columns) for row in rows)])


def aligned(lines: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Lines of cells as columns; a line longer than `width` is cut, which a "…" shows."""
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    padded = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
    return "".join(f"{line if width is None or len(line) <= width else line[: width - 1] + '…'}\n" for line in padded)


def _cell(row: _Row, column: str) -> str:
    if column == "at":
        return words(f"{row['path']}:{row['place']}")
    return _value(row["low"], row["high"], str(row["bound"])) if column == "value" else words(row[column])


def _value(low: object, high: object, bound: str) -> str:
    """One value behind its bound, or "low to high" with "…" for an open end; a date has its text and no high."""
    ends = [_rounded(end) for end in (low, high) if end is not None]
    if low == high or isinstance(low, str) or (bound in ("at_least", "at_most") and len(ends) == 1):
        return BOUND_WORDS.get(bound, "") + ends[0] if ends else ""
    return f"{BOUND_WORDS.get(bound, '')}{_rounded(low) or '…'} to {_rounded(high) or '…'}"


def _rounded(end: object) -> str:
    """As a person reads it: four decimals, or four digits where there is nothing before the point."""
    if not isinstance(end, float):
        return words(end)
    exact = Decimal(str(end))
    places = max(4, 3 - exact.adjusted())
    return f"{exact:.{places}f}".rstrip("0").rstrip(".")
