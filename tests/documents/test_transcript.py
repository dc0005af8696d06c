from __future__ import annotations

from datetime import date

from factcheck.documents.transcript import Transcript
from factcheck.model import Document


def test_blocks_stand_apart_and_lead_back_to_their_places() -> None:
    written = Transcript()
    written.add("heading", "Ferry strands 120", "page 1")
    written.add("paragraph", "  Two tugs came.\n", "page 1")
    assert written.add("paragraph", " \n", "page 2") is None
    written.add("caption", "The ship on 3 May", "page 2", date(2011, 5, 3))
    reading = written.reading()
    assert reading.text == "Ferry strands 120\n\nTwo tugs came.\n\nThe ship on 3 May"
    assert [(b.kind, b.span.quote(reading.text), b.published) for b in reading.blocks] == [
        ("heading", "Ferry strands 120", None),
        ("paragraph", "Two tugs came.", None),
        ("caption", "The ship on 3 May", date(2011, 5, 3)),
    ]
    document = Document("d1", "a.pdf", reading.text, marks=reading.marks)
    assert [document.place(block.span.start) for block in reading.blocks] == ["page 1", "page 1", "page 2"]


def test_the_cells_of_a_table_know_their_heads() -> None:
    written = Transcript()
    written.add("paragraph", "On board:")
    written.add_table([["", "2010", "2011"], ["passengers", "98", "120"], ["crew", "14", ""]])
    reading = written.reading()
    assert reading.text == "On board:\n\n|  | 2010 | 2011 |\n| passengers | 98 | 120 |\n| crew | 14 |  |"
    told = {c.span.quote(reading.text): [h.quote(reading.text) for h in c.heads] for c in reading.cells if c.heads}
    assert told == {
        "98": ["2010", "passengers"],
        "120": ["2011", "passengers"],
        "14": ["2010", "crew"],
        "": ["2011", "crew"],
    }


def test_the_places_of_cells_are_their_own() -> None:
    written = Transcript()
    written.add_table([["on board", "number"], ["crew", "14"]], [["A1", "B1"], ["A2", "B2"]])
    reading = written.reading()
    document = Document("d1", "a.xlsx", reading.text, marks=reading.marks)
    assert document.place(reading.text.index("14")) == "B2"
    assert document.place(reading.text.index("number")) == "B1"
