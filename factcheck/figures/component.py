"""The spaCy component `factcheck_figures`: `doc._.figures` holds the figures of a Doc.

Loaded by spaCy alone, through its entry point, so that importing factcheck never loads spaCy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.figures import extract
from factcheck.figures.language import DEFAULT_MODEL
from factcheck.model import Block, Document, Span


@dataclass(frozen=True, slots=True)
class FiguresComponent:
    """Sets `doc._.figures`, a list of `Figure` with offsets in characters of `doc.text`.

    `published` is the day that relative dates count from, "2022-02-04"; without it they stay partial.
    """

    model: str
    published: date | None

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with its figures."""
        block = Block("paragraph", Span(0, len(doc.text)))
        document = Document("d1", "-", doc.text, published=self.published, blocks=(block,))
        doc._.figures = list(extract([document], self.model)[0].figures)
        return doc


@Language.factory("factcheck_figures", default_config={"model": DEFAULT_MODEL, "published": None})
def create(nlp: Language, name: str, model: str, published: str | None) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's signature
    """The component for a pipeline; ValueError where `published` is no ISO date."""
    if not Doc.has_extension("figures"):
        Doc.set_extension("figures", default=None)
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as error:
        raise ValueError(f"{name}: published: {published!r} is no date; write it as 2022-02-04") from error
    return FiguresComponent(model, day)
