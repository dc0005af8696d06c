"""PDF: text by page, columns one after the other, words joined over line ends, ruled tables as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from factcheck.documents.paged.columns import in_order
from factcheck.documents.paged.info import about
from factcheck.documents.paged.lines import Line, PageText, PrintedPage, lines, segments
from factcheck.documents.paged.paragraphs import Paragraph, measures, paragraphs
from factcheck.documents.paged.ruled import Ruled, has_rules, tables
from factcheck.documents.paged.running import without_running
from factcheck.documents.reading import Reading, Source
from factcheck.documents.signatures import expect
from factcheck.documents.tables import head_rows
from factcheck.documents.transcript import Transcript, with_furniture
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

SUFFIXES = (".pdf",)

PrintedFile = Any
"""A document of pypdfium2, which brings no types."""

_SCANNED = "no text found in it: its pages are pictures (a scan); run text recognition (OCR) over it first"
_BLANK = "no text found in it: its pages are empty; give the file that holds the text, or leave it out"
_LOCKED = "protected by a password; save a copy without it"
_NO_TABLES = "has ruled lines that could not be read as tables; the words of their cells stand as text"
_BROKEN = "a damaged PDF; save it anew"


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[Line]
    ruled: bool = False
    problem: str = ""


def read(source: Source) -> Iterator[Reading | Skipped]:
    """The file as one document, each block on its page. Raises UnreadableError for a locked file and a scan."""
    expect(source.data, "PDF")
    document = _opened(source.data)
    try:
        count = len(document)
        pages = [_page(document, n) for n in range(min(count, source.limits.pages))]
        info = document.get_metadata_dict()
    finally:
        document.close()
    reading = _written(source.data, pages)
    if not reading.text:
        raise UnreadableError(_why_empty(pages, count))
    yield replace(reading, metadata=about(info, reading))
    if count > len(pages):
        left = f"not read: the limit is {source.limits.pages} pages; raise max_pages or split the file"
        yield Skipped(f"#pages {len(pages) + 1}-{count}", left)


def _why_empty(pages: Sequence[_Page], count: int) -> str:
    if any("damaged" in page.problem for page in pages):
        return _BROKEN
    if count > len(pages):
        return f"no text found in it as far as it is read: the limit is {len(pages)} pages; raise max_pages"
    return _SCANNED if any(page.problem for page in pages) else _BLANK


def _opened(data: bytes) -> PrintedFile:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableError(_LOCKED if locked else _BROKEN) from error


def _page(document: PrintedFile, number: int) -> _Page:
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = PageText(page)
    except PdfiumError:
        return _Page((), problem="is damaged and was not read")
    try:
        runs = list(segments(text))
        at_once = text.drawn_at_once(runs)
        found = list(lines(text, runs if at_once else in_order(text, runs), at_once=at_once))
        drawn = "is a picture without text (a scan?)" if not found and _is_drawn(page) else ""
        return _Page(found, bool(found) and has_rules(page), drawn)
    finally:
        text.close()
        page.close()


def _is_drawn(page: PrintedPage) -> bool:
    from pypdfium2 import raw

    return int(raw.FPDFPage_CountObjects(page)) > 0


def _written(data: bytes, pages: Sequence[_Page]) -> Reading:
    with_rules = [n for n, page in enumerate(pages) if page.ruled]
    ruled = _ruled(data, with_rules)
    bare = without_running([page.lines for page in pages])
    usual = measures([line for found in bare for line in found])
    written = Transcript()
    placed = ((n + 1, part) for n, found in enumerate(bare) for part in _placed(found, ruled.get(n, ())))
    waiting: list[tuple[int, Line]] = []
    for n, part in placed:
        if isinstance(part, Line):
            waiting.append((n, part))
            continue
        _write(written, paragraphs(waiting, usual))
        _write_table(written, part, f"page {n}")
        waiting = []
    _write(written, paragraphs(waiting, usual))
    unread = [f"page {n} {page.problem}" for n, page in enumerate(pages, 1) if page.problem]
    unread += [f"page {n + 1} {_NO_TABLES}" for n in with_rules if n not in ruled]
    return with_furniture(written.reading(problems=unread), find_headings=True)


def _ruled(data: bytes, numbers: Sequence[int]) -> Mapping[int, Sequence[Ruled]]:
    """The tables by page, counted from 0."""
    if not numbers:
        return {}
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it mends is no message for a user
    try:
        with pdfplumber.open(BytesIO(data), pages=[n + 1 for n in numbers]) as document:
            return {n: tables(page) for n, page in zip(numbers, document.pages, strict=True)}
    except Exception:  # noqa: BLE001  # pdfminer gives up, in many ways, where pdfium reads on: the words of the cells stay
        return {}


def _placed(found: Sequence[Line], ruled: Sequence[Ruled]) -> Iterator[Line | Ruled]:
    """The lines of a page, each table where its first line stood."""
    if not ruled:
        yield from found
        return
    placed: list[Ruled] = []
    for line in found:
        table = next((table for table in ruled if table.holds(line)), None)
        if table is None:
            yield line
        elif table not in placed:
            placed.append(table)
            yield table


def _write(written: Transcript, found: Iterable[Paragraph]) -> None:
    for paragraph in found:
        span = written.add(paragraph.kind, paragraph.words, f"page {paragraph.page}")
        for offset, page in paragraph.turns:
            written.mark((span.start if span else 0) + offset, f"page {page}")


def _write_table(written: Transcript, table: Ruled, place: str) -> None:
    places = [[place] * len(row) for row in table.rows]
    written.add_table(table.rows, places, head_rows=head_rows(table.rows))
