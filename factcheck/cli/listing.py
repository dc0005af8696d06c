"""What `factcheck figures` prints: one line per figure, or per number that is none."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from factcheck.reporting.evidence import escaped, in_line

if TYPE_CHECKING:
    from factcheck.model import Document, Dropped, Figure
    from factcheck.pipeline import FiguresFound

Layout = Literal["table", "csv", "jsonl", "json"]

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(found: FiguresFound, layout: Layout, *, dropped: bool) -> str:
    """The figures, or what was dropped: an aligned table, CSV with a head line, JSON lines or one JSON list."""
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
    return _csv(rows, _CSV[dropped]) if layout == "csv" else _table(rows, _TABLE[dropped])


def _figure_row(document: Document, figure: Figure) -> _Row:
    place = {"path": document.path, "place": document.place(figure.span.start)}
    return {**place, **figure.to_dict(), "quote": figure.context.sentence.quote(document.text)}


def _dropped_row(document: Document, none: Dropped) -> _Row:
    place = {"path": document.path, "place": document.place(none.span.start)}
    return {**place, "start": none.span.start, "end": none.span.end, "text": none.text, "reason": none.reason}


def _csv(rows: Iterable[_Row], columns: Sequence[str]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(row[column]) for column in columns] for row in rows)
    return stream.getvalue()


def _guarded(value: object) -> str:
    """The cell's words; an apostrophe keeps a spreadsheet from running what looks like a formula."""
    words = _words(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA) else words


def _table(rows: Iterable[_Row], columns: Sequence[str]) -> str:
    lines = [tuple(columns), *(tuple(_cell(row, column) for column in columns) for row in rows)]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    padded = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in padded)


def _cell(row: _Row, column: str) -> str:
    if column == "at":
        return _words(f"{row['path']}:{row['place']}")
    return _value(row["low"], row["high"]) if column == "value" else _words(row[column])


def _value(low: object, high: object) -> str:
    """One value, or "low to high" with "…" for an open end; a date has its text for low and no high."""
    if low == high or isinstance(low, str):
        return _words(low)
    return f"{_words(low) or '…'} to {_words(high) or '…'}"


def _words(value: object) -> str:
    if isinstance(value, list):
        return in_line("; ".join(map(str, value)))
    return "" if value is None else in_line(str(value))
