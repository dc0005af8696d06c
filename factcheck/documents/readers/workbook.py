"""Excel workbooks. Each sheet is a heading and its tables; a cell stands as its number format shows it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.documents import faults, grids, notes, packed, places
from factcheck.documents.number_formats import shown
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.documents.transcript import Transcript
from factcheck.errors import UnreadableError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

SUFFIXES = (".xlsx", ".xlsm")

MOST_CELLS = 1_000_000
_FORMULA = re.compile(rb"<f[ >/]")
_TOLD = 3
_UNNAMED = re.compile(r"(?:Sheet|Tabelle|Feuil|Hoja|Foglio|Blad|Ark|Arkusz|Planilha)\s?\d*")
"""What spreadsheets call a sheet that nobody named."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that holds something: its number counted from 0, its cells' words."""

    number: int
    words: list[str]


def read(source: Source) -> Iterator[Reading]:
    """The workbook as one document. Raises UnreadableError for what is no workbook or over a limit."""
    formulas = _has_formulas(source)
    book = _open(source, values=True)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    written = Transcript()
    sheets = {sheet.title: _rows(book, sheet.title, source.limits.bytes) for sheet in book.worksheets}
    for title, rows in sheets.items():
        if rows:
            _write(written, title, rows)
    problems = [f"sheet {title!r} is hidden; it was read like the others" for title in hidden if sheets[title]]
    problems += [f"sheet {title!r} is a chart and was not read" for title in book.sheetnames if title not in sheets]
    if formulas:
        with faults.told("a formula in it is broken", "save it anew"):
            problems += _uncomputed(source, sheets)
    yield written.reading(Metadata(title=_title(book)), problems)


def _open(source: Source, *, values: bool) -> Workbook:
    from io import BytesIO

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which hold no figure
        with faults.told("no Excel workbook, or a broken one", "save it anew"):
            return load_workbook(BytesIO(source.data), read_only=True, data_only=values, keep_links=False)


def _has_formulas(source: Source) -> bool:
    with packed.opened(source, "an Excel workbook") as archive:
        sheets = [m for m in archive.infolist() if m.filename.startswith("xl/worksheets/") and not m.is_dir()]
        return any(_FORMULA.search(packed.content(archive, sheet)) for sheet in sheets)


def _rows(book: Workbook, title: str, longest: int) -> list[_Row]:
    """The rows with words, as long as they go; what a sheet says of its own size is not believed."""
    sheet: Any = book[title]  # of the kind that reads alone, which has no types
    sheet.reset_dimensions()
    rows: list[_Row] = []
    left = MOST_CELLS
    with faults.told(f"sheet {title!r} is broken", "save it anew"):
        for number, cells in enumerate(sheet.iter_rows()):
            # a format costs as much as the cell itself, and text has none
            words = [shown(v := c.value, "" if isinstance(v, str) or v is None else c.number_format) for c in cells]
            while words and not words[-1]:
                words.pop()
            left -= len(words)
            longest -= sum(map(len, words))
            if left < 0 or longest < 0:
                break
            if words:
                rows.append(_Row(number, words))
    if left < 0:
        raise UnreadableError(f"more than {MOST_CELLS} cells in sheet {title!r}; split it")
    if longest < 0:
        raise UnreadableError(f"sheet {title!r} holds more text than the limit of bytes; split it or raise max_bytes")
    return rows


def _write(written: Transcript, sheet: str, rows: Sequence[_Row]) -> None:
    if not _UNNAMED.fullmatch(sheet):
        written.add("heading", sheet, sheet)
    rows = list(_parted(rows))
    for n, section in enumerate(grids.sections([row.words for row in rows])):
        part = rows[section.start : section.end]
        if section.heads is None:
            for row in part:
                _write_note(written, row.words, row.number, sheet, above=n == 0)
            continue
        columns = [f"{sheet}!{places.letters(c)}" for c in range(max(len(row.words) for row in part))]
        marks = [[f"{columns[c]}{row.number + 1}" for c in range(len(row.words))] for row in part]
        written.add_table([row.words for row in part], marks, head_rows=section.heads)


def _parted(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, one without words in the place of however many stand between them."""
    for before, row in pairwise((_Row(-1, []), *rows)):
        if row.number > before.number + 1:
            yield _Row(before.number + 1, [])
        yield row


def _write_note(written: Transcript, words: Sequence[str], row: int, sheet: str, *, above: bool) -> None:
    column = next(n for n, word in enumerate(words) if word)
    kind = notes.kind(words[column], below="paragraph", above=above)
    written.add(kind, words[column], places.cell(row, column, sheet))


def _uncomputed(source: Source, sheets: dict[str, list[_Row]]) -> Iterator[str]:
    """Cells whose formula was never computed: they show nothing here."""
    with_formulas: list[Any] = list(_open(source, values=False).worksheets)
    for sheet in with_formulas:
        sheet.reset_dimensions()
        said = {row.number: row.words for row in sheets.get(sheet.title, [])}
        found = [
            places.cell(r, c, sheet.title)
            for r, row in enumerate(sheet.iter_rows(values_only=True))
            for c, value in enumerate(row)
            if isinstance(value, str) and value.startswith("=") and not "".join(said.get(r, [])[c : c + 1])
        ]
        if found:
            more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
            yield f"no value is saved for the formula in {', '.join(found[:_TOLD])}{more}; open the file, save it"


def _title(book: Workbook) -> str | None:
    return (book.properties.title or "").strip() or None
