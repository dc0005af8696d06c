"""What a rule looks at: the claims, with the figures and documents behind their ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.findings.once import Once
from factcheck.findings.retold import retold
from factcheck.model import BOUND_WORDS, Claim, Document, Figure, Finding, Rule, Support


@dataclass(frozen=True, slots=True)
class Evidence(Once):
    """Claims with what their ids stand for."""

    claims: tuple[Claim, ...]
    figures: Mapping[str, Figure]
    documents: Mapping[str, Document]
    order: Mapping[str, int]
    supports: tuple[Support, ...] = ()
    by_id: Mapping[str, Claim] = field(default_factory=dict)
    """The claims by their ids."""
    ranks: Mapping[str, int] = field(default_factory=dict)
    """The places of the documents in the order in which they were given."""

    @classmethod
    def of(
        cls,
        claims: Sequence[Claim],
        figures: Sequence[Figure],
        documents: Sequence[Document],
        supports: Sequence[Support] = (),
    ) -> Evidence:
        return cls(
            tuple(claims),
            {f.id: f for f in figures},
            {d.id: d for d in documents},
            {f.id: n for n, f in enumerate(figures)},
            tuple(supports),
            {c.id: c for c in claims},
            {d.id: n for n, d in enumerate(documents)},
        )

    def position(self, figure: str) -> int:
        """The place of a figure among all figures, for sorting."""
        return self.order[figure]

    def document(self, figure: str) -> Document:
        """The document that a figure stands in."""
        return self.documents[self.figures[figure].document]

    def sources(self, figures: Iterable[str]) -> frozenset[str]:
        """The sources among the documents of some figures, by their ids."""
        return frozenset(d.id for d in map(self.document, figures) if d.role == "source")

    def claim_of(self, figure: str) -> Claim | None:
        """The first claim that holds a figure."""
        held = self.once(_held)
        return held[0].get(figure)

    def taken_sides(self) -> frozenset[str]:
        """The claims in which the draft takes a side: a finding pinned to the draft tells of both sides."""
        sided = {s.figure for s in self.supports if s.outcome in ("disputed", "outdated")}
        return frozenset(c.id for c in self.claims if not sided.isdisjoint(c.figures))

    def written(self, figure: str) -> str:
        """The figure as its text writes it, unit included, behind its bound: "about 130,000 troops"."""
        found = self.figures[figure]
        text = self.document(figure).text
        written = found.worded.value if found.worded else found.extent.quote(text)
        return BOUND_WORDS.get(found.amount.bound, "") + one_line(written)

    def written_in(self, documents: Literal["draft", "all"]) -> Iterator[Figure]:
        """The figures of the draft, or of all documents, in the order of the text."""
        for figure in self.figures.values():
            if documents == "all" or self.documents[figure.document].role == "draft":
                yield figure

    def alike(self, figures: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Figures that one fingerprint stands for (one document says one thing of the same more than once)."""
        groups: dict[str, list[str]] = {}
        for figure in figures:
            groups.setdefault(self._said(self.figures[figure]), []).append(figure)
        return tuple(map(tuple, groups.values()))

    def by_value(self, figures: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Figures by what they say, in the order of the first of each.

        What a claim counts is one thing, however each of its figures calls it, or leaves it unsaid.
        """
        sides: dict[str, list[str]] = {}
        for figure in figures:
            amount = self.figures[figure].amount
            unit = "" if self.figures[figure].kind == "count" else amount.unit
            said = amount.iso or f"{amount.value.low} {amount.value.high} {unit}"
            sides.setdefault(said, []).append(figure)
        return tuple(map(tuple, sides.values()))

    def finding(
        self,
        rule: Rule,
        *,
        message: str,
        sides: tuple[tuple[str, ...], ...],
        primary: str,
        claim: str | None,
        explanations: Sequence[str],
        statement: str = "",
    ) -> Finding:
        """A rule's finding with its fingerprint, and how many independent sources stand on each side.

        A value that ends in a full stop ("3:50 a.m.") ends the message too.
        Where a side has several documents the explanations say how many of them are independent.
        """
        fingerprint = self.fingerprint(rule.id, [f for side in sides for f in side])
        found = self.by_id.get(claim) if claim else None
        independent = tuple(self.independent(side, found) for side in sides)
        return Finding(
            f"f-{fingerprint}",
            fingerprint,
            rule.id,
            rule.kind,
            rule.severity,
            _ended(message),
            claim,
            sides,
            primary,
            (*explanations, *self._retold(sides, found), *self._attested(sides, independent)),
            independent,
            statement,
        )

    def _retold(self, sides: Sequence[tuple[str, ...]], claim: Claim | None) -> Iterator[str]:
        return retold(sides, claim, self.figures, self.documents, self.ranks) if claim else iter(())

    def _attested(self, sides: Sequence[tuple[str, ...]], independent: Sequence[int]) -> Iterator[str]:
        if len(sides) < 2 or max(len(self.sources(side)) for side in sides) < 2:
            return
        counts = [
            f"{n or 'none (only the draft)'} for {self.written(side[0])}"
            for n, side in zip(independent, sides, strict=True)
        ]
        yield f"independent sources: {', '.join(counts)}"

    def independent(self, side: Sequence[str], claim: Claim | None) -> int:
        """How many independent sources are on a side; a draft is no source."""
        said = [f for f in side if self.document(f).role == "source"]
        return claim.independent(said) if claim else len(self.sources(said))

    def fingerprint(self, rule: str, figures: Iterable[str]) -> str:
        """Identity of a finding: the rule and what each figure says of what, without positions; see `told_apart`."""
        parts = sorted({self._said(self.figures[f]) for f in figures})
        return _digest([rule, *parts])

    def told_apart(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings; those of one fingerprint, which give one value to several things, told by their sentences.

        Of a sentence that stands more than once, each gets its place among them.
        """
        often = Counter(finding.fingerprint for finding in findings)
        met: Counter[str] = Counter()
        apart = []
        for finding in findings:
            if often[finding.fingerprint] == 1:
                apart.append(finding)
                continue
            said = _digest([finding.fingerprint, *sorted(map(self._sentence, finding.figures))])
            met[said] += 1
            name = said if met[said] == 1 else _digest([said, str(met[said])])
            apart.append(replace(finding, id=f"f-{name}", fingerprint=name))
        return tuple(apart)

    def _sentence(self, figure: str) -> str:
        return one_line(self.figures[figure].context.sentence.quote(self.document(figure).text))

    def _said(self, figure: Figure) -> str:
        amount = figure.amount
        value = amount.iso or f"{amount.value.low}..{amount.value.high}"
        document = self.documents[figure.document]
        return "|".join((document.within or document.path, figure.kind, value, amount.unit, figure.context.subject))


def _held(evidence: Evidence) -> Iterator[Mapping[str, Claim]]:
    """One mapping: each figure of a claim with the first claim that holds it."""
    yield {figure: claim for claim in reversed(evidence.claims) for figure in claim.figures}


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def one_line(text: str) -> str:
    """Words of a text on one line, for a message."""
    return " ".join(text.split())


def _ended(message: str) -> str:
    return message.removesuffix(".") if message.endswith("..") and not message.endswith("...") else message
