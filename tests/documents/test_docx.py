"""Word files made by python-docx, with what it does not write put in as XML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.documents.reading import Limits, Reading, Source, reader_of
from factcheck.errors import UnreadableError
from tests.documents.figures_of import document_of, placed_figures
from tests.documents.packs import pack, with_part, word_file

USUAL = Limits()
SAMPLE = Path(__file__).parents[1] / "samples" / "documents" / "docx.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def reading_of(data: bytes, limits: Limits = USUAL) -> Reading:
    (reading,) = reader_of("a.docx")(Source("a.docx", data, limits))
    assert isinstance(reading, Reading)
    return reading


def written(*inner: str) -> bytes:
    """A Word file of these pieces of its body's XML."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    for piece in reversed(inner):
        document.element.body.insert(0, parse_xml(piece.replace(">", f' xmlns:w="{W}">', 1)))
    return word_file(document)


def blocks_of(data: bytes) -> list[str]:
    reading = reading_of(data)
    return [f"{block.kind}: {block.span.quote(reading.text)}" for block in reading.blocks]


def test_the_figures_of_the_sample_lead_back_to_their_paragraphs_and_notes(tmp_path: Path) -> None:
    document = document_of(SAMPLE.read_bytes(), "docx.docx", tmp_path)
    placed = placed_figures(document)
    assert {("120", "paragraph 1"), ("120", "paragraph 2"), ("14", "paragraph 4"), ("118", "footnote 1")} <= set(placed)
    assert not {"99", "98"} & {words for words, _ in placed}, "what was deleted and what was noted is no text"
    assert document.place(document.text.index("| 7") + 2) == "table 1, C2"
    assert document.published is None, "the day on which a file was made is no day of publication"


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("Two ships of 1,450 tonnes left."), "paragraph: Two ships of 1,450 tonnes left."),
        (run("Two ") + run("ships left."), "paragraph: Two ships left."),
        (run("Some 10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" came."), "paragraph: Some 10⁶ came."),
        (run("Two") + "<w:r><w:tab/></w:r>" + run("ships left."), "paragraph: Two\tships left."),
        (run("Two ") + run("secret ", "<w:vanish/>") + run("ships left."), "paragraph: Two ships left."),
        (f"<w:ins>{run('Two ships left.')}</w:ins>", "paragraph: Two ships left."),
        (f"{run('Two ships')}<w:del><w:r><w:delText> and 9 boats</w:delText></w:r></w:del>{run(' left.')}",
         "paragraph: Two ships left."),
        (f"<w:moveFrom>{run('Nine ships came. ')}</w:moveFrom>{run('Two ships left.')}", "paragraph: Two ships left."),
        (f"<w:hyperlink>{run('Two ships')}</w:hyperlink>{run(' left.')}", "paragraph: Two ships left."),
        (f"<w:sdt><w:sdtContent>{run('Two ships left.')}</w:sdtContent></w:sdt>", "paragraph: Two ships left."),
        ("<w:r><w:instrText>PAGE 77</w:instrText></w:r>" + run("Two ships left."), "paragraph: Two ships left."),
        ('<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' + run("Two ships left"), "heading: Two ships left"),
        ('<w:pPr><w:pStyle w:val="Caption"/></w:pPr>' + run("Two ships left"), "caption: Two ships left"),
        ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' + run("Two ships"), "item: Two ships"),
        ('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + run("Two ships left"), "heading: Two ships left"),
        (run("Two ships left. ") + "<w:r><w:br/></w:r>" + run("Nine came."), "paragraph: Two ships left."),
    ],
)  # fmt: skip
def test_a_paragraph(inner: str, expected: str) -> None:
    more = f"<w:p>{run('The harbour master said on Monday that he was glad of it.')}</w:p>"
    assert blocks_of(written(f"<w:p>{inner}</w:p>", more))[0] == expected


def test_a_content_control_around_paragraphs_is_opened() -> None:
    inner = f"<w:p>{run('Two ships left the harbour on Monday.')}</w:p>"
    assert blocks_of(written(f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")) == [
        "paragraph: Two ships left the harbour on Monday."
    ]


def cells(*rows: str) -> str:
    lines = (f"<w:tr>{''.join(f'<w:tc><w:p>{run(c)}</w:p></w:tc>' for c in row.split('|'))}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("county|2011", "Skarvik|7"), ["row: | county | 2011 |", "row: | Skarvik | 7 |"]),
        (("A box of words.",), ["paragraph: A box of words."]),
        (("A box of words.", "And more of them."), ["paragraph: A box of words.", "paragraph: And more of them."]),
    ],
)
def test_a_table_of_data_has_cells_and_a_box_is_text(rows: tuple[str, ...], expected: list[str]) -> None:
    assert blocks_of(written(cells(*rows))) == expected


def test_rows_without_heads_have_none() -> None:
    reading = reading_of(written(cells("Skarvik|7", "Lundholm|5")))
    assert [[h.quote(reading.text) for h in cell.heads] for cell in reading.cells] == [
        [],
        ["Skarvik"],
        [],
        ["Lundholm"],
    ]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"Two ships left.", "no Word file, or one that has lost its beginning; save it anew"),
        (lambda: b"%PDF-1.7", "named as Word but is a PDF; name it .pdf"),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
            "an old Office file, or one under a password; save it as .docx",
        ),
        (lambda: SAMPLE.read_bytes()[:4000], "a damaged Word file"),
        (lambda: pack({"a.txt": "Two ships left."}), "no Word file .it holds no word/document.xml"),
        (
            lambda: with_part(SAMPLE.read_bytes(), "word/document.xml", "<w:document"),
            r"a damaged Word file \(.*\); save it anew",
        ),
        (written, "no text found in it"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        reading_of(make())


def test_a_file_that_unpacks_to_more_than_the_limit_is_not_unpacked() -> None:
    data = with_part(SAMPLE.read_bytes(), "word/media/a.bin", b"\0" * 2_000_000)
    with pytest.raises(UnreadableError, match="over the limit of 1000000; split it"):
        reading_of(data, Limits(unpacked=1_000_000))


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "Nine ships left. "><!ENTITY b "&a;&a;&a;">]>'
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Two came. &b;</w:t></w:r></w:p></w:body></w:document>'
    reading = reading_of(with_part(SAMPLE.read_bytes(), "word/document.xml", bomb + body))
    assert "Nine" not in reading.text
