"""What a rule looks at: the claims, with the figures and documents behind their ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Document, Figure

_BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims with what their ids stand for."""

    claims: tuple[Claim, ...]
    figures: Mapping[str, Figure]
    documents: Mapping[str, Document]
    order: Mapping[str, int]

    @classmethod
    def of(cls, claims: Sequence[Claim], figures: Sequence[Figure], documents: Sequence[Document]) -> Evidence:
        return cls(
            tuple(claims),
            {f.id: f for f in figures},
            {d.id: d for d in documents},
            {f.id: n for n, f in enumerate(figures)},
        )

    def position(self, figure: str) -> int:
        """The place of a figure among all figures, for sorting."""
        return self.order[figure]

    def document(self, figure: str) -> Document:
        """The document that a figure stands in."""
        return self.documents[self.figures[figure].document]

    def written(self, figure: str) -> str:
        """The figure as its text writes it, unit included, behind its bound: "about 130,000 troops"."""
        found = self.figures[figure]
        unit = found.unit_span or found.span
        start, end = min(found.span.start, unit.start), max(found.span.end, unit.end)
        words = " ".join(self.document(figure).text[start:end].split())
        return _BOUNDS.get(found.amount.bound, "") + words

    def fingerprint(self, rule: str, figures: Iterable[str]) -> str:
        """Identity of a finding: the rule and what each figure says of what, without positions."""
        parts = sorted({self._said(self.figures[f]) for f in figures})
        return hashlib.sha256("\n".join([rule, *parts]).encode()).hexdigest()[:16]

    def _said(self, figure: Figure) -> str:
        amount = figure.amount
        value = amount.iso or f"{amount.value.low}..{amount.value.high}"
        return "|".join((self.documents[figure.document].path, figure.kind, value, amount.unit, figure.context.subject))
