"""Text against table: what an article says is held against the cell under the heads that say it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from factcheck.claims import group
from factcheck.documents.collection import collect
from factcheck.figures import extract

CSV = 'Year,Revenue ($ million),Ships built\n2022,"4,100",12\n2023,"4,300",14\n'
SEMICOLONS = "Year;Revenue ($ billion);Ships built\n2022;4,1;12\n2023;4,3;14\n"
COLUMNS = "| $ million | 2022 | 2023 |\n|---|---|---|\n| Revenue | 4,100 | 4,300 |\n| Operating costs | 300 | 310 |\n"
TITLED = "Results of the yard, in $ million\n\n| Year | Revenue |\n|---|---|\n| 2022 | 4,100 |\n| 2023 | 4,300 |\n"


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Year", "Revenue ($ million)"])
    sheet.append([2022, 4100])
    sheet.append([2023, 4300])
    sheet["B2"].number_format = sheet["B3"].number_format = "#,##0"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


TABLES = {
    "a.csv": CSV.encode(),
    "b.csv": SEMICOLONS.encode(),
    "c.md": b"| Year | Revenue ($ million) |\n|---|---|\n| 2022 | 4,100 |\n| 2023 | 4,300 |\n",
    "d.md": COLUMNS.encode(),
    "e.md": TITLED.encode(),
    "f.xlsx": workbook(),
}


def stances(folder: Path, name: str, article: str) -> dict[str, str]:
    """By the cell that a claim holds, how the article's figure stands to it."""
    (folder / name).write_bytes(TABLES[name])
    (folder / "article.txt").write_text(article, encoding="utf-8")
    documents, skipped = collect([str(folder)])
    assert skipped == ()
    figures = [figure for found in extract(documents) for figure in found.figures]
    by_id = {figure.id: figure for figure in figures}
    claims = group(figures, documents)
    return {by_id[f].text: c.stance for c in claims for f in c.figures if by_id[f].worded}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(("written", "stance"), [("$4.2 billion", "conflict"), ("$4.3 billion", "agree")])
def test_text_is_checked_against_the_table(name: str, written: str, stance: str, tmp_path: Path) -> None:
    article = f"The yard built more ships than ever. Revenue rose to {written} in 2023, the company said.\n"
    cell = "4,3" if name == "b.csv" else "4,300"
    assert stances(tmp_path, name, article) == {cell: stance}


@pytest.mark.parametrize(
    "article",
    [
        "The yard built more ships than ever. Its debt rose to $4.2 billion in 2023, the company said.\n",
        "The yard built more ships than ever. Revenue rose to $4.2 billion in 2021, the company said.\n",
    ],
)
def test_other_measures_and_years_are_other_things(article: str, tmp_path: Path) -> None:
    assert stances(tmp_path, "a.csv", article) == {}


def test_what_is_counted_is_checked_too(tmp_path: Path) -> None:
    assert stances(tmp_path, "a.csv", "In 2023 the yard built 14 ships, more than ever before.\n") == {"14": "agree"}
