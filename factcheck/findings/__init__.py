"""Findings: rules laid over claims. A rule is YAML in `rules/`, a kind of check is one file in `kinds/`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import plugins
from factcheck.findings.evidence import Evidence
from factcheck.findings.rules import load_rules
from factcheck.model import SEVERITIES, Claim, Document, Figure, Finding, Rule, Support

__all__ = ["judge", "load_rules"]

KINDS = "factcheck.findings.kinds"


def judge(
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    documents: Sequence[Document],
    rules: Sequence[Rule],
    supports: Sequence[Support] = (),
) -> tuple[Finding, ...]:
    """What the rules find, the worst first, then in the order of the text."""
    evidence = Evidence.of(claims, figures, documents, supports)
    found = [f for rule in rules for f in plugins.load(KINDS, rule.kind).find(rule, evidence)]
    found.sort(key=lambda f: (SEVERITIES.index(f.severity), evidence.position(f.primary), f.rule, f.fingerprint))
    return tuple(found)
