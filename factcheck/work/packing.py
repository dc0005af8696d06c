"""How what a run works out travels between processes and into the cache."""

from __future__ import annotations

from factcheck.columns import Columns
from factcheck.documents import Content, Limits, Metadata
from factcheck.figures import Extracted
from factcheck.model import (
    Amount,
    Block,
    Cell,
    Claim,
    Context,
    Copied,
    Document,
    Dropped,
    Figure,
    Finding,
    Interval,
    Link,
    Mark,
    Remark,
    Rule,
    Skipped,
    Span,
    Support,
    Wording,
)
from factcheck.work.comparing import Compared
from factcheck.work.groups import Group
from factcheck.work.parts import Part

_OF_DOCUMENTS = (Span, Block, Mark, Cell, Copied, Remark, Document, Skipped, Metadata, Limits, Content)
_OF_FIGURES = (Interval, Amount, Context, Wording, Figure, Dropped, Extracted)
_OF_CLAIMS = (Link, Claim, Support, Rule, Finding)

COLUMNS = Columns((*_OF_DOCUMENTS, *_OF_FIGURES, *_OF_CLAIMS, Part, Group, Compared))
