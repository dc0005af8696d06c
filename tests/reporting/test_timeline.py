from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from factcheck.model import Block, Document, Span
from factcheck.reporting.cards import cards
from factcheck.reporting.picture import Said
from factcheck.reporting.timeline import Timeline, timeline
from factcheck.reporting.view import view
from tests.reporting.samples import DRAFTED, FULL, GROWTH, figure

LINE = Document(id="d1", path="a.txt", text="It was 5.\n")


def said(day: int | None, value: str | None, who: str = "Gazette", kind: str = "count") -> Said:
    """A count of ships, said on a day of May 2021; None is a vague word or no day."""
    ships = figure("f1", LINE, "5", (value, value), unit="ship", kind="date" if kind == "date" else "count")
    ships = replace(ships, text=value or "some")
    return Said(ships, who, None if day is None else date(2021, 5, day), f"{value} ships")


def drawn(*voices: Said) -> Timeline:
    line = timeline(voices)
    assert line is not None
    return line


def test_a_growing_figure_climbs_from_left_to_right() -> None:
    line = drawn(said(8, "47"), said(3, "12"), said(4, "31"))
    assert [p.when for p in line.points] == ["2021-05-03", "2021-05-04", "2021-05-08"]
    assert [float(p.x) for p in line.points] == sorted(float(p.x) for p in line.points)
    assert [float(p.y) for p in line.points] == sorted((float(p.y) for p in line.points), reverse=True)
    assert [(s.x1, s.x2, s.y1, s.y2) for s in line.steps] == [
        (a.x, b.x, a.y, b.y) for a, b in zip(line.points, line.points[1:], strict=False)
    ]
    assert line.told == "2021-05-03: 12 ships (Gazette); 2021-05-04: 31 ships (Gazette); 2021-05-08: 47 ships (Gazette)"


@pytest.mark.parametrize(
    ("voices", "value"),
    [
        ([said(3, "12", "A"), said(3, "12", "B"), said(3, "31", "C")], "12 ships"),
        ([said(3, "12", "A"), said(3, "31", "B")], "31 ships"),
    ],
)
def test_a_day_has_the_value_that_most_give_and_the_highest_of_equals(voices: list[Said], value: str) -> None:
    assert drawn(*voices, said(5, "47")).points[0].value == value


@pytest.mark.parametrize(
    "voices",
    [
        [],
        [said(3, "12")],
        [said(3, "12"), said(3, "31")],
        [said(3, "12"), said(4, "12")],
        [said(3, "12"), said(None, "31")],
        [said(3, "12"), said(4, None)],
        [said(3, "738000", kind="date"), said(4, "738001", kind="date")],
    ],
    ids=["nothing", "one", "one day", "no change", "no date", "vague", "dates"],
)
def test_nothing_grew(voices: list[Said]) -> None:
    assert timeline(voices) is None


def test_days_have_room_and_the_first_and_the_last_are_there() -> None:
    line = drawn(*(said(day, str(day)) for day in range(1, 32)))
    dated = [p for p in line.points if p.dated]
    assert (dated[0].when, dated[-1].when) == ("2021-05-01", "2021-05-31")
    assert (dated[0].anchor, dated[-1].anchor) == ("start", "end")
    assert 3 <= len(dated) <= 4
    assert all(float(b.x) - float(a.x) >= 24 for a, b in pairwise(dated))


def test_the_first_and_the_last_value_are_written_out_and_the_numbers_of_the_changes_between() -> None:
    line = drawn(said(1, "12"), said(8, "31"), said(12, "31"), said(20, "31"), said(31, "47"))
    assert [p.label for p in line.points] == ["12 ships", "31", "", "", "47 ships"]
    assert [p.dated for p in line.points] == [True, False, False, False, True]


def test_a_number_without_room_is_not_written_out() -> None:
    crowded = drawn(said(1, "13"), said(2, "12"), said(31, "99"))
    assert [p.label for p in crowded.points] == ["13 ships", "", "99 ships"]


def test_a_label_makes_way_for_a_step_that_climbs_close_by() -> None:
    assert [p.below for p in drawn(said(1, "12"), said(4, "31"), said(31, "9")).points] == [True, False, False]
    assert [p.below for p in drawn(said(1, "31"), said(4, "12"), said(31, "40")).points] == [False, False, False]


def line_of(report_documents: tuple[Document, ...]) -> Timeline | None:
    report = replace(DRAFTED, documents=(*report_documents, DRAFTED.documents[-1]))
    return cards(report, view(report).cases)[0].timeline


def test_a_card_draws_what_the_sources_said_of_a_claim_that_was_updated_and_not_what_the_draft_says() -> None:
    line = line_of(GROWTH)
    assert line is not None
    assert [(p.when, p.value) for p in line.points] == [
        ("2021-05-03", "12 ships"),
        ("2021-05-04", "31 ships"),
        ("2021-05-05", "31 ships"),
        ("2021-05-08", "47 ships"),
    ]


def test_a_post_of_a_live_page_counts_from_its_own_day() -> None:
    post = Block("paragraph", Span(0, len(GROWTH[0].text)), published=date(2021, 5, 1))
    line = line_of((replace(GROWTH[0], blocks=(post,)), *GROWTH[1:]))
    assert line is not None
    assert line.first == "2021-05-01"


def test_a_conflict_has_no_timeline() -> None:
    assert {card.timeline for card in cards(FULL, view(FULL).cases)} == {None}
