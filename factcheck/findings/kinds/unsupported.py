"""Figures of a draft that no source gives."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings.evidence import Evidence
from factcheck.findings.scope import Scope
from factcheck.model import Finding, Rule


class Options(Scope):
    """The options are those of every rule: which figures it is for."""


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each figure of the draft that no source gives."""
    options = Options.model_validate(rule.options)
    for support in evidence.supports:
        if support.outcome == "unsupported" and options.holds(evidence.figures[support.figure]):
            yield evidence.finding(
                rule,
                message=rule.message.format(statement=support.statement, values=evidence.written(support.figure)),
                sides=((support.figure,),),
                primary=support.figure,
                claim=None,
                explanations=support.reasons,
                statement=support.statement,
            )
