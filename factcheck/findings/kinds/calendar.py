"""Dates and times that cannot be right by the calendar or the clock alone, each document for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from factcheck.findings import chains, clocks, days, lengths, periods, tellings
from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import Fault, Page, pages, told
from factcheck.model import Finding, Rule

_CHECKS: Mapping[str, Callable[[Page], Iterator[Fault]]] = {
    "weekday": days.weekdays,
    "impossible": days.impossible,
    "order": periods.order,
    "duration": lengths.durations,
    "future": tellings.future,
    "zones": clocks.zones,
    "chain": chains.chains,
}


class Options(BaseModel):
    """`check`: what the rule looks for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: Literal["weekday", "impossible", "order", "duration", "future", "zones", "chain"]


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each place at which the check fails."""
    check = _CHECKS[Options.model_validate(rule.options).check]
    yield from told(rule, (fault for page in pages(evidence) for fault in check(page)), evidence)
