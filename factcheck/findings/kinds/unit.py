"""Units that do not go together in one document: conversions that do not convert, a dollar sign of unclear country."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from factcheck.findings import conversions, dollars
from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import Fault, Page, pages, told
from factcheck.model import Finding, Rule

_CHECKS: Mapping[str, Callable[[Page], Iterator[Fault]]] = {
    "conversion": conversions.wrong,
    "currency": dollars.bare,
}


class Options(BaseModel):
    """`check`: what the rule looks for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: Literal["conversion", "currency"]


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each place at which the check fails."""
    check = _CHECKS[Options.model_validate(rule.options).check]
    yield from told(rule, (fault for page in pages(evidence) for fault in check(page)), evidence)
