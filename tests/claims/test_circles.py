"""Circles: figures of documents that are tied, directly or by others; the claims of all are those of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from factcheck.claims import kindred, study
from factcheck.claims.circles import circles
from factcheck.claims.mentions import Mention
from factcheck.model import Copied, Span, Steering
from tests.claims.builders import mentions

FIRES = ("The fire killed 9 people in Elsin.", "In Elsin the fire killed 12 people.")
DAMS = ("The dam of Norvik is 31 metres high.", "Norvik's dam is 35 metres high.")


def alone(ready: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """Every document meets itself only."""
    return {m.document.id: frozenset((m.document.id,)) for m in ready}


def met(ready: Sequence[Mention], *pairs: tuple[int, int]) -> dict[str, frozenset[str]]:
    """The documents of the figures of each pair meet."""
    found = {name: set(others) for name, others in alone(ready).items()}
    for pair in pairs:
        for here, there in (pair, pair[::-1]):
            found[ready[here].document.id].add(ready[there].document.id)
    return {name: frozenset(others) for name, others in found.items()}


def copying(ready: Sequence[Mention], original: str) -> list[Mention]:
    """The same figures in documents that copy one that has none."""
    copied = (Copied(Span(0, 9), original),)
    return [replace(m, document=replace(m.document, copied=copied)) for m in ready]


def told(found: Sequence[Sequence[Mention]]) -> list[list[str]]:
    return [[m.document.id for m in circle] for circle in found]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], [["d1"], ["d2"], ["d3"], ["d4"]]),
        ([(0, 2)], [["d1", "d3"], ["d2"], ["d4"]]),
        ([(3, 2), (3, 0)], [["d1", "d3", "d4"], ["d2"]]),
    ],
    ids=["nobody meets", "two meet", "one ties two others"],
)
def test_documents_that_meet(pairs: list[tuple[int, int]], expected: list[list[str]]) -> None:
    ready = mentions(*FIRES, *DAMS)
    assert told(circles(ready, met(ready, *pairs))) == expected


def test_documents_that_copy_one_without_figures() -> None:
    ready = mentions(*FIRES, *DAMS)
    ready[1:3] = copying(ready[1:3], "d9")
    assert told(circles(ready, alone(ready))) == [["d1"], ["d2", "d3"], ["d4"]]


def test_figures_that_an_editor_put_together() -> None:
    ready = mentions(*FIRES, *DAMS)
    ids = [f"{m.document.id}.1" for m in ready]
    ready = [replace(m, figure=replace(m.figure, id=name)) for m, name in zip(ready, ids, strict=True)]
    ready[3] = replace(ready[3], together=frozenset((ids[0],)))
    assert told(circles(ready, alone(ready))) == [["d1", "d4"], ["d2"], ["d3"]]


def test_nothing() -> None:
    assert circles([], {}) == []


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3)], ids=["one after the other", "crosswise"])
def test_claims_are_numbered_in_the_order_of_their_first_figures(
    order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kindred, "MOST", 1)
    texts = [(*FIRES, *DAMS)[n] for n in order]
    ready = mentions(*texts)
    figures = [replace(m.figure, id=f"{m.document.id}.1") for m in ready]
    found = study(figures, [m.document for m in ready], steering=Steering()).claims
    assert [claim.id for claim in found] == ["c1", "c2"]
    first = [int(claim.figures[0].partition(".")[0][1:]) - 1 for claim in found]
    assert first == sorted(first)
    assert ["fire" in ready[n].document.text for n in first] == [True, False]
