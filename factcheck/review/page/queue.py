"""The list of findings: what of it a page asks for, in pieces, and how many there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import SEVERITIES
from factcheck.review.desk import Desk, Item, Sieve

CHUNK = 200
"""Rows that a page gets at a time."""
_STATES = ("open", "decided", "all")
Counts = list[tuple[str, int]]
Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows, whether more come behind them, and how many findings the filter shows in all."""

    items: tuple[Item, ...]
    more: bool
    shown: int


def sieve(asked: Query) -> Sieve:
    """What a query lets through; what is none of our names lets all through."""
    severity, rule, path, state = (asked.get(name, "") for name in ("severity", "rule", "path", "state"))
    return Sieve(
        words=asked.get("words", ""),
        severities=frozenset({severity}) if severity in SEVERITIES else frozenset(),
        rules=frozenset({rule}) if rule else frozenset(),
        paths=frozenset({path}) if path else frozenset(),
        state=state if state in _STATES else "open",
    )


def rows(desk: Desk, asked: Query) -> Rows:
    """The rows behind the number `after`: a chunk, and all up to the finding `upto`, at which a page stands."""
    passed = desk.items(sieve(asked))
    after = _number(asked.get("after", ""))
    behind = [item for item in passed if item.number > after]
    standing = desk.about(asked.get("upto", ""))
    last = standing.number if standing else 0
    taken = max(CHUNK, sum(item.number <= last for item in behind))
    return Rows(tuple(behind[:taken]), len(behind) > taken, len(passed))


def only(desk: Desk, asked: Query) -> Rows:
    """The findings that are named, of those that the filter shows."""
    let = sieve(asked)
    named = [item for name in asked["only"].split(",") if (item := desk.about(name)) and let.passes(item)]
    return Rows(tuple(sorted(named, key=lambda item: item.number)), more=False, shown=0)


def facets(desk: Desk, state: str) -> Mapping[str, Counts]:
    """How many findings of a state there are by severity, rule and document, and how many of each state."""
    items = desk.items()
    of = [item for item in items if state == "all" or item.open == (state != "decided")]
    is_open = sum(item.open for item in items)
    severities = Counter(item.finding.severity for item in of)
    return {
        "severity": [(s, severities[s]) for s in SEVERITIES if severities[s]],
        "rule": sorted(Counter(item.finding.rule for item in of).items()),
        "path": sorted(Counter(item.path for item in of).items()),
        "state": _counted([is_open, len(items) - is_open, len(items)]),
    }


def _counted(counts: Sequence[int]) -> Counts:
    return list(zip(_STATES, counts, strict=True))


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
