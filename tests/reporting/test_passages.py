from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Block, BlockKind, Document, Report, Span
from factcheck.reporting.passages import MarkedDocument, Passage, marked_documents
from tests.reporting.samples import FULL, figure

ROW = Document(id="d1", path="a.txt", text="5 of 10 km.\n")
FIVE = figure("f1", ROW, "5", "5")


def marked(*spans: tuple[int, int], document: Document = ROW) -> MarkedDocument:
    figures = tuple(replace(FIVE, id=f"f{n}", span=Span(*span)) for n, span in enumerate(spans, start=1))
    return marked_documents(Report((document,), figures, (), ()))[0]


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


def test_a_passage_names_the_claim_of_its_figure() -> None:
    times = marked_documents(FULL)[0]
    assert [(p.text, p.claim) for p in times.passages if p.figures] == [
        ("100,000", "c1"),
        ("3 May 2021", "c2"),
        ("$1.2 billion", "c3"),
        ("10", "c4"),
        ("40", None),
        ("25", None),
    ]


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
