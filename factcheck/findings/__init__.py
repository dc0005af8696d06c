"""Findings: rules laid over claims. A rule is YAML in `rules/`, a kind of check is one file in `kinds/`."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from factcheck import plugins
from factcheck.findings.evidence import Evidence
from factcheck.findings.examples import Example, Passage
from factcheck.findings.rule_file import KINDS, RuleFile
from factcheck.findings.rules import find_rules, load_rules, replaced
from factcheck.findings.scope import Scope
from factcheck.findings.selection import chosen, outside_of_ignored_paths
from factcheck.findings.suppressing import Run, settled, wanted
from factcheck.findings.trials import Tried, marked_examples, try_rules
from factcheck.model import SEVERITIES, Claim, Document, Figure, Finding, Rule, Support

__all__ = [
    "Example",
    "Passage",
    "RuleFile",
    "Run",
    "Tried",
    "chosen",
    "find_rules",
    "judge",
    "load_rules",
    "marked_examples",
    "options_of",
    "outside_of_ignored_paths",
    "settled",
    "try_rules",
    "wanted",
]


def options_of(rule: Rule) -> BaseModel:
    """The options of a rule as its kind reads them, those that it leaves out too."""
    read: BaseModel = plugins.load(KINDS, rule.kind).Options.model_validate(rule.options)
    return read


def judge(
    claims: Sequence[Claim],
    figures: Sequence[Figure],
    documents: Sequence[Document],
    rules: Sequence[Rule],
    supports: Sequence[Support] = (),
) -> tuple[Finding, ...]:
    """What the rules find, the worst first, then in the order of the text.

    A rule is silent where another one speaks instead of it.
    """
    evidence = Evidence.of(claims, figures, documents, supports)
    found = [f for rule in rules for f in plugins.load(KINDS, rule.kind).find(rule, evidence)]
    special = [(replaced(rule), options_of(rule)) for rule in rules if replaced(rule)]
    found = [f for f in found if not any(f.rule in names and _covers(scope, f, evidence) for names, scope in special)]
    found.sort(key=lambda f: (SEVERITIES.index(f.severity), evidence.position(f.primary), f.rule, f.fingerprint))
    return evidence.told_apart(found)


def _covers(scope: BaseModel, finding: Finding, evidence: Evidence) -> bool:
    figures = (evidence.figures[f] for side in finding.sides for f in side)
    return isinstance(scope, Scope) and scope.covers(figures)
