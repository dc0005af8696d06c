"""Reckonings that a document does itself: each check looks for a wording that makes its sum certain, and does the sum.

A check is a function from the evidence (and a tolerance, a share of the stated value) to the slips that it sees;
`CHECKS` has them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.ages import ages
from factcheck.findings.reckoning.averages import averages
from factcheck.findings.reckoning.changes import changes, points
from factcheck.findings.reckoning.columns import columns
from factcheck.findings.reckoning.moves import moves
from factcheck.findings.reckoning.parts import parts
from factcheck.findings.reckoning.ranges import ranges
from factcheck.findings.reckoning.shares import shares
from factcheck.findings.reckoning.slip import Slip

__all__ = ["CHECKS", "Slip"]

CHECKS: Mapping[str, Callable[[Evidence, Decimal], Iterator[Slip]]] = {
    "age": ages,
    "average": averages,
    "change": changes,
    "column": columns,
    "move": moves,
    "parts": parts,
    "points": points,
    "range": ranges,
    "share": shares,
}
