"""Rows of one cell around a table: the heading over it, captions, or a text of which each row is a paragraph."""

from __future__ import annotations

from factcheck.model import BlockKind

_LONGEST_HEADING = 20
"""Words."""


def kind(words: str, *, below: BlockKind, above: bool) -> BlockKind:
    """What a note is: a heading where it is short and `above` the first table, a paragraph where it is long."""
    if len(words.split()) > _LONGEST_HEADING:
        return "paragraph"
    return "heading" if above else below
