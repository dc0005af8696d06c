"""A report piece by piece: what a page shows of one finding after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from factcheck.model import Report, Span
from factcheck.reporting import render
from factcheck.reporting.pieces import _LONG, _STRETCH, Pieces
from tests.reporting.samples import DRAFTED, FULL, TIMES, hostile


def words(html: str) -> str:
    """The text of a document as a browser has it."""
    return unescape(re.sub(r"<[^>]+>", "", html.partition('<div class="text">')[2].removesuffix("</div>\n")))


def marks(html: str) -> list[tuple[str, str, str]]:
    """The figures, class and words of each mark."""
    found = re.findall(r'<mark data-figures="([^"]*)"(?: class="([^"]*)")?>(.*?)</mark>', html)
    return [(figures, kind, unescape(text)) for figures, kind, text in found]


def long(lines: int) -> Report:
    """The festival's report with a first document of many lines, its figures on the last of them."""
    ahead = "Rain fell on the quays.\n" * lines
    moved = tuple(
        replace(
            f,
            span=Span(f.span.start + len(ahead), f.span.end + len(ahead)),
            context=replace(
                f.context, sentence=Span(f.context.sentence.start + len(ahead), f.context.sentence.end + len(ahead))
            ),
        )
        if f.document == "d1"
        else f
        for f in FULL.figures
    )
    first = replace(TIMES, text=ahead + TIMES.text)
    return replace(FULL, documents=(first, *FULL.documents[1:]), figures=moved)


@pytest.mark.parametrize("finding", ["n1", "n2", "n3"])
def test_a_finding_looks_as_in_the_report(finding: str) -> None:
    undecided = replace(FULL, decisions=())
    assert Pieces(undecided).body(finding) in render(undecided, "html")


@pytest.mark.parametrize(
    ("report", "finding", "panes"),
    [
        (FULL, "n1", [("2021-05-03", 1, ["d1", "d4"]), ("2021-05-04", 2, ["d2"])]),
        (FULL, "n3", [("40 stalls / 25", 1, ["d1"])]),
        (DRAFTED, "n1", [("31 ships", 1, ["w1", "g4", "g5"]), ("47 ships", 2, ["g8"])]),
    ],
)
def test_a_pane_for_each_side(report: Report, finding: str, panes: list[tuple[str, int, list[str]]]) -> None:
    found = Pieces(report).panes(finding)
    assert [(pane.value, pane.number, [name for name, _ in pane.documents]) for pane in found] == panes


def test_documents_of_one_name_are_told_apart_by_their_paths() -> None:
    told = dict(Pieces(DRAFTED).documents_of(("s1", "s2", "s4")))
    assert told == {
        "g3": "Harbour Times, sources/day-3.txt",
        "g4": "Island Ledger",
        "g8": "Harbour Times, sources/day-8.txt",
    }


def test_the_figures_of_a_finding_are_coloured_and_all_others_marked() -> None:
    html = Pieces(FULL).text("n1", "d1", beside=["f4"])
    assert words(html) == TIMES.text
    assert [(name, kind) for name, kind, _ in marks(html)] == [
        ("f1", ""),
        ("f2", "s1"),
        ("f3", ""),
        ("f4", "s3"),
        ("f5", ""),
        ("f6", ""),
    ]


@pytest.mark.parametrize("lines", [1, 330, 340, 400, 1000, 2000, 2100, 5000])
def test_a_long_document_is_there_from_end_to_end(lines: int) -> None:
    report = long(lines)
    html = Pieces(report).text("n1", "d1")
    text = report.documents[0].text
    assert words(html) == text
    stretches = html.split('<div class="stretch">')[1:]
    assert all(words(f'<div class="text">{stretch}').endswith("\n") for stretch in stretches)
    assert len(stretches) >= len(text) // (_STRETCH + 300)
    assert [name for name, kind, _ in marks(html) if kind] == ["f2"]
    assert (len(marks(html)) == 1) == (len(text) > _LONG)


def test_a_text_without_line_breaks_is_one_stretch() -> None:
    text = "Rain fell. " * 9000
    report = replace(FULL, documents=(replace(TIMES, id="d9", text=text), *FULL.documents))
    html = Pieces(report).text("n1", "d9")
    assert (words(html), html.count("stretch")) == (text, 1)


@pytest.mark.parametrize(
    "said", ["<img src=x onerror=alert(1)>", '" onload="x', "</div><script>x</script>", "{{ 7 * 7 }}"]
)
def test_what_documents_hold_is_text(said: str) -> None:
    pieces = Pieces(hostile(said))
    made = [pieces.body("n1"), pieces.text("n1", "d1"), pieces.stated("f1")]
    assert all(not re.search(r"<(img|script)|\" onload=|\b49\b", piece) for piece in made)
    assert said in words(made[1])
