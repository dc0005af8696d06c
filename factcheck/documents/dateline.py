"""The day on which a page says that it was published. Never guessed: a doubt leaves it unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.documents.stamps import Label, Stamp, parse
from factcheck.model import Block

_HEAD, _FOOT = 8, 3
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
    return None, blocks


def _stamps(text: str, blocks: list[Block]) -> Iterator[tuple[int, Stamp]]:
    for n, block in enumerate(blocks):
        near_edge = n < _HEAD or n >= len(blocks) - _FOOT
        if near_edge and block.kind not in ("item", "row") and (stamp := parse(block.span.quote(text))):
            yield n, stamp


def _as_furniture(blocks: list[Block], places: set[int]) -> list[Block]:
    return [replace(block, kind="furniture") if n in places else block for n, block in enumerate(blocks)]
