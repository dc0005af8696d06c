"""What each block is on the page: furniture, heading, or text. Positions never change but where a note is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.documents import furniture, stamps
from factcheck.documents.blocks import has_ended
from factcheck.model import Block, Span

HEADING_WORDS, HEADLINE_WORDS = 14, 20
"""A longer line is a paragraph, whatever it ends with; the headline, first on the page, may be longer."""
_PAGE_END_WORDS = 60
"""More words than these after "Related articles" are an article that goes on."""
_NEAR = 2


def lay_out(text: str, blocks: list[Block], *, find_headings: bool = True) -> Iterator[Block]:
    """The blocks of a page with their kinds. Headings are found where the format has no mark for them."""
    furnished = _without_page_end(text, list(_furnished(text, blocks)))
    return _with_headings(text, furnished) if find_headings else iter(furnished)


def _furnished(text: str, blocks: list[Block]) -> Iterator[Block]:
    told = furniture.tells(text)
    for block in blocks:
        words = block.span.quote(text)
        stamp = stamps.parse(words) if len(words) <= stamps.LONGEST else None
        if (stamp and stamp.label != "plain") or furniture.is_furniture(words, told=told):
            yield replace(block, kind="furniture")
        elif not stamp and (note := stamps.leading(words)):
            cut = block.span.start + note
            yield Block("furniture", Span(block.span.start, cut - _blanks_before(text, cut)))
            yield replace(block, span=Span(cut, block.span.end))
        else:
            yield block


def _blanks_before(text: str, offset: int) -> int:
    before = text[max(0, offset - 80) : offset]
    return len(before) - len(before.rstrip())


def _without_page_end(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, those from a "Check also" to a near end of the page made furniture."""
    words = 0
    for n in range(len(blocks) - 1, -1, -1):
        quoted = blocks[n].span.quote(text)
        words += len(quoted.split())
        if words > _PAGE_END_WORDS:
            break
        if blocks[n].kind == "furniture" and furniture.ends_page(quoted):
            return blocks[:n] + [replace(block, kind="furniture") for block in blocks[n:]]
    return blocks


def _with_headings(text: str, blocks: list[Block]) -> Iterator[Block]:
    content = [block.span.quote(text) for block in blocks if block.kind != "furniture"]
    n = 0
    for block in blocks:
        if block.kind == "furniture":
            yield block
            continue
        most = HEADING_WORDS if n else HEADLINE_WORDS
        could = block.kind == "paragraph" and _could_head(content[n], most)
        heads = could and (n == 0 or _leads(content[n], content[n + 1 : n + 1 + _NEAR]))
        yield replace(block, kind="heading") if heads else block
        n += 1


def _could_head(words: str, most: int) -> bool:
    if has_ended(words) or words.endswith(","):  # as most do
        return False
    counted = words.split()
    lower_case = counted[0].isalpha() and counted[0].islower()
    return len(counted) <= most and not lower_case


def _leads(words: str, follow: list[str]) -> bool:
    """Whether a paragraph that is longer stands near below."""
    return any(
        len(other.split()) > len(words.split()) and (has_ended(other) or len(other.split()) > HEADING_WORDS)
        for other in follow
    )
