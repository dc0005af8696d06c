"""A finding in plain sentences, for formats that have one field for all of it."""

from __future__ import annotations

from factcheck.reporting.view import Case, Evidence, Side


def headline(case: Case) -> str:
    """What a finding says, and of what."""
    return f"{case.statement}: {case.message}" if case.statement else case.message


def lines(case: Case) -> list[str]:
    """All of a finding, line by line: what it says, who says what and where, and why."""
    told = [headline(case)]
    for side in case.sides:
        told.append(f"{side.value}{independent(side)}")
        told += [f"  {source(e)}, {e.place}: {quoted(e)}" for e in side.evidence]
    told += [f"Why: {reason}" for reason in case.explanations]
    return [*told, f"{'Decided' if case.standing else 'Settled'}: {case.decision}"] if case.decision else told


def independent(side: Side) -> str:
    """How many of a side's sources are copies, where some are."""
    copies = sum(1 for e in side.evidence if e.copied)
    return f" ({copies} of {len(side.evidence)} are copies)" if copies else ""


def quoted(evidence: Evidence) -> str:
    """The sentence with its number in brackets."""
    return f"{evidence.quote.before}[{evidence.quote.number}]{evidence.quote.after}"


def source(evidence: Evidence) -> str:
    """Who says it, when, and on whose word."""
    said = f", according to {evidence.attribution}" if evidence.attribution else ""
    return f"{evidence.source}, {evidence.published or 'no date'}{said}"
