"""The day on which a page says that it was published. Never guessed: a doubt leaves it unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.documents import dateline
from factcheck.documents.stamps import Label, Stamp, parse
from factcheck.model import Block

_HEAD, _FOOT = 8, 3
_TRUST: tuple[Label, ...] = ("published", "plain", "updated")


@dataclass(frozen=True, slots=True)
class Posting:
    """What a page says of its publication, and its blocks with what says so as furniture."""

    published: date | None
    outlet: str | None
    blocks: list[Block]


def find(text: str, blocks: list[Block]) -> Posting:
    """The day of the page's own posting lines, else of its wire's dateline, which names the outlet too."""
    published, doubted, blocks = _posted(text, blocks)
    at = next((n for n, block in enumerate(blocks) if block.kind == "paragraph"), None)
    opening = dateline.parse(blocks[at].span.quote(text)) if at is not None else None
    if at is None or opening is None:
        return Posting(published, None, blocks)
    line, story = opening.cut(text, blocks[at].span)
    parted = [Block("furniture", line), replace(blocks[at], span=story)]
    day = published if published or doubted else opening.published
    return Posting(day, opening.outlet, [*blocks[:at], *parted, *blocks[at + 1 :]])


def _posted(text: str, blocks: list[Block]) -> tuple[date | None, bool, list[Block]]:
    """The day of the posting lines, whether they leave a doubt, and the blocks with those lines as furniture.

    Only the first eight blocks and the last three are looked at; "published" counts before a bare
    date, a bare date before "updated". Two different days of the same standing are a doubt.
    """
    found = dict(_stamps(text, blocks))
    if all(block.kind == "furniture" or n in found for n, block in enumerate(blocks)):
        return None, True, blocks  # a date alone is what the page says, not when it said so
    for label in _TRUST:
        days = {stamp.published for stamp in found.values() if stamp.label == label and stamp.published}
        if days:
            published = days.pop() if len(days) == 1 else None
            return published, published is None, _as_furniture(blocks, set(found) if published else set())
    return None, False, blocks


def _stamps(text: str, blocks: list[Block]) -> Iterator[tuple[int, Stamp]]:
    for n, block in enumerate(blocks):
        near_edge = n < _HEAD or n >= len(blocks) - _FOOT
        if near_edge and block.kind not in ("item", "row") and (stamp := parse(block.span.quote(text))):
            yield n, stamp


def _as_furniture(blocks: list[Block], places: set[int]) -> list[Block]:
    return [replace(block, kind="furniture") if n in places else block for n, block in enumerate(blocks)]
