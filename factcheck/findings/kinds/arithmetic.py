"""Figures of one document that do not come out: changes, shares, sums, averages, ranges, ages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import Fault, each, told
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
    slips = CHECKS[options.check](evidence, Decimal(str(options.tolerance)))
    yield from told(rule, map(_fault, slips), evidence)


def _fault(slip: Slip) -> Fault:
    return Fault(each(slip.figures), slip.primary, slip.says, (slip.says,), slip.statement)
