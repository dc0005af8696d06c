"""Documents, figures, claims and findings as bytes: what a run holds of them until it is asked for them."""

from __future__ import annotations

from factcheck.columns import Columns
from factcheck.documents import Sketch
from factcheck.model import (
    Amount,
    Block,
    Cell,
    Claim,
    Context,
    Copied,
    Document,
    Figure,
    Finding,
    Interval,
    Link,
    Mark,
    Remark,
    Span,
    Support,
    Wording,
)

_OF_DOCUMENTS = (Span, Block, Mark, Cell, Copied, Remark, Document, Sketch)
_OF_FIGURES = (Interval, Amount, Context, Wording, Figure)
_OF_CLAIMS = (Link, Claim, Support, Finding)

COLUMNS = Columns((*_OF_DOCUMENTS, *_OF_FIGURES, *_OF_CLAIMS))
