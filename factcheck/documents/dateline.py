"""The day on which a page says that it was published. Never guessed: a doubt leaves it unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.documents.dates import printed_dates
from factcheck.documents.stamps import Label, Stamp, parse
from factcheck.model import Block

_HEAD, _FOOT = 8, 3
_OPENING = 90
"""Characters at the start of a story that a wire's dateline fits into."""
_TRUST: tuple[Label, ...] = ("published", "plain", "updated")


def find(text: str, blocks: list[Block]) -> tuple[date | None, list[Block]]:
    """The publication day of the page's own posting lines, and the blocks with those lines as furniture.

    Only the first eight blocks and the last three are looked at; "published" counts before a bare
    date, a bare date before "updated". Two different days of the same standing are a doubt.
    """
    found = dict(_stamps(text, blocks))
    if all(block.kind == "furniture" or n in found for n, block in enumerate(blocks)):
        return None, blocks  # a date alone is what the page says, not when it said so
    for label in _TRUST:
        days = {stamp.published for stamp in found.values() if stamp.label == label and stamp.published}
        if days:
            published = days.pop() if len(days) == 1 else None
            return published, _as_furniture(blocks, set(found) if published else set())
    return _inline(text, blocks), blocks


_PLACE_FIRST = re.compile(r"\W*[A-Z][A-Z.'’ -]+(?:, [A-Z][\w. ]+)?,? ")
_CLOSING_DASH = re.compile(r"\W{0,2}(?:\([\w ./]+\))?\s*[-–—]+\s")


def _inline(text: str, blocks: list[Block]) -> date | None:
    """The day of a wire's dateline, "ZURICH, May 2, 2024 (Agency) - ", which opens the first paragraph."""
    opening = next((b.span.quote(text)[:_OPENING] for b in blocks if b.kind == "paragraph"), "")
    place = _PLACE_FIRST.match(opening)
    dated = next(iter(printed_dates(opening)), None) if place else None
    if place is None or dated is None or dated.span.start > place.end() + 1:
        return None
    return dated.day if _CLOSING_DASH.match(opening, dated.span.end) else None


def _stamps(text: str, blocks: list[Block]) -> Iterator[tuple[int, Stamp]]:
    for n, block in enumerate(blocks):
        near_edge = n < _HEAD or n >= len(blocks) - _FOOT
        if near_edge and block.kind not in ("item", "row") and (stamp := parse(block.span.quote(text))):
            yield n, stamp


def _as_furniture(blocks: list[Block], places: set[int]) -> list[Block]:
    return [replace(block, kind="furniture") if n in places else block for n, block in enumerate(blocks)]
