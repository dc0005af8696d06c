"""Which figures of other sources are offered beside a lone one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Document, Figure, Finding, Report
from factcheck.review.nearest import Nearest
from tests.reporting.samples import FINDINGS, figure

DRAFT = Document("d1", "draft.md", "In the flood 410 homes burned, and a wall of 12 metres fell.\n", role="draft")
PAPER = Document("d2", "paper.txt", "Fire took 400 homes. It took 12 boats. The wall of 39 feet fell. It cost $12.\n")
WIRE = Document("d3", "wire.txt", "The flood took 410 homes, 9 homes and 300 homes.\n")


def told(one: Figure, *words: str, subject: str = "") -> Figure:
    return replace(one, context=replace(one.context, words=words, subject=subject))


LONE = told(figure("f1", DRAFT, "410", "410", unit="home"), "flood", "burn", subject="home")
WALL = told(figure("f2", DRAFT, "12", "12", kind="measure", unit="meter"), "wall", "fall")
FIGURES = (
    LONE,
    WALL,
    told(figure("f3", PAPER, "400", "400", unit="home"), "fire", subject="home"),
    told(figure("f4", PAPER, "12", "12", unit="boat"), subject="boat"),
    told(figure("f5", PAPER, "39", "39", kind="measure", unit="foot"), "wall", "fall"),
    figure("f6", PAPER, "$12", "12", kind="money", unit="USD"),
    told(figure("f7", WIRE, "410", "410", unit="home"), "flood", subject="home"),
    told(figure("f8", WIRE, "9", "9", unit="home"), "flood", subject="home"),
    told(figure("f9", WIRE, "300", "300", unit="home"), "flood", subject="home"),
)


def lone(primary: str, kind: str = "unsupported") -> Finding:
    return replace(FINDINGS[0], kind=kind, sides=((primary,),), primary=primary, claim=None)


def near(finding: Finding, *documents: Document) -> tuple[str, ...]:
    return Nearest(Report(documents or (DRAFT, PAPER, WIRE), FIGURES, (), (finding,)))(finding)


@pytest.mark.parametrize(
    ("finding", "found"),
    [
        (lone("f1"), ("f7", "f9", "f8", "f3", "f4")),  # by the words, then by the value
        (lone("f2"), ("f5",)),  # feet are measured as metres are; money is not
        (lone("f6"), ()),
        (lone("f1", "calendar"), ()),
        (lone("f1", "wording"), ()),
        (replace(lone("f1"), sides=(("f1",), ("f3",))), ()),
    ],
)
def test_what_is_offered(finding: Finding, found: tuple[str, ...]) -> None:
    assert near(finding) == found


def test_no_more_than_a_few_are_offered() -> None:
    homes = tuple(replace(FIGURES[2], id=f"g{n}") for n in range(50))
    report = Report((DRAFT, PAPER), (LONE, *homes), (), (lone("f1"),))
    assert len(Nearest(report)(lone("f1"))) == 5


def test_a_source_is_offered_no_figure_of_its_own() -> None:
    assert near(lone("f7")) == ("f3", "f4")
