from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import OUTCOMES, Report
from factcheck.reporting.cards import Card, cards, first_to_settle
from factcheck.reporting.draft import MEANING, Draft, draft
from factcheck.reporting.links import links
from factcheck.reporting.view import view
from tests.reporting.samples import CLEAN, DRAFTED, FULL


def dealt(report: Report) -> tuple[Card, ...]:
    return cards(report, view(report).cases)


def test_a_card_says_what_it_can_be_filtered_by() -> None:
    assert [(c.number, c.kind, c.documents) for c in dealt(FULL)] == [
        (1, "discrepancy", ("d1", "d2", "d4")),
        (2, "discrepancy", ("d1", "d2", "d3", "d4")),
        (3, "arithmetic", ("d1",)),
    ]


def test_the_heading_is_the_claim_or_else_the_message_with_a_capital() -> None:
    assert [c.heading for c in dealt(FULL)] == [
        "Day on which the lighthouse opened",
        "Visitors to the harbour festival",
        "25 of 40 stalls sold food, which leaves 15.",
    ]


@pytest.mark.parametrize(
    ("sides", "counts", "told"),
    [
        ((("f2",), ("f8",)), (2, 1), ("2 independent sources", "1 independent source")),
        ((("f13",), ("f8",)), (0, 1), ("the draft alone", "1 independent source")),
        ((("f2",), ("f8",)), (0, 1), ("no source", "1 independent source")),
        ((("f2",), (), ("f8",)), (2, 0, 1), ("2 independent sources", "1 independent source")),
        ((("f2",), ("f8",)), (), ("", "")),
    ],
    ids=["counted", "draft", "none", "empty side", "not counted"],
)
def test_what_stands_behind_a_side(
    sides: tuple[tuple[str, ...], ...], counts: tuple[int, ...], told: tuple[str, ...]
) -> None:
    report = replace(FULL, findings=(replace(FULL.findings[0], sides=sides, independent=counts),))
    assert dealt(report)[0].standing == told


def test_parts_of_a_sum_share_no_picture() -> None:
    assert [c.picture is None for c in dealt(FULL)] == [False, False, True]


@pytest.mark.parametrize(("report", "number"), [(FULL, 1), (replace(FULL, findings=FULL.findings[2:]), None)])
def test_first_to_settle(report: Report, number: int | None) -> None:
    first = first_to_settle(dealt(report))
    assert (first and first.number) == number


def drafted(report: Report = DRAFTED) -> Draft:
    result = draft(report, links(report))
    assert result is not None
    return result


def test_without_supports_there_is_no_draft() -> None:
    assert draft(CLEAN, {}) is None


def test_every_outcome_is_counted_and_means_something() -> None:
    shown = drafted()
    assert [c.outcome for c in shown.counts] == list(OUTCOMES) == list(MEANING)
    assert sum(float(c.width) for c in shown.counts) == pytest.approx(100, abs=0.1)
    assert float(shown.counts[-1].x) + float(shown.counts[-1].width) == pytest.approx(100, abs=0.1)


def test_outcomes_that_no_figure_has_are_not_counted() -> None:
    two = replace(DRAFTED, supports=(DRAFTED.supports[0], DRAFTED.supports[0], DRAFTED.supports[9]))
    assert [(c.outcome, c.figures) for c in drafted(two).counts] == [("supported", 2), ("contradicted", 1)]


def test_a_figure_has_its_evidence_for_and_against_and_its_findings() -> None:
    outdated = next(c for c in drafted().checked if c.outcome == "outdated")
    assert [e.figure for e in outdated.sources] == ["s2", "s3"]
    assert [e.figure for e in outdated.others] == ["s4", "s1"]
    assert (outdated.independent, outdated.findings) == ("2 independent sources", ("finding-n1",))


def test_the_text_marks_each_figure_with_its_outcome_and_leads_to_its_evidence() -> None:
    (document,) = drafted().documents
    marks = [(p.outcome, p.links) for p in document.passages if p.figures]
    assert marks == [(o, (f"evidence-o{n}",)) for n, o in enumerate(OUTCOMES, start=31)]
