"""What is said of decisions, in a line."""

from __future__ import annotations

from factcheck.model import Verdict
from factcheck.review.desk import Item


def said(verdict: Verdict) -> str:
    """A verdict in words."""
    return verdict.replace("_", " ")


def where(item: Item) -> str:
    """Where a finding stands, and its rule: "draft.md:3:1 [calendar/weekday]"."""
    return f"{item.path}{':' if item.place[:1].isdigit() else ', '}{item.place} [{item.finding.rule}]"
