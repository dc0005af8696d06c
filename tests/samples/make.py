"""The samples that no editor writes as text. `python -m tests.samples.make` writes them anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.documents.packs import open_text, with_part, word_file
from tests.documents.prints import Print

DOCUMENTS = Path(__file__).with_name("documents")
ROWS = (("county", "2010", "2011"), ("Skarvik", "4", "7"), ("Lundholm", "2", "5"))
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf() -> bytes:
    """Three pages: a line over a page break, a raised power, a ruled table, two columns drawn row by row."""
    page = Print()
    page.canvas.setTitle("Ferry strands 120 passengers")
    _frame(page, 1)
    page.write("Ferry strands 120 passengers", y=760, size=18, font="Times-Bold")
    page.paragraph("Skarvik, 3 May 2011")
    page.paragraph(
        "A ferry with 120 passengers on board ran aground near Skarvik on Tuesday and was towed free six hours later, "
        "when two tugs had come from the harbour. Nobody was hurt, the coast guard said on Wednesday."
    )
    page.raised("The tanks held 2 × 10", "5", " litres of fuel, and none of it was lost.")
    page.write("The Havorn is a ship of 1,450 tonnes. On board were 31 cars, 2 buses and a crew of 14, who")
    page.turn()
    _frame(page, 2)
    page.paragraph("stayed with her through the night. Nine ferries ran aground in the two counties this year:")
    page.table(ROWS)
    page.paragraph("Most of the accidents happen in fog, and no county has a plan for it.")
    page.turn()
    _frame(page, 3)
    left = (
        "The first column says that the inquiry opens on Monday and hears 23 witnesses, the harbour master among them."
    )
    right = "The second column says that the repair costs 2.5 million euros and that the owner pays for all of it soon."
    for words, x in ((left, 60), (right, 320)):
        page.y = 780
        page.paragraph(words, x=x, width=170)
    return page.data()


def _frame(page: Print, number: int) -> None:
    page.write("Skarvik Port Authority 2011", y=815, size=8)
    page.write(f"Page {number} of 3", x=280, y=30, size=8)
    page.y = 780


def docx() -> bytes:
    """Headings, a list, a table, a footnote; a comment, a deletion and an insertion; heads and feet of pages."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    document.core_properties.title = "Word Document"
    document.sections[0].header.paragraphs[0].text = "Skarvik Port Authority 2011"
    document.add_heading("Ferry strands 120 passengers", 0)
    opening = document.add_paragraph("A ferry with ")
    inner = "<w:r><w:t>120 passengers</w:t></w:r></w:ins>"
    opening._p.append(parse_xml(f'<w:ins xmlns:w="{_W}" w:id="91" w:author="Lind">{inner}'))
    inner = "<w:r><w:delText>99 passengers</w:delText></w:r></w:del>"
    opening._p.append(parse_xml(f'<w:del xmlns:w="{_W}" w:id="92" w:author="Lind">{inner}'))
    run = opening.add_run(" on board ran aground near Skarvik.")
    document.add_comment(run, text="Or was it 98?", author="Lind", initials="L")
    called = opening.add_run()
    called._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{_W}" w:id="7"/>'))
    fuel = document.add_paragraph("The tanks held 2 × 10")
    fuel.add_run("5").font.superscript = True
    fuel.add_run(" litres of fuel, and none of it was lost.")
    document.add_paragraph("14 members of the crew", style="List Bullet")
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for line, row in zip(table.rows, ROWS, strict=True):
        for cell, words in zip(line.cells, row, strict=True):
            cell.text = words
    return _with_note(word_file(document))


def _with_note(data: bytes) -> bytes:
    """python-docx writes no footnotes."""
    note = "<w:p><w:r><w:t>The port authority counted 118.</w:t></w:r></w:p>"
    notes = f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="7">{note}</w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = with_part(data, "word/footnotes.xml", notes)
    for name, end, line in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'),
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/>',
        ),
    ):
        data = with_part(data, name, part_of(data, name).replace(end, line + end))
    return data


def part_of(data: bytes, name: str) -> str:
    """A part of a packed file, as text."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name).decode("utf-8")


def odt() -> bytes:
    """As the Word file."""
    note = "<text:note-body><text:p>The port authority counted 118.</text:p></text:note-body>"
    comment = "<office:annotation><dc:creator>Lind</dc:creator><text:p>Or was it 98?</text:p></office:annotation>"
    cells = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{c}</text:p></table:table-cell>' for c in row)}"
        "</table:table-row>"
        for row in ROWS
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>99 passengers</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:h text:outline-level='1'>Ferry strands 120 passengers</text:h>"
        f"<text:p>A ferry with 120<text:s/>passengers on{comment} board ran aground near Skarvik."
        f"<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>{note}</text:note></text:p>"
        "<text:p>The tanks held 2 × 10<text:span text:style-name='up'>5</text:span> litres of fuel, and none of it "
        "was lost.</text:p>"
        "<text:list><text:list-item><text:p>14 members of the crew</text:p></text:list-item></text:list>"
        f"<table:table>{cells}</table:table>"
    )
    styles = "<style:style style:name='up'><style:text-properties style:text-position='super 58%'/></style:style>"
    around = "<style:header><text:p>Skarvik Port Authority 2011</text:p></style:header>"
    return open_text(body, styles=styles, around=around, title="Untitled 1")


SAMPLES: Mapping[str, Callable[[], bytes]] = {"pdf.pdf": pdf, "docx.docx": docx, "odt.odt": odt}


if __name__ == "__main__":
    for name, make in SAMPLES.items():
        (DOCUMENTS / name).write_bytes(make())
