"""What a rule looks at: the claims, with the figures and documents behind their ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Document, Figure


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

    def written(self, figure: str) -> str:
        """The figure as its text writes it, unit included: "130,000 troops"."""
        found = self.figures[figure]
        text = self.documents[found.document].text
        end = max(found.span.end, found.unit_span.end if found.unit_span else 0)
        start = min(found.span.start, found.unit_span.start if found.unit_span else found.span.start)
        return " ".join(text[start:end].split())

    def fingerprint(self, rule: str, figures: Iterable[str]) -> str:
        """Identity of a finding: the rule and what each figure says of what, without positions."""
        parts = sorted({self._said(self.figures[f]) for f in figures})
        return hashlib.sha256("\n".join([rule, *parts]).encode()).hexdigest()[:16]

    def _said(self, figure: Figure) -> str:
        amount = figure.amount
        value = amount.iso or f"{amount.value.low}..{amount.value.high}"
        return "|".join((self.documents[figure.document].path, figure.kind, value, amount.unit, figure.context.subject))
