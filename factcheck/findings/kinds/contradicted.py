"""Figures of a draft of which sources say something else: another value or bound, or several, or a later one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck.findings.evidence import Evidence
from factcheck.findings.scope import Leeway
from factcheck.model import Finding, Rule, Support

_SAME_NUMBER = ("overstated", "understated", "misattributed", "misapplied")
"""Outcomes in which the sources give the draft's number, but not as the draft does."""


class Options(Leeway):
    """`outcome`: which figures the rule is for."""

    outcome: Literal[
        "contradicted", "disputed", "outdated", "overstated", "understated", "misattributed", "misapplied"
    ] = "contradicted"


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each figure of the draft that came out so."""
    options = Options.model_validate(rule.options)
    for support in evidence.supports:
        if support.outcome == options.outcome and _concerns(support, options, evidence):
            yield _finding(rule, support, evidence)


def _concerns(support: Support, options: Options, evidence: Evidence) -> bool:
    figures = [evidence.figures[f] for f in (support.figure, *(support.others or support.sources))]
    passes = options.passes_margin(figures) or options.passes_tolerance(figures)
    return options.covers(figures) and not passes


def _finding(rule: Rule, support: Support, evidence: Evidence) -> Finding:
    alone = support.outcome in _SAME_NUMBER
    ours = (support.figure,) if alone else (support.figure, *support.sources)
    theirs = support.sources if alone else support.others
    claim = evidence.claim_of(theirs[0])
    values = " against ".join(_written(f, support, evidence) for f in (support.figure, theirs[0]))
    return evidence.finding(
        rule,
        message=rule.message.format(statement=support.statement, values=values),
        sides=(ours, *evidence.by_value(theirs)),
        primary=support.figure,
        claim=claim.id if claim else None,
        explanations=support.reasons,
        statement=support.statement,
    )


def _written(name: str, support: Support, evidence: Evidence) -> str:
    """A figure as written; with its speaker where the speakers differ."""
    speaker = evidence.figures[name].context.attribution
    told = f" ({speaker})" if support.outcome == "misattributed" and speaker else ""
    return f"{evidence.written(name)}{told}"
