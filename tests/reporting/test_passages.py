from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Block, BlockKind, Document, Report, Span
from factcheck.reporting.links import links
from factcheck.reporting.passages import MarkedDocument, Passage, marked_documents
from tests.reporting.samples import FULL, figure

ROW = Document(id="d1", path="a.txt", text="5 of 10 km.\n")
FIVE = figure("f1", ROW, "5", "5")


def marked(*spans: tuple[int, int], document: Document = ROW) -> MarkedDocument:
    figures = tuple(replace(FIVE, id=f"f{n}", span=Span(*span)) for n, span in enumerate(spans, start=1))
    return marked_documents(Report((document,), figures, (), ()), {})[0]


@pytest.mark.parametrize(
    ("spans", "passages"),
    [
        ((), [Passage("5 of 10 km.\n")]),
        (((5, 7),), [Passage("5 of "), Passage("10", ("f1",)), Passage(" km.\n")]),
        (((5, 7), (0, 1)), [Passage("5", ("f2",)), Passage(" of "), Passage("10", ("f1",)), Passage(" km.\n")]),
        (((0, 7), (5, 10)), [Passage("5 of 10 km", ("f1", "f2")), Passage(".\n")]),
        (((0, 10), (0, 1), (5, 7)), [Passage("5 of 10 km", ("f2", "f1", "f3")), Passage(".\n")]),
        (((0, 12),), [Passage("5 of 10 km.\n", ("f1",))]),
    ],
)
def test_passages(spans: tuple[tuple[int, int], ...], passages: list[Passage]) -> None:
    assert list(marked(*spans).passages) == passages


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 12)).filter(lambda s: s[0] < s[1]), max_size=6))
def test_passages_are_the_whole_text_and_every_figure_once(spans: list[tuple[int, int]]) -> None:
    passages = marked(*spans).passages
    assert "".join(p.text for p in passages) == ROW.text
    assert sorted(f for p in passages for f in p.figures) == sorted(f"f{n}" for n in range(1, len(spans) + 1))


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("---\ntitle: Ferry\n---\n\n5 of 10 km.\n", "furniture", "5 of 10 km.\n"),
        ("---\r\ntitle: Ferry\r\n...\r\n5 of 10 km.\r\n", "furniture", "5 of 10 km.\n"),
        ("---\ntitle: Ferry\n---\n\n5 of 10 km.\n", "paragraph", "---\ntitle: Ferry\n---\n\n5 of 10 km.\n"),
        ("Read more\n\n5 of 10 km.\n", "furniture", "Read more\n\n5 of 10 km.\n"),
    ],
)
def test_front_matter_is_not_the_article_s_text(text: str, kind: BlockKind, shown: str) -> None:
    first = Block(kind, Span(0, re.search(r"\s*5 of", text).start()))  # type: ignore[union-attr]
    document = replace(ROW, text=text, blocks=(first, Block("paragraph", Span(text.index("5 of"), len(text)))))
    at = text.index("10")
    passages = marked((at, at + 2), document=document).passages
    assert "".join(p.text for p in passages) == shown
    assert [p.text for p in passages if p.figures] == ["10"]


def test_a_passage_leads_to_the_findings_of_its_figure_or_to_its_claim() -> None:
    times = marked_documents(FULL, links(FULL))[0]
    assert [(p.text, p.links) for p in times.passages if p.figures] == [
        ("100,000", ("finding-n2",)),
        ("3 May 2021", ("finding-n1",)),
        ("$1.2 billion", ("claim-c3",)),
        ("10", ("claim-c4",)),
        ("40", ("finding-n3",)),
        ("25", ("finding-n3",)),
    ]


def test_a_figure_of_two_findings_leads_to_both_and_one_of_a_claim_beside_them_to_the_claim_s_first() -> None:
    again = replace(FULL.findings[0], id="n9", sides=(("f2",),))
    beside = replace(FULL.claims[1], figures=(*FULL.claims[1].figures, "f5"))
    report = replace(FULL, findings=(*FULL.findings[:2], again), claims=(beside,))
    assert links(report)["f2"] == ["finding-n1", "finding-n9"]
    assert links(report)["f5"] == ["finding-n1"]


def test_a_figure_that_nothing_compares_leads_nowhere() -> None:
    alone = replace(FULL.claims[2], figures=("f3",))
    assert links(replace(FULL, claims=(alone,), findings=())) == {}


def test_figures_that_overlap_lead_where_each_of_them_leads_and_the_first_outcome_is_told() -> None:
    figures = tuple(replace(FIVE, id=f"f{n}", span=Span(0, 4 + n)) for n in (1, 2))
    anchors, outcomes = {"f1": ["finding-a"], "f2": ["finding-a", "finding-b"]}, {"f2": "disputed"}
    shown = marked_documents(Report((ROW,), figures, (), ()), anchors, "source", outcomes)[0].passages[0]
    assert (shown.figures, shown.links, shown.outcome) == (("f1", "f2"), ("finding-a", "finding-b"), "disputed")


def test_documents_of_one_role() -> None:
    assert [d.id for d in marked_documents(FULL, {}, "draft")] == ["d4"]
    assert [d.id for d in marked_documents(FULL, {}, "source")] == ["d1", "d2", "d3"]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.com/a", True),
        ("HTTP://example.com", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.com", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, linked: bool) -> None:
    assert (marked(document=replace(ROW, url=url)).url == url) is (linked or url is None)
