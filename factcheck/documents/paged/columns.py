"""Two columns that a file draws row by row, read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.documents.paged.lines import PageText, Segment

_PROBED = 10
_WIDE = 0.6
_GUTTER = 0.8
"""Parts of the letters' size: a blank between two words is narrower."""
_FEWEST_LINES = 3
_FEWEST_WORDS = 3


def in_order(page: PageText, runs: Sequence[Segment | None]) -> list[Segment | None]:
    """The runs as they are to be read: where a gutter parts most wide ones, left of it before right of it."""
    gutter = _gutter(page, [run for run in runs if run]) if page.counted else None
    if gutter is None:
        return list(runs)
    ordered: list[Segment | None] = []
    right: list[Segment | None] = []
    for n, run in enumerate(runs):
        if run is None:
            continue
        broken: list[Segment | None] = [None] if n + 1 < len(runs) and runs[n + 1] is None else []
        parts = _parted(page, run, gutter)
        if len(parts) == 2:
            ordered.append(parts[0])
            right += [parts[1], *broken]
        elif run.left > gutter:
            right += [run, *broken]
        elif run.right < gutter:
            ordered += [run, *broken]
        else:  # a headline over both columns ends them
            ordered += [*right, run, *broken]
            right = []
    return [*ordered, *right]


def _gutter(page: PageText, runs: Sequence[Segment]) -> float | None:
    """The middle of the gap that stands at one place in most of the wide lines, prose on both its sides."""
    if not runs:
        return None
    width = max(run.right for run in runs) - min(run.left for run in runs)
    wide = [run for run in runs if run.right - run.left > _WIDE * width]
    probed = wide[:: max(1, len(wide) // _PROBED)]
    if len(wide) < _FEWEST_LINES:
        return None
    gaps = [gap for run in probed for gap in _gaps(page, run)]
    middles = [(left + right) / 2 for left, right, prose in gaps if prose]
    best = max(middles, key=lambda x: sum(1 for left, right, _ in gaps if left < x < right), default=None)
    if best is None or sum(1 for left, right, _ in gaps if left < best < right) <= len(probed) / 2:
        return None
    from statistics import median

    through = [(left, right) for left, right, _ in gaps if left < best < right]
    return median((max(left for left, _ in through), min(right for _, right in through)))


def _gaps(page: PageText, run: Segment) -> list[tuple[float, float, bool]]:
    """The wide blanks of a run between what the file draws at once, and whether words stand on both their sides."""
    drawn = page.runs(run.start, run.end)
    wide = [(a[1], b[0]) for a, b in pairwise(drawn) if b[0] - a[1] > _GUTTER * run.size]
    return [(left, right, _is_prose(page, run, (left + right) / 2)) for left, right in wide]


def _is_prose(page: PageText, run: Segment, gutter: float) -> bool:
    """Whether words, not the cells of a table, stand on both sides."""
    sides = [page.text[part.start : part.end] for part in _parted(page, run, gutter)]
    return len(sides) == 2 and all(sum(map(str.isalpha, side)) > len(side) / 2 and _wordy(side) for side in sides)


def _wordy(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS


def _parted(page: PageText, run: Segment, gutter: float) -> list[Segment]:
    """The run cut at the gutter, where a blank of its own lies there; else itself."""
    if not run.left < gutter < run.right:
        return [run]
    for at in range(run.start + 1, run.end - 1):
        if page.text[at] == " " and page.box(at - 1)[2] <= gutter <= page.box(at + 1)[0]:
            left, right = page.box(at - 1), page.box(at + 1)
            if right[0] - left[2] > 0.5 * run.size:
                return [run._replace(end=at, right=left[2]), run._replace(start=at + 1, left=right[0])]
    return [run]
