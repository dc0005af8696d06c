"""The findings as they queue up to be decided, what of them is shown, and what a new check changes."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Decision, Finding, Severity


@dataclass(frozen=True, slots=True)
class Item:
    """A finding in the queue, `number` counted from 1, with the decision that stands or what became of one."""

    number: int
    finding: Finding
    path: str
    place: str
    statement: str
    decision: Decision | None
    settled: str = ""
    """Why it needs no decision: a comment in the text, the baseline."""
    lapsed: str = ""

    @property
    def open(self) -> bool:
        return self.decision is None and not self.settled


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the queue shows: findings whose words hold `words`, of some severities, rules and paths, open or not."""

    words: str = ""
    severities: frozenset[Severity] = frozenset()
    rules: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    state: str = "open"
    """"open", "decided" or "all"."""

    def passes(self, item: Item) -> bool:
        finding = item.finding
        return (
            (self.state == "all" or item.open == (self.state == "open"))
            and (not self.severities or finding.severity in self.severities)
            and (not self.rules or finding.rule in self.rules)
            and (not self.paths or item.path in self.paths)
            and (not self.words or self._names(item))
        )

    def _names(self, item: Item) -> bool:
        finding = item.finding
        told = f"{item.statement} {finding.message} {finding.severity} {finding.rule} {item.path} {item.place}"
        folded = told.casefold()
        return all(word in folded for word in self.words.casefold().split())


@dataclass(frozen=True, slots=True)
class Changes:
    """What a check that was run again shows: findings that are new, those that are gone, and what lapsed."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    lapsed: tuple[str, ...]
