"""Figures of one document that do not come out: changes, shares, sums, averages, ranges, ages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning import CHECKS, Slip
from factcheck.model import Finding, Rule


class Options(BaseModel):
    """`check`: which reckoning the rule is for. `tolerance`: by which share of it a stated result may be off."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: Literal["age", "average", "change", "column", "move", "parts", "points", "range", "share"]
    tolerance: float = Field(default=0.0, ge=0, allow_inf_nan=False)


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each reckoning that does not come out; one that a document repeats is told once."""
    options = Options.model_validate(rule.options)
    told: set[str] = set()
    for slip in CHECKS[options.check](evidence, Decimal(str(options.tolerance))):
        finding = _finding(rule, slip, evidence)
        if finding.fingerprint not in told:
            told.add(finding.fingerprint)
            yield finding


def _finding(rule: Rule, slip: Slip, evidence: Evidence) -> Finding:
    return evidence.finding(
        rule,
        message=rule.message.format(statement=slip.statement, values=slip.says),
        sides=tuple((figure.id,) for figure in slip.figures),
        primary=slip.primary.id,
        claim=None,
        explanations=(slip.says,),
        statement=slip.statement,
    )
