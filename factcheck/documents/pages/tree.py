"""The bytes of a page as a tree of elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from factcheck.documents.encoding import decoded
from factcheck.documents.signatures import expect_no_other
from factcheck.errors import UnreadableError

Element = Any
"""An element of lxml, which brings no types."""

_HEAD_BYTES = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_TOO_DEEP = "nested deeper than 256 tags; what lies deeper was not read"
_LAST_LINE = 65535
"""The parser counts no further."""


@dataclass(frozen=True, slots=True)
class Page:
    """The root element of a page, its comments in the tree where one may speak to this program; what was not read."""

    root: Element
    problems: tuple[str, ...]


def parse(data: bytes) -> Page:
    """Raises UnreadableError for bytes that are no page."""
    from lxml import etree, html

    expect_no_other(data, "HTML")
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    known = decoded(data, declared[1].decode("ascii") if declared else "")
    markup = known.text.removeprefix("\ufeff")
    if not markup.strip():
        raise UnreadableError("empty; there is nothing to check")
    silent = "factcheck" not in markup.casefold()  # else its comments may speak to this program
    parser = html.HTMLParser(encoding="utf-8", remove_comments=silent, remove_pis=True, collect_ids=False)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError("no text found in it; save the page anew, or its text as .txt") from error
    deep = any("depth" in entry.message for entry in parser.error_log)
    problems = [known.problem, _TOO_DEEP if deep else ""]
    return Page(root, tuple(filter(None, problems)))


def place(element: Element) -> str:
    """The line of the file in which an element begins; the parser counts up to 65,534."""
    line = element.sourceline or 0
    return f"line {line}" if line < _LAST_LINE else f"line {_LAST_LINE} or below"
