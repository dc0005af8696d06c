"""Whole documents as they are shown at the end of a report: their text with every figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Document, Figure, Report, Role
from factcheck.reporting.evidence import in_line, visible
from factcheck.reporting.links import Links
from factcheck.reporting.summary import counted
from factcheck.reporting.view import source_name

_FRONT_MATTER = re.compile(r"---[ \t]*[\r\n].*[\r\n](?:---|\.\.\.)[ \t]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text: plain where `figures` is empty, else the words of those figures.

    Figures whose spans overlap share a passage. `links` are the anchors that it leads to, `outcome` how a draft's
    figure came out ("" for all others).
    """

    text: str
    figures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    outcome: str = ""


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


def marked_documents(
    report: Report, links: Links, role: Role | None = None, outcomes: Mapping[str, str] | None = None
) -> tuple[MarkedDocument, ...]:
    """The documents of the report (those of one role), in its order; `links` and `outcomes` are by figure."""
    figures = figures_by_document(report)
    shown = (d for d in report.documents if role is None or d.role == role)
    return tuple(marked(d, figures[d.id], links, outcomes or {}) for d in shown)


def figures_by_document(report: Report) -> Mapping[str, Sequence[Figure]]:
    """The figures of each document, by its id."""
    figures: dict[str, list[Figure]] = {d.id: [] for d in report.documents}
    for figure in report.figures:
        figures[figure.document].append(figure)
    return figures


def marked(document: Document, figures: Sequence[Figure], links: Links, outcomes: Mapping[str, str]) -> MarkedDocument:
    """One document with its figures; `links` and `outcomes` are by figure."""
    return MarkedDocument(
        id=document.id,
        source=source_name(document),
        path=in_line(document.path),
        title=in_line(document.title) if document.title else None,
        published=document.published.isoformat() if document.published else None,
        url=web_address(document.url),
        size=f"{counted(len(document.text.split()), 'word')}, {counted(len(figures), 'figure')}",
        passages=tuple(_passages(document, figures, links, outcomes)),
    )


def article_start(document: Document) -> int:
    """Where the article begins: below what a Markdown file says of itself, which the page's head shows."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.kind != "furniture" or not _FRONT_MATTER.fullmatch(first.span.quote(document.text)):
        return 0
    rest = document.text[first.span.end :]
    return len(document.text) - len(rest.lstrip("\r\n"))


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web: a link to anything else could run in the reader's page."""
    return in_line(url) if url and url.lower().startswith(("https://", "http://")) else None


def _passages(
    document: Document, figures: Sequence[Figure], links: Links, outcomes: Mapping[str, str]
) -> Iterator[Passage]:
    """The text below its front matter, cut at its figures."""
    text, shown = document.text, article_start(document)
    for group in _overlapping(figures):
        start, end = group[0].span.start, max(f.span.end for f in group)
        if shown < start:
            yield Passage(visible(text[shown:start]))
        names = tuple(f.id for f in group)
        anchors = tuple(dict.fromkeys(anchor for name in names for anchor in links.get(name, ())))
        outcome = next((outcomes[name] for name in names if name in outcomes), "")
        yield Passage(visible(text[start:end]), names, anchors, outcome)
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
