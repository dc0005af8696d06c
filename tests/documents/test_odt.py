"""OpenDocument texts by the XML of their bodies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.documents.reading import Limits, Reading, Source, reader_of
from factcheck.errors import UnreadableError
from tests.documents.figures_of import document_of, placed_figures
from tests.documents.packs import open_text, pack, with_part

USUAL = Limits()
SAMPLE = Path(__file__).parents[1] / "samples" / "documents" / "odt.odt"
LEFT = "<text:p>Two ships left.</text:p>"


def reading_of(data: bytes, limits: Limits = USUAL) -> Reading:
    (reading,) = reader_of("a.odt")(Source("a.odt", data, limits))
    assert isinstance(reading, Reading)
    return reading


def blocks_of(data: bytes) -> list[str]:
    reading = reading_of(data)
    return [f"{block.kind}: {block.span.quote(reading.text)}" for block in reading.blocks]


def test_the_figures_of_the_sample_lead_back_to_their_paragraphs_and_notes(tmp_path: Path) -> None:
    document = document_of(SAMPLE.read_bytes(), "odt.odt", tmp_path)
    placed = placed_figures(document)
    assert {("120", "paragraph 1"), ("120", "paragraph 2"), ("14", "paragraph 4"), ("118", "footnote 1")} <= set(placed)
    assert not {"99", "98"} & {words for words, _ in placed}, "what was deleted and what was noted is no text"
    assert document.place(document.text.index("| 7") + 2) == "table 1, C2"
    assert document.published is None, "the day on which a file was made is no day of publication"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>Two  ships\n left.</text:p>", ["paragraph: Two ships left."]),
        ("<text:p>Two<text:s text:c='3'/>ships left.</text:p>", ["paragraph: Two   ships left."]),
        ("<text:p>Two<text:tab/>ships <text:a>left.</text:a></text:p>", ["paragraph: Two\tships left."]),
        ("<text:p>Some 10<text:span text:style-name='up'>6</text:span> came.</text:p>", ["paragraph: Some 10⁶ came."]),
        ("<text:p>Two <text:hidden-text>secret</text:hidden-text>ships left.</text:p>", ["paragraph: Two ships left."]),
        (f"<text:section>{LEFT}</text:section>", ["paragraph: Two ships left."]),
        (f"<text:list><text:list-item>{LEFT}</text:list-item></text:list>", ["item: Two ships left."]),
        (f"<text:table-of-content><text:p>Ships 7</text:p></text:table-of-content>{LEFT}",
         ["furniture: Ships 7", "paragraph: Two ships left."]),
        (f"<text:p>Nine came.<draw:frame><draw:text-box>{LEFT}</draw:text-box></draw:frame></text:p>",
         ["paragraph: Nine came.", "paragraph: Two ships left."]),
        ("<text:h>Ships</text:h><text:p>Two ships left the harbour.</text:p>",
         ["heading: Ships", "paragraph: Two ships left the harbour."]),
    ],
)  # fmt: skip
def test_blocks(body: str, expected: list[str]) -> None:
    up = "<style:style style:name='up'><style:text-properties style:text-position='33% 58%'/></style:style>"
    assert blocks_of(open_text(body, styles=up)) == expected


def test_a_lowered_figure_is_not_raised() -> None:
    down = "<style:style style:name='down'><style:text-properties style:text-position='-33% 58%'/></style:style>"
    body = "<text:p>The CO<text:span text:style-name='down'>2</text:span> rose.</text:p>"
    assert blocks_of(open_text(body, styles=down)) == ["paragraph: The CO2 rose."]


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


def test_cells_and_rows_that_are_said_to_repeat_without_end_are_few() -> None:
    many = "table:number-columns-repeated='16384'"
    row = f"<table:table-row>{cell('county')}{cell('2011')}<table:table-cell {many}/></table:table-row>"
    rows = f"{row}<table:table-row>{cell('Skarvik')}{cell('7')}</table:table-row>"
    blank = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell/></table:table-row>"
    assert blocks_of(open_text(f"<table:table>{rows}{blank}</table:table>")) == [
        "row: | county | 2011 |",
        "row: | Skarvik | 7 |",
    ]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"Two ships left.", "no OpenDocument file, or one that has lost its beginning; save it anew"),
        (lambda: pack({"a.txt": "Two"}), "it holds no content.xml"),
        (lambda: SAMPLE.read_bytes()[:900], "a damaged OpenDocument file"),
        (lambda: open_text(LEFT, manifest="<encryption-data/>"), "protected by a password; save a copy without it"),
        (lambda: open_text("<text:p> </text:p>"), "no text found in it"),
        (lambda: with_part(SAMPLE.read_bytes(), "content.xml", "<office"), "a damaged OpenDocument file"),
        (lambda: with_part(SAMPLE.read_bytes(), "content.xml", "<sheet/>"), "no OpenDocument text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        reading_of(make())


def test_a_file_that_unpacks_to_more_than_the_limit_is_not_unpacked() -> None:
    data = with_part(SAMPLE.read_bytes(), "Pictures/a.bin", b"\0" * 2_000_000)
    with pytest.raises(UnreadableError, match="over the limit of 1000000; split it"):
        reading_of(data, Limits(unpacked=1_000_000))


def test_entities_are_not_expanded() -> None:
    content = open_text("<text:p>Two ships left. &b;</text:p>")
    from tests.samples.make import part_of

    bomb = '<!DOCTYPE d [<!ENTITY a "Nine came. "><!ENTITY b "&a;&a;&a;">]>' + part_of(content, "content.xml")
    assert "Nine" not in reading_of(with_part(content, "content.xml", bomb)).text
