"""What the rules of one kind find in one text by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.figures import extract
from factcheck.findings import judge, load_rules
from factcheck.model import Figure, Finding
from tests.claims.builders import PUBLISHED, document


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings of a text, and its figures by id."""

    findings: tuple[Finding, ...]
    figures: dict[str, Figure]

    def told(self) -> list[tuple[str, str]]:
        """Rule and primary figure of each finding, in the order of the report."""
        return [(found.rule, self.figures[found.primary].text) for found in self.findings]

    def reasons(self) -> list[str]:
        return [reason for found in self.findings for reason in found.explanations]


def judged(text: str, kind: str, published: date | None = PUBLISHED) -> Judged:
    """The findings of the shipped rules of one kind in a text."""
    read = document(text, published=published)
    figures = extract([read])[0].figures
    rules = [rule for rule in load_rules() if rule.kind == kind]
    return Judged(judge((), figures, [read], rules), {figure.id: figure for figure in figures})
