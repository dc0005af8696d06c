"""Figures in whose sentence words stand that make them unprintable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import field_validator

from factcheck.findings import patterns
from factcheck.findings.evidence import Evidence, one_line
from factcheck.findings.scope import Scope
from factcheck.model import Figure, Finding, Rule


class Options(Scope):
    """`pattern`: the words, a pattern of RE2; (?i) at its head ignores case. {statement} in the message is its match.

    `documents`: "draft" for the draft alone, "all" for the sources too.
    """

    pattern: str
    documents: Literal["draft", "all"] = "draft"

    @field_validator("pattern")
    @classmethod
    def _readable(cls, pattern: str) -> str:
        patterns.compiled(pattern)
        return pattern


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each figure, however often the document says it, in whose sentence the pattern matches."""
    options = Options.model_validate(rule.options)
    matched: dict[str, str] = {}
    for figure in evidence.written_in(options.documents):
        words = patterns.first(options.pattern, _sentence(figure, evidence)) if options.holds(figure) else None
        if words is not None:
            matched[figure.id] = words
    for figures in evidence.alike(matched):
        yield evidence.finding(
            rule,
            message=rule.message.format(statement=matched[figures[0]], values=evidence.written(figures[0])),
            sides=(figures,),
            primary=figures[0],
            claim=None,
            explanations=(f"its sentence says “{matched[figures[0]]}”",),
        )


def _sentence(figure: Figure, evidence: Evidence) -> str:
    """The figure's sentence on one line."""
    return one_line(figure.context.sentence.quote(evidence.document(figure.id).text))
