"""The words of an element as a reader of the page sees them."""

from __future__ import annotations

import re

from factcheck.documents.pages.tree import Element
from factcheck.documents.superscripts import raised

UNSEEN = frozenset(
    "script style template noscript svg iframe object audio video canvas textarea select button input head map".split()
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE = re.compile(r" ?\n ?")
_NOTE = re.compile(r"[\s\[\](),]*(?:\d{1,3}|[a-z*†‡§])(?:[\s\[\](),]+(?:\d{1,3}|[a-z*†‡§]))*[\s\[\](),]*")


def running(text: str | None, *, kept: bool = False) -> str:
    """A stretch of text without its soft hyphens, and without its line breaks unless they are `kept` as in `<pre>`."""
    if not text:
        return ""
    return (text if kept else _BLANKS.sub(" ", text)).replace("\u00ad", "")


def closed(pieces: list[str]) -> str:
    """The pieces together, with single blanks; line breaks are those of `<br>`."""
    return _LINE.sub("\n", re.sub(r"  +", " ", "".join(pieces))).strip()


def superscript(element: Element) -> str:
    """A `<sup>`: digits raised; nothing for the sign of a note, which leads elsewhere and is no text."""
    inner = "".join(element.itertext())
    leads = next(element.iter("a"), None) is not None or element.getparent().tag == "a"
    return "" if leads and _NOTE.fullmatch(inner) else raised(running(inner))


def words_of(element: Element) -> str:
    """All words within an element, blocks and line breaks within it being blanks."""
    from lxml import etree

    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        if event == "end":
            pieces.append(running(inner.tail) if inner is not element else "")
        elif inner.tag in UNSEEN:
            walker.skip_subtree()
        elif inner.tag == "sup":
            pieces.append(superscript(inner))
            walker.skip_subtree()
        else:
            pieces.append(" " if inner.tag in ("br", "p", "div", "li") else "")
            pieces.append(running(inner.text))
    return " ".join("".join(pieces).split())
