"""Whole documents as they are shown at the end of a report: their text with every figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Document, Figure, Report
from factcheck.reporting.evidence import in_line, visible
from factcheck.reporting.summary import counted
from factcheck.reporting.view import source_name

_FRONT_MATTER = re.compile(r"---[ \t]*[\r\n].*[\r\n](?:---|\.\.\.)[ \t]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text: plain where `figures` is empty, else the words of those figures.

    Figures whose spans overlap share a passage. `claim` is the claim that the first of them belongs to.
    """

    text: str
    figures: tuple[str, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document with its figures marked. The texts of `passages` joined are its text, but for its front matter."""

    id: str
    source: str
    path: str
    title: str | None
    published: str | None
    url: str | None
    size: str
    passages: tuple[Passage, ...]


def marked_documents(report: Report) -> tuple[MarkedDocument, ...]:
    """Every document of the report, in its order."""
    claims = {figure: claim.id for claim in report.claims for figure in claim.figures}
    return tuple(_marked(d, [f for f in report.figures if f.document == d.id], claims) for d in report.documents)


def _marked(document: Document, figures: Sequence[Figure], claims: dict[str, str]) -> MarkedDocument:
    return MarkedDocument(
        id=document.id,
        source=source_name(document),
        path=in_line(document.path),
        title=in_line(document.title) if document.title else None,
        published=document.published.isoformat() if document.published else None,
        url=web_address(document.url),
        size=f"{counted(len(document.text.split()), 'word')}, {counted(len(figures), 'figure')}",
        passages=tuple(_passages(document.text, figures, claims, _front_matter(document))),
    )


def _front_matter(document: Document) -> int:
    """Where the article begins: below what a Markdown file says of itself, which the page's head shows."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.kind != "furniture" or not _FRONT_MATTER.fullmatch(first.span.quote(document.text)):
        return 0
    rest = document.text[first.span.end :]
    return len(document.text) - len(rest.lstrip("\r\n"))


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web: a link to anything else could run in the reader's page."""
    return in_line(url) if url and url.lower().startswith(("https://", "http://")) else None


def _passages(text: str, figures: Sequence[Figure], claims: dict[str, str], shown: int) -> Iterator[Passage]:
    """The text from `shown` on, cut at its figures."""
    for group in _overlapping(figures):
        start, end = group[0].span.start, max(f.span.end for f in group)
        if shown < start:
            yield Passage(visible(text[shown:start]))
        claim = next((claims[f.id] for f in group if f.id in claims), None)
        yield Passage(visible(text[start:end]), tuple(f.id for f in group), claim)
        shown = end
    if shown < len(text):
        yield Passage(visible(text[shown:]))


def _overlapping(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures in order of place, those that overlap together."""
    group: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.span, f.id)):
        if group and figure.span.start >= max(f.span.end for f in group):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group
