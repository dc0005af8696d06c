"""Web pages as saved: the article with its headings, lists, tables and captions; what stands around it is furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.documents.pages import notes
from factcheck.documents.pages.about import about
from factcheck.documents.pages.article import chosen
from factcheck.documents.pages.linked import told
from factcheck.documents.pages.posts import head_day, with_days
from factcheck.documents.pages.tree import parse, place
from factcheck.documents.pages.walk import Piece, pieces
from factcheck.documents.reading import Reading, Source
from factcheck.documents.transcript import Transcript, with_furniture
from factcheck.errors import UnreadableError
from factcheck.model import Span

SUFFIXES = (".html", ".htm", ".xhtml")

_NOTHING = "no text found in it (a page that a script fills, or of pictures alone?); save it as the browser shows it"
_DATA = "the page's own data (articleBody)"


def read(source: Source) -> Iterator[Reading]:
    """The page as one document, each block at its line. Raises UnreadableError where a page shows no text."""
    page = parse(source.data)
    said = notes.taken(page.root)
    data = told(page.root)
    found = with_days(page.root, list(pieces(page.root)), data)
    known, written = about(page.root, data), Transcript()
    article = chosen(page.root, found)
    spans = [(piece.element, _write(written, piece)) for piece in article]
    if all(piece.kind in ("furniture", "heading") for piece in article):
        if not data.body:
            raise UnreadableError("; ".join((_NOTHING, *page.problems)))
        written.add("paragraph", data.body, _DATA)
    known = known if known.published else replace(known, published=head_day(article))
    reading = with_furniture(written.reading(known, page.problems))
    yield replace(reading, remarks=notes.remarks(said, spans))


def _write(written: Transcript, piece: Piece) -> Span:
    """Write a piece down; where it stands in the text."""
    where, table, start = place(piece.element), piece.table, written.length
    if table and piece.kind != "furniture":
        written.add("caption", table.caption, where)
        written.add_table(table.rows, table.places, head_rows=table.heads)
    else:
        written.add_lines(piece.kind, piece.words, where, piece.published)
    return Span(start, written.length)
