"""PDFs made by reportlab: what stands on a page and how a reader of it would read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck.documents.reading import Limits, Reading, Source, reader_of
from factcheck.errors import UnreadableError
from factcheck.model import Document, Skipped
from tests.documents.figures_of import document_of, placed_figures
from tests.documents.prints import Print, wrapped

USUAL = Limits()
SAMPLE = Path(__file__).parents[1] / "samples" / "documents" / "pdf.pdf"


def parts_of(data: bytes, limits: Limits = USUAL) -> list[Reading | Skipped]:
    return list(reader_of("a.pdf")(Source("a.pdf", data, limits)))


def reading_of(data: bytes) -> Reading:
    (reading,) = parts_of(data)
    assert isinstance(reading, Reading)
    return reading


def blocks_of(data: bytes) -> list[str]:
    reading = reading_of(data)
    return [block.span.quote(reading.text) for block in reading.blocks]


def printed(*lines: str) -> bytes:
    page = Print()
    for line in lines:
        page.write(line)
    return page.data()


def test_the_figures_of_the_sample_lead_back_to_their_pages(tmp_path: Path) -> None:
    placed = placed_figures(document_of(SAMPLE.read_bytes(), "pdf.pdf", tmp_path))
    expected = {
        ("120", "page 1"),
        ("1,450", "page 1"),
        ("14", "page 1"),
        ("Nine", "page 2"),
        ("23", "page 3"),
        ("2.5 million", "page 3"),
    }
    assert expected <= set(placed)
    assert any(words.startswith("2 × 10⁵") for words, _ in placed)
    assert "Port Authority" not in reading_of(SAMPLE.read_bytes()).text, "running heads are no text"


def test_tables_that_cannot_be_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> object:
        raise ValueError("no such object")

    monkeypatch.setattr("pdfplumber.open", broken)
    reading = reading_of(SAMPLE.read_bytes())
    lost = "page 2 has ruled lines that could not be read as tables; the words of their cells stand as text"
    assert reading.problems == (lost,)
    assert "Lundholm" in reading.text
    assert reading.cells == ()


def test_a_table_with_ruled_lines_keeps_its_cells() -> None:
    reading = reading_of(SAMPLE.read_bytes())
    heads = {cell.span.quote(reading.text): [h.quote(reading.text) for h in cell.heads] for cell in reading.cells}
    assert heads["7"] == ["2011", "Skarvik"]
    document = Document("d1", "a.pdf", reading.text, marks=reading.marks)
    assert document.place(reading.text.index("| 7")) == "page 2"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("The ferry had 120 passen-", "gers on board when it ran aground on Tuesday."),
            "The ferry had 120 passengers on board when it ran aground on Tuesday.",
            id="a word that a line end broke",
        ),
        pytest.param(
            ("The county plans a 20-", "year loan for the old bridge over the river."),
            "The county plans a 20-year loan for the old bridge over the river.",
            id="the hyphen of a number stays",
        ),
        pytest.param(
            ("A well-known ship with a well-", "known captain ran aground near Skarvik."),
            "A well-known ship with a well-known captain ran aground near Skarvik.",
            id="a hyphen that stands elsewhere stays",
        ),
        pytest.param(
            ("The line from Skarvik-", "Lundholm carries 300 people on a summer day."),
            "The line from Skarvik-Lundholm carries 300 people on a summer day.",
            id="a hyphen between names stays",
        ),
        pytest.param(
            ("The ferry ran aground near Skarvik on Tuesday with 120", "passengers on board, the coast guard said."),
            "The ferry ran aground near Skarvik on Tuesday with 120 passengers on board, the coast guard said.",
            id="a number and its noun on two lines",
        ),
    ],
)
def test_lines_are_one_paragraph(lines: tuple[str, ...], expected: str) -> None:
    assert blocks_of(printed(*lines)) == [expected]


def test_room_and_indents_part_paragraphs() -> None:
    page = Print()
    page.write("The ferry ran aground near Skarvik on Tuesday with 120 passengers.")
    page.write("Two tugs came from the harbour and pulled her off at high water.", x=80)
    page.y -= 12
    page.write("The ministry has ordered an inquiry into the accident of the ferry.")
    assert len(blocks_of(page.data())) == 3


def test_raised_figures_are_powers_or_notes_and_no_digits() -> None:
    page = Print()
    page.raised("The lake holds 1.5 × 10", "6", " litres of water for the town.")
    page.y -= 20
    page.raised("The town has 1,450", "2", " houses, of which 31 are empty.")
    assert blocks_of(page.data()) == [
        "The lake holds 1.5 × 10⁶ litres of water for the town.",
        "The town has 1,450² houses, of which 31 are empty.",
    ]


LEFT = (
    "The inquiry opens on Monday and hears 23 witnesses, among them the harbour master and the two pilots of the tugs."
)
RIGHT = (
    "The repair costs 2.5 million euros, and the owner pays for all of it before the end of the coming summer season."
)


@pytest.mark.parametrize("mixed", [False, True], ids=["drawn one after the other", "drawn row by row"])
def test_columns_are_read_one_after_the_other(mixed: bool) -> None:
    page = Print()
    columns = [(60, wrapped(LEFT, 180)), (320, wrapped(RIGHT, 180))]
    drawn = [(row, x, line) for x, lines in columns for row, line in enumerate(lines)]
    for row, x, line in sorted(drawn) if mixed else drawn:
        page.write(line, x=x, y=780 - 13 * row)
    assert blocks_of(page.data()) == [LEFT, RIGHT]


def test_numbers_in_columns_are_no_columns_of_text() -> None:
    page = Print()
    for row, words in enumerate(("Skarvik", "Lundholm", "Arnes", "Viken", "Holm", "Sund")):
        page.write(words, x=60, y=780 - 13 * row)
        page.write(f"{row + 3},450", x=320, y=780 - 13 * row)
    assert "Lundholm 4,450" in reading_of(page.data()).text


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        pytest.param("{n}", False, id="page numbers"),
        pytest.param("Page {n} of 4", False, id="with words"),
        pytest.param("Annual report 2011 | {n}", False, id="with the name of the report"),
        pytest.param("Chapter 3, page {n} of 4", False, id="with a number that stays"),
        pytest.param("{word} ships were lost.", True, id="a sentence of each page"),
        pytest.param("It killed {killed} people.", True, id="a sentence with a number of each page"),
    ],
)
def test_running_heads_and_feet_are_dropped(foot: str, kept: bool) -> None:
    page = Print()
    for n, (word, killed) in enumerate((("Four", 41), ("Many", 3), ("Nine", 5), ("Some", 12)), 1):
        page.paragraph(f"The county of {word}land has many ferries, and all of them are old and slow.")
        page.write(foot.format(n=n, word=word, killed=killed), y=30)
        page.turn()
    text = reading_of(page.data()).text
    assert (foot.format(n=3, word="Nine", killed=5) in text) == kept
    assert "The county of Nineland" in text


def test_pages_that_all_say_the_same_are_read() -> None:
    page = Print()
    for _ in range(3):
        page.write("The county has 14 ferries.")
        page.turn()
    assert "The county has 14 ferries." in reading_of(page.data()).text


def test_a_paragraph_that_goes_on_over_a_page_is_one_and_leads_back_to_both() -> None:
    page = Print()
    page.write("The ferry ran aground near Skarvik with 120 passengers and")
    page.turn()
    page.write("14 members of the crew, the coast guard said on the radio.")
    reading = reading_of(page.data())
    document = Document("d1", "a.pdf", reading.text, marks=reading.marks)
    assert "passengers and 14 members" in reading.text or len(reading.blocks) == 2
    assert (document.place(reading.text.index("120")), document.place(reading.text.index("14"))) == ("page 1", "page 2")


@pytest.mark.parametrize(
    ("title", "made", "line", "known"),
    [
        ("Bridge closes", "D:20110503101500", "Bridge closes. Lundholm, 3 May 2011.", ("Bridge closes", "2011-05-03")),
        ("Bridge closes", "D:20110504101500", "Bridge closes. Lundholm, 3 May 2011.", ("Bridge closes", None)),
        ("Microsoft Word - b.doc", "D:20110503101500", "The bridge closes on Monday.", (None, None)),
        ("Untitled", "D:99999999", "Untitled is a film of 3 May 2011.", (None, None)),
    ],
)
def test_what_the_file_says_of_itself_counts_where_its_text_bears_it_out(
    title: str, made: str, line: str, known: tuple[str | None, str | None]
) -> None:
    page = Print(pageCompression=0)
    page.canvas.setTitle(title)
    page.write(line)
    data = re.sub(rb"/CreationDate \(D:\d{14}[^)]*\)", f"/CreationDate ({made})".encode(), page.data())
    found = reading_of(data).metadata
    assert (found.title, found.published and found.published.isoformat()) == known


def test_the_day_that_the_text_says_counts(tmp_path: Path) -> None:
    data = printed("Bridge closes", "Published: 3 May 2011", "The bridge closes for 14 months, the county said.")
    assert document_of(data, "a.pdf", tmp_path).published == date(2011, 5, 3)


def encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    page = Print(encrypt=StandardEncryption("secret", canPrint=0))
    page.write("The bridge closes for 14 months.")
    return page.data()


def scanned() -> bytes:
    page = Print()
    page.canvas.rect(60, 60, 400, 600, fill=1)
    return page.data()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (encrypted, "protected by a password; save a copy without it"),
        (scanned, r"its pages are pictures \(a scan\); run text recognition"),
        (lambda: b"%PDF-1.7\nnothing more", "a damaged PDF; save it anew"),
        (lambda: b"", "no PDF file, or one that has lost its beginning; save it anew"),
        (lambda: b"<html><p>5 ships</p></html>", "named as PDF but is a web page; name it .html"),
        (lambda: b"PK\x03\x04", "named as PDF but is a packed file"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parts_of(make())


def test_a_page_without_text_among_others_is_said() -> None:
    page = Print()
    page.write("The bridge closes for 14 months, the county said on Monday.")
    page.turn()
    page.canvas.rect(60, 60, 400, 600, fill=1)
    assert reading_of(page.data()).problems == ("page 2 is a picture without text (a scan?)",)


def test_pages_over_the_limit_are_skipped_with_it() -> None:
    page = Print()
    for n in range(5):
        page.write(f"On page {n} the county says that the old bridge over the river closes for some {n + 3} months.")
        page.turn()
    reading, skipped = parts_of(page.data(), Limits(pages=3))
    assert isinstance(reading, Reading)
    assert "On page 2" in reading.text
    assert "On page 3" not in reading.text
    assert skipped == Skipped("#pages 4-5", "not read: the limit is 3 pages; raise max_pages or split the file")
