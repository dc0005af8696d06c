"""The draft given back as a Word file."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordFile

from factcheck.errors import UsageError
from factcheck.model import Block, Document, Report, Span
from factcheck.reporting import made, render
from tests.reporting.samples import DRAFT, FULL, NOTHING, hostile


def file_of(report: Report) -> WordFile:
    data = made(report, "docx")
    assert isinstance(data, bytes)
    return docx.Document(io.BytesIO(data))


def given(text: str, *blocks: Block) -> Report:
    return Report((Document("d1", "a.md", text, role="draft", blocks=blocks),), (), (), ())


def test_the_draft_s_words_come_back_cut_at_what_has_a_comment() -> None:
    first, last = file_of(FULL).paragraphs
    assert first.text.split() == DRAFT.text.split()
    assert [run.text for run in first.runs if run.text] == [
        "Some ",
        "130,000",
        " people saw the festival.\nThe lighthouse opened on ",
        "3 May 2021",
        ".\n",
    ]
    assert last.text == "Checked with factcheck."


def test_each_finding_in_the_draft_has_its_comment_and_the_last_says_the_rest() -> None:
    count, day, rest = (comment.text.splitlines() for comment in file_of(FULL).comments)
    assert count[0].startswith("warning: visitors to the harbour festival: Sources count differently")
    assert day[0] == "error: day on which the lighthouse opened: Sources date this differently."
    assert "Why: two dates of one event differ by 1 day" in day
    assert rest[0] == "1 error and 1 warning; 1 more settled."
    assert "Not in this text: info: 25 of 40 stalls sold food, which leaves 15." in rest
    assert rest[-1].startswith("Not checked: sources/photo.jpg: no reader")


def test_what_overlaps_has_one_anchor() -> None:
    figure = next(f for f in FULL.figures if f.document == DRAFT.id)
    wider = replace(figure, id="wider", span=Span(figure.span.start, figure.span.end + 7))
    second = replace(FULL.findings[1], id="n9", primary="wider", sides=(("wider",),), claim=None)
    report = replace(FULL, figures=(*FULL.figures, wider), findings=(*FULL.findings, second))
    assert [run.text for run in file_of(report).paragraphs[0].runs if run.text][1] == "130,000 people"
    assert len(list(file_of(report).comments)) == 4


@pytest.mark.parametrize(
    ("text", "block", "style", "words"),
    [
        ("# Ships leave", Block("heading", Span(0, 13)), "Heading 1", "Ships leave"),
        ("### Ships leave", Block("heading", Span(0, 15)), "Heading 3", "Ships leave"),
        ("SHIPS LEAVE", Block("heading", Span(0, 11)), "Heading 1", "SHIPS LEAVE"),
        ("- ten ships", Block("item", Span(0, 11)), "List Bullet", "ten ships"),
        ("- ten ships", Block("paragraph", Span(0, 11)), "Normal", "- ten ships"),
        ("-10 degrees", Block("paragraph", Span(0, 11)), "Normal", "-10 degrees"),
        ("| a | b |", Block("row", Span(0, 9)), "Normal", "| a | b |"),
    ],
)
def test_blocks_have_their_styles(text: str, block: Block, style: str, words: str) -> None:
    first, _ = file_of(given(text, block)).paragraphs
    assert (first.style and first.style.name, first.text) == (style, words)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert made(FULL, "docx") == made(FULL, "docx")


def test_what_a_file_says_of_itself_is_no_part_of_the_draft() -> None:
    text = "---\ntitle: Ships\n---\n\nTen ships left."
    matter, rest = Block("furniture", Span(0, 20)), Block("paragraph", Span(22, len(text)))
    assert [p.text for p in file_of(given(text, matter, rest)).paragraphs][:-1] == ["Ten ships left."]


@pytest.mark.parametrize("words", ["</w:t>", "\x1b[1m", "\udc80", "\x00", "]]>", "\u202e000,5"])
def test_hostile_words_are_words(words: str) -> None:
    report = hostile(words)
    text = file_of(replace(report, documents=report.documents[:1])).paragraphs[0].text
    assert "5" in text
    assert "\u202e" not in text


@pytest.mark.parametrize("report", [NOTHING, replace(FULL, documents=FULL.documents[:3])])
def test_without_a_draft_there_is_nothing_to_give_back(report: Report) -> None:
    with pytest.raises(UsageError, match=r"^docx gives a draft back; name one with --draft FILE"):
        made(report, "docx")


def test_a_word_file_is_no_text() -> None:
    with pytest.raises(UsageError, match=r"^docx is a file, not text; give the file's name: docx=FILE$"):
        render(FULL, "docx")
