"""A report piece by piece, as a page shows it that goes through the findings one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.inert import in_line
from factcheck.model import Report, by_id
from factcheck.reporting.cards import Card, card_by_finding
from factcheck.reporting.passages import Passage, figures_by_document, marked
from factcheck.reporting.view import case_by_finding, evidence_by_figure, source_name
from factcheck.templating import environment, packaged

_PACKAGE = "factcheck.reporting"
_COLOURS = 5
"""Sides that have a colour of their own, counted from 1; the last one's is that of all others."""
_STRETCH = 8_000
"""Characters of a text that are laid out together, and those up to the end of the line."""
_LONG = 50_000
"""Characters beyond which a document's other figures are left unmarked: a browser would take seconds for all."""


@dataclass(frozen=True, slots=True)
class Pane:
    """Where a side of a finding is to be read: its documents (id, name), each figure's place in the first of them.

    Sides of the same documents share a pane; `number` is the first one's, which gives the colour.
    """

    value: str
    number: int
    documents: tuple[tuple[str, str], ...]


class Pieces:
    """The findings of a report as HTML; nothing is made before it is asked for. All text in it is escaped and inert."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._findings = {f.id: (n, f) for n, f in enumerate(report.findings, start=1)}
        self._figures = by_id(report.figures)
        self._documents = by_id(report.documents)
        self._by_document = figures_by_document(report)
        self._case, self._card = case_by_finding(report), card_by_finding(report)
        self._evidence = evidence_by_figure(report)

    def body(self, finding: str) -> str:
        """A finding below its message: explanations, picture, the sides with their sentences, the reasons."""
        return _macro("finding.html.j2", "body", self._made(finding))

    def panes(self, finding: str) -> tuple[Pane, ...]:
        """Where the sides of a finding are to be read."""
        shared: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        for n, side in enumerate(self._made(finding).case.sides, start=1):
            held = tuple(dict.fromkeys(self._figures[e.figure].document for e in side.evidence))
            shared.setdefault(held, []).append((n, side.value))
        return tuple(
            Pane(" / ".join(dict.fromkeys(v for _, v in sides)), _colour(sides[0][0]), self._named(held))
            for held, sides in shared.items()
        )

    def text(self, finding: str, document: str, beside: Iterable[str] = ()) -> str:
        """A whole document, the figures of a finding and those `beside` it marked by their sides."""
        _, found = self._findings[finding]
        sides = [*(side for side in found.sides if side), tuple(beside)]
        classes = {name: f"s{_colour(n)}" for n, side in enumerate(sides, start=1) for name in side}
        known, figures = self._documents[document], self._by_document[document]
        if len(known.text) > _LONG:
            figures = [figure for figure in figures if figure.id in classes]
        shown = marked(known, figures, {}, classes)
        return _macro("pane.html.j2", "text", shown, _stretches(shown.passages))

    def stated(self, figure: str) -> str:
        """A figure in its sentence: who says it, and when."""
        return _macro("pane.html.j2", "choice", self._evidence(figure))

    def documents_of(self, figures: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """The documents of some figures (id, name), that of the first one first."""
        return self._named(tuple(dict.fromkeys(self._figures[name].document for name in figures)))

    def _made(self, finding: str) -> Card:
        number, found = self._findings[finding]
        return self._card(number, found, self._case(found))

    def _named(self, documents: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Their names; with the path where two of the report are of one name."""
        names = Counter(source_name(d) for d in self._documents.values())
        known = [self._documents[name] for name in documents]
        return tuple(
            (d.id, f"{name}, {in_line(d.path)}" if names[name] > 1 and d.path != d.name else name)
            for d, name in ((d, source_name(d)) for d in known)
        )


def style() -> str:
    """The style sheet of reports."""
    return packaged(_PACKAGE, "templates/report.css")


def marks() -> str:
    """The shapes that every picture draws with, as HTML."""
    return _macro("pictures.html.j2", "marks")


def _stretches(passages: Iterable[Passage]) -> list[list[Passage]]:
    """The passages in stretches that end with a line: a browser lays out only those that are on the screen."""
    stretches: list[list[Passage]] = [[]]
    room = _STRETCH
    for passage in passages:
        start, text = 0, passage.text
        while not passage.figures and (cut := text.find("\n", start + max(room, 0))) >= 0:
            stretches[-1].append(Passage(text[start : cut + 1]))
            stretches.append([])
            start, room = cut + 1, _STRETCH
        stretches[-1].append(replace(passage, text=text[start:]))
        room -= len(text) - start
    return stretches


def _colour(number: int) -> int:
    return min(number, _COLOURS)


def _macro(template: str, name: str, *given: object) -> str:
    made = getattr(environment(_PACKAGE).get_template(template).module, name)
    return str(made(*given))
