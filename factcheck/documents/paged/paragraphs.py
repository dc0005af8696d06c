"""Lines into paragraphs, across columns and pages; words that a line end broke are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from factcheck.documents.blocks import has_ended, is_item
from factcheck.documents.paged.lines import Line
from factcheck.model import BlockKind

_APART, _INDENT, _SHORT, _OTHER_SIZE, _BIG = 1.35, 0.8, 0.12, 0.1, 1.15
_HEADING_WORDS = 25
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


@dataclass(frozen=True, slots=True)
class Paragraph:
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
        margins = _margins(lines)
        for line in lines:
            if group and not _goes_on(group[-1], (number, line), margins, usual):
                yield _paragraph(group, usual)
                group = []
            group.append((number, line))
    if group:
        yield _paragraph(group, usual)


def measures(lines: Sequence[Line]) -> Measures:
    """What is usual among the lines of a document."""
    sizes = [line.size for line in lines for _ in range(1 + len(line.words) // 20)]
    size = median(sizes) if sizes else 1.0
    steps = [a.height - b.height for a, b in pairwise(lines)]
    usual = [step for step in steps if 0.7 * size < step < 2.5 * size]
    compounds = {word.casefold() for line in lines for word in _HYPHENED.findall(line.words)}
    return Measures(size, median(usual) if usual else size, frozenset(compounds))


def _margins(page: Sequence[Line]) -> dict[int, float]:
    """How far to the right lines go that begin at about one place: the width of their column."""
    margins: dict[int, float] = {}
    for line in page:
        for near in (-1, 0, 1):
            at = round(line.left / 20) + near
            margins[at] = max(margins.get(at, 0.0), line.right)
    return margins


def _goes_on(before: tuple[int, Line], following: tuple[int, Line], margins: dict[int, float], usual: Measures) -> bool:
    """Whether the paragraph goes on in the next line."""
    (page, last), (next_page, line) = before, following
    if last.hyphened:
        return True
    if is_item(line.words) or abs(last.size - line.size) > _OTHER_SIZE * usual.size:
        return False
    step = last.height - line.height
    if page != next_page or step < 0:  # the next column or page
        return not has_ended(last.words) and line.words[:1].islower()
    if step > _APART * usual.pitch:
        return False
    right = margins.get(round(last.left / 20), last.right)
    if last.right < right - _SHORT * (right - last.left) and has_ended(last.words):
        return False
    return not (has_ended(last.words) and line.left > last.left + _INDENT * line.size)


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
