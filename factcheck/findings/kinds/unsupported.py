"""Figures of a draft that no source gives."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from factcheck.findings.evidence import Evidence
from factcheck.model import Finding, Rule


class Options(BaseModel):
    """`kinds`: the kinds of figures that the rule is for; all where none is named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: tuple[str, ...] = ()


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each figure of the draft that no source gives."""
    options = Options.model_validate(rule.options)
    for support in evidence.supports:
        kind = evidence.figures[support.figure].kind
        if support.outcome == "unsupported" and (not options.kinds or kind in options.kinds):
            yield evidence.finding(
                rule,
                message=rule.message.format(statement=support.statement, values=evidence.written(support.figure)),
                sides=((support.figure,),),
                primary=support.figure,
                claim=None,
                explanations=support.reasons,
                statement=support.statement,
            )
