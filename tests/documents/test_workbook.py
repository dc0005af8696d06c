from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from factcheck.documents import number_formats
from factcheck.documents.readers.workbook import read
from factcheck.documents.reading import Limits, Source
from factcheck.errors import UnreadableError
from factcheck.model import Document
from tests.samples.packing import SAMPLES, packed, workbook


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (4300, "General", "4300"),
        (0.1 + 0.2, "General", "0.3"),
        (4300, "#,##0", "4,300"),
        (4300.456, "#,##0.00", "4,300.46"),
        (0.125, "0.0%", "12.5%"),
        (0.125, "0%", "12%"),
        (4300, '"$"#,##0', "$4,300"),
        (4300, "[$€-407]#,##0.00", "€4,300.00"),
        (4300, "#,##0 [$kr-414]", "4,300 kr"),
        (4300000, '#,##0.0,,"m"', "4.3m"),
        (-12, "#,##0;(#,##0)", "(12)"),
        (-12, "#,##0", "-12"),
        (0, '0;-0;"none"', "0"),
        (12, "0.0E+00", "12"),
        (0.5, "# ?/?", "0.5"),
        (True, "General", "TRUE"),
        ("  two\n ships", "@", "two ships"),
        (None, "General", ""),
        (float("inf"), "0", "inf"),
        (date(2024, 3, 4), "mm/dd/yyyy", "4 March 2024"),
        (datetime.combine(date(2024, 3, 4), time(7, 5)), "dd.mm.yyyy hh:mm", "4 March 2024 07:05"),
        (datetime.combine(date(2024, 3, 4), time(0)), "yyyy-mm-dd h:mm:ss", "4 March 2024"),
        (date(2024, 3, 1), "mmm-yy", "March 2024"),
        (date(2024, 1, 1), "yyyy", "2024"),
        (time(7, 40), "h:mm", "07:40"),
        (timedelta(hours=30, minutes=5), "[h]:mm:ss", "30:05:00"),
    ],
)
def test_a_value_stands_as_its_format_shows_it(value: object, form: str, expected: str) -> None:
    assert number_formats.shown(value, form) == expected


def test_the_sample_leads_back_to_its_cells() -> None:
    (found,) = read(Source("workbook.xlsx", (SAMPLES / "workbook.xlsx").read_bytes()))
    document = Document("d1", "a.xlsx", found.text, marks=found.marks)
    for words, place in (("$4.3 million", "Traffic!C5"), ("88.0%", "Traffic!D5"), ("14", "Old!B2")):
        assert document.place(found.text.rindex(words)) == place
    assert found.problems == (
        "sheet 'Old' is hidden; it was read like the others",
        "no value is saved for the formula in Traffic!B6; open the file, save it",
    )


def test_the_sample_is_made_anew_with_the_same_words() -> None:
    made, kept = (list(read(Source("a.xlsx", d))) for d in (workbook(), (SAMPLES / "workbook.xlsx").read_bytes()))
    assert made == kept


def test_a_sheet_that_nobody_named_has_no_heading() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["C3"], sheet["D3"], sheet["C4"], sheet["D4"] = "Year", "Ships", 2011, 4
    written = io.BytesIO()
    book.save(written)
    (found,) = read(Source("a.xlsx", written.getvalue()))
    assert found.text == "|  |  | Year | Ships |\n|  |  | 2011 | 4 |"
    assert Document("d1", "a", found.text, marks=found.marks).place(found.text.index("4 |")) == "Sheet!D4"


@pytest.mark.parametrize(
    ("data", "limit", "reason"),
    [
        (b"Year,Ships", 1000, "named so but not an Excel workbook"),
        (b"PK\x03\x04 cut off", 1000, "an Excel workbook that is cut off or broken"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more",
            1000,
            "not an Excel workbook that can be read (under a password",
        ),
        (packed({"xl/a.xml": b"x" * 2000}), 1000, "unpacks to 2000 bytes, over the limit of 1000"),
        (packed({"a.txt": b"x"}), 1000, "no Excel workbook, or a broken one"),
    ],
)
def test_what_is_no_workbook_is_said(data: bytes, limit: int, reason: str) -> None:
    with pytest.raises(UnreadableError) as error:
        list(read(Source("a.xlsx", data, Limits(unpacked=limit))))
    assert str(error.value).startswith(reason)
