"""Lines into paragraphs, across columns and pages; words that a line end broke are joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from factcheck.documents.blocks import has_ended, is_item
from factcheck.documents.paged.lines import Line
from factcheck.model import BlockKind

_APART, _INDENT, _SHORT, _OTHER_SIZE, _BIG = 1.35, 0.8, 0.12, 0.1, 1.15
_NEAR, _ROOM = 3, 1.6
_HEADING_WORDS = 25
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


class Paragraph(NamedTuple):
    """Its words, the page on which it begins, and the offsets in it at which further pages begin."""

    kind: BlockKind
    words: str
    page: int
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in the document: the size of its letters, the distance of its lines, its hyphened words."""

    size: float
    pitch: float
    compounds: frozenset[str]


def paragraphs(found: Sequence[tuple[int, Line]], usual: Measures) -> Iterator[Paragraph]:
    """The paragraphs of lines in reading order, each with the number of its page."""
    group: list[tuple[int, Line]] = []
    for number, page in groupby(found, key=lambda part: part[0]):
        lines = [line for _, line in page]
        for at, line in enumerate(lines):
            if group and not (_goes_on(lines, at, usual) if at else _runs_on(group[-1][1], line)):
                yield _paragraph(group, usual)
                group = []
            group.append((number, line))
    if group:
        yield _paragraph(group, usual)


def measures(lines: Sequence[Line]) -> Measures:
    """What is usual among the lines of a document."""
    size = _size(lines) if lines else 1.0
    steps = [a.height - b.height for a, b in pairwise(lines)]
    usual = sorted(step for step in steps if 0.7 * size < step < 2.5 * size)
    hyphened = (part for line in lines if "-" in line.words for part in line.words.split() if "-" in part)
    compounds = {word.casefold() for part in hyphened for word in _HYPHENED.findall(part)}
    return Measures(size, usual[len(usual) // 4] if usual else size, frozenset(compounds))


def _size(lines: Sequence[Line]) -> float:
    """The median of the sizes of their letters."""
    sized = sorted((line.size, 1 + len(line.words) // 20) for line in lines)
    ends = list(accumulate(count for _, count in sized))
    before, after = (sized[bisect_right(ends, at)][0] for at in ((ends[-1] - 1) // 2, ends[-1] // 2))
    return (before + after) / 2


def _margin(lines: Sequence[Line], at: int) -> float:
    """How far to the right the lines around one go that begin at about its place: the width of their column."""
    line = lines[at]
    around = lines[max(0, at - _NEAR) : at + _NEAR + 1]
    column = (other.right for other in around if abs(other.left - line.left) < 2 * line.size)
    return max(column, default=line.right)


def _goes_on(lines: Sequence[Line], at: int, usual: Measures) -> bool:
    """Whether the paragraph of the line before goes on in a line of its page."""
    before, line = lines[at - 1], lines[at]
    if before.hyphened or before.words.endswith("-"):
        return True
    if abs(before.size - line.size) > _OTHER_SIZE * usual.size or is_item(line.words):
        return False
    step = before.height - line.height
    if step < 0:
        return _runs_on(before, line)
    if step > _APART * usual.pitch:
        return False
    if has_ended(before.words):
        margin = _margin(lines, at - 1)
        indented = line.left > before.left + _INDENT * line.size
        return not indented and before.right > margin - _SHORT * (margin - before.left)
    return line.words[:1].islower() or not _had_room(before, line, _margin(lines, at - 1))


def _runs_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    return before.hyphened or (not has_ended(before.words) and line.words[:1].islower())


def _had_room(before: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line would have stood in the one before, had it been of its paragraph."""
    letter = (line.right - line.left) / max(1, len(line.words))
    return margin - before.right > _ROOM * letter * (1 + len(line.words.split(maxsplit=1)[0]))


def _paragraph(group: Sequence[tuple[int, Line]], usual: Measures) -> Paragraph:
    words, turns, before = "", [], group[0][0]
    for page, line in group:
        words = _joined(words, line, usual.compounds)
        if page != before:
            turns.append((len(words) - len(line.words), page))
            before = page
        words += "-" if line.hyphened else ""
    big = group[0][1].size > _BIG * usual.size and len(words.split()) <= _HEADING_WORDS
    kind: BlockKind = "heading" if big else "item" if is_item(words) else "paragraph"
    return Paragraph(kind, words, group[0][0], tuple(turns))


def _joined(words: str, line: Line, compounds: frozenset[str]) -> str:
    """The words with those of the next line; a hyphen goes where it stands for the line end alone."""
    if not words:
        return line.words
    if not words.endswith("-") or words.endswith(" -"):
        return f"{words} {line.words}"
    first, last = line.words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    kept = (
        not first[:1].islower() or not last[-2:-1].islower() or f"{last}{first}".strip(".,;:").casefold() in compounds
    )
    return (words if kept else words[:-1]) + line.words
