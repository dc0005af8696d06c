"""Figures that must say who gives them, and do not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck.findings.evidence import Evidence
from factcheck.findings.scope import Scope
from factcheck.model import Figure, Finding, Rule


class Options(Scope):
    """`documents`: "draft" for the draft alone, "all" for the sources too."""

    documents: Literal["draft", "all"] = "draft"


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each figure that its document nowhere attributes; a heading may leave that to the text."""
    options = Options.model_validate(rule.options)
    figures = [f for f in evidence.written_in(options.documents) if options.holds(f)]
    sourced = {_said(f) for f in figures if f.context.attribution}
    bare = [f.id for f in figures if _said(f) not in sourced and not _in_heading(f, evidence)]
    for alike in evidence.alike(bare):
        yield evidence.finding(
            rule,
            message=rule.message.format(statement="", values=evidence.written(alike[0])),
            sides=(alike,),
            primary=alike[0],
            claim=None,
            explanations=("nobody is named who gives it, here or elsewhere in the text",),
        )


def _said(figure: Figure) -> tuple[object, ...]:
    """What a figure says of what, for telling that its document says it again."""
    return figure.document, figure.amount.value, figure.amount.unit, figure.amount.iso, figure.context.measure


def _in_heading(figure: Figure, evidence: Evidence) -> bool:
    blocks = evidence.document(figure.id).blocks
    return any(block.kind == "heading" and block.span.overlaps(figure.span) for block in blocks)
