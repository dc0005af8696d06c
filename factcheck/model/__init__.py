"""The words of the domain as frozen types: what one stage hands to the next."""

from factcheck.model.figures import (
    Amount,
    Bound,
    ChangeForm,
    Context,
    Direction,
    Dropped,
    Figure,
    FigureKind,
    Interval,
    number,
)
from factcheck.model.judgements import (
    SEVERITIES,
    STANCES,
    Claim,
    Decision,
    Finding,
    Link,
    Rule,
    Severity,
    Stance,
    Verdict,
)
from factcheck.model.reports import Report
from factcheck.model.texts import Block, BlockKind, Document, Mark, Role, Skipped, Span

__all__ = [
    "SEVERITIES",
    "STANCES",
    "Amount",
    "Block",
    "BlockKind",
    "Bound",
    "ChangeForm",
    "Claim",
    "Context",
    "Decision",
    "Direction",
    "Document",
    "Dropped",
    "Figure",
    "FigureKind",
    "Finding",
    "Interval",
    "Link",
    "Mark",
    "Report",
    "Role",
    "Rule",
    "Severity",
    "Skipped",
    "Span",
    "Stance",
    "Verdict",
    "number",
]
