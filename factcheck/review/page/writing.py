"""The HTML of the page and of its pieces. What people typed and what documents hold is text in it, made inert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from factcheck.inert import in_line
from factcheck.lexicon import lexicon
from factcheck.model import Report, by_id
from factcheck.review.desk import Changes, Item
from factcheck.review.entries import Entry
from factcheck.review.nearest import Nearest
from factcheck.review.page.look import Look, Pieces
from factcheck.templating import environment, packaged

_PACKAGE = "factcheck.review.page"
_MOST_TEMPLATES = 9
"""As many reasons as there are digits to pick one by."""
_MOST_ENTRIES = 300
"""Entries of the history that are shown; the list for the file has all."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pane: a side's value, its colour, its documents (id, name), the ids of the figures in each."""

    value: str
    number: int
    documents: Sequence[tuple[str, str]]
    figures: Mapping[str, Sequence[str]]
    text: str


class Book:
    """One report, ready to be shown finding by finding."""

    def __init__(self, report: Report, look: Look) -> None:
        self.report = report
        self._pieces: Pieces = look.pieces(report)
        self._nearest = Nearest(report)
        self._rules = {rule.id: rule for rule in report.rules}
        self._figures = by_id(report.figures)

    def finding(self, item: Item, total: int) -> str:
        """A finding with its evidence, and the documents that it stands in side by side."""
        name, choices = item.finding.id, self._nearest(item.finding)
        return _made(
            "finding.html.j2",
            item=item,
            total=total,
            rule=self._rules.get(item.finding.rule),
            body=self._pieces.body(name),
            choices=[(figure, self._figures[figure].document, self._pieces.stated(figure)) for figure in choices],
            panes=self._places(item, choices),
        )

    def text(self, item: Item, document: str) -> str | None:
        """A document of the report as a finding has it marked; None where there is no such document."""
        if not any(known.id == document for known in self.report.documents):
            return None
        return self._pieces.text(item.finding.id, document, self._nearest(item.finding))

    def _places(self, item: Item, choices: Sequence[str]) -> list[Place]:
        write = partial(self._pieces.text, item.finding.id, beside=choices)
        held = self._by_document(item.finding.figures)
        panes = self._pieces.panes(item.finding.id)
        places = [Place(p.value, p.number, p.documents, held, write(p.documents[0][0])) for p in panes]
        if choices:
            near, number = self._pieces.documents_of(choices), len(item.finding.sides) + 1
            title = "near it in the sources"
            places.append(Place(title, number, near, self._by_document(choices), write(near[0][0])))
        return places

    def _by_document(self, figures: Sequence[str]) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for name in figures:
            held.setdefault(self._figures[name].document, []).append(name)
        return held


def page(look: Look, *, token: str, editor: str) -> str:
    """The page itself, which asks for all the rest."""
    reasons = [str(reason) for reason in lexicon("reasons")][:_MOST_TEMPLATES]
    return _made("page.html.j2", token=token, editor=editor, marks=look.marks, reasons=reasons)


def rows(items: Sequence[Item]) -> str:
    """Rows of the list."""
    return _made("rows.html.j2", items=items)


def standing(item: Item) -> str:
    """How a finding stands: what was decided of it, or what became of that."""
    return _made("standing.html.j2", item=item)


def history(entries: Sequence[Entry]) -> str:
    """What was decided and taken back, the latest first."""
    gone = {entry.undoes: entry.editor for entry in entries if entry.undoes}
    decided = [entry for entry in entries if not entry.undoes]
    shown = decided[:_MOST_ENTRIES]
    return _made("history.html.j2", entries=shown, gone=gone, more=len(decided) - len(shown))


def changes(found: Changes, items: Sequence[Item]) -> str:
    """What a check that was run again showed; `items` are the findings that there are now."""
    about = {item.finding.fingerprint: item for item in items}
    still = [item.finding for item in items if item.decision and item.decision.verdict == "fixed"]
    return _made("changes.html.j2", changes=found, still=still, about=about)


def packed(name: str) -> str:
    """A file of the page: its script, its style sheet."""
    return packaged(_PACKAGE, name)


def _made(template: str, **given: object) -> str:
    return environment(_PACKAGE, _inert).get_template(template).render(**given)


def _inert(value: object) -> object:
    """Words on one line with nothing in them that a screen obeys; HTML is left as it was made."""
    return in_line(value) if type(value) is str else value
