"""Cells of tables as figures: their units, scales, measures and periods come from their heads."""

from __future__ import annotations

import pytest

from factcheck.documents.collection import from_text
from factcheck.documents.readers.delimited import read
from factcheck.documents.reading import Source
from factcheck.figures import extract
from factcheck.figures.tables import phrases
from factcheck.figures.tables.heads import Head, Unit, read_head
from factcheck.model import Document, Figure


def table(*rows: str) -> Document:
    """A table in Markdown, its first row the heads."""
    first, *rest = rows
    return from_text("\n".join([first, "|" + "---|" * (first.count("|") - 1), *rest]), path="a.md")


def figures(document: Document) -> list[Figure]:
    return list(extract([document])[0].figures)


def said(document: Document) -> list[str]:
    """The sentences that the cells are read as."""
    return [phrase.text for row in sorted(phrases(document)) for phrase in phrases(document)[row]]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Revenue ($ million)", Head("Revenue", Unit("$", "million"))),
        ("Revenue, $m", Head("Revenue", Unit("$", "million"))),
        ("GDP in US$ bn", Head("GDP", Unit("US$", "billion"))),
        ("**Share (%)**", Head("Share", Unit("", "%"))),
        ("Population (thousands)", Head("Population", Unit("", "thousand"))),
        ("Cargo, in million tonnes", Head("Cargo", Unit("", "million tonnes"))),
        ("Area (km²)", Head("Area", Unit("", "km²"))),
        ("$ million", Head("", Unit("$", "million"))),
        ("tonnes", Head("", Unit("", "tonnes"))),
        ("2023", Head("", period="2023")),
        ("FY2023", Head("", period="2023")),
        ("March 2024", Head("", period="March 2024")),
        ("Revenue", Head("Revenue")),
        ("Ships (of wood)", Head("Ships (of wood)")),
        ("Killed in action", Head("Killed in action")),
        ("", Head("")),
    ],
)
def test_heads(written: str, expected: Head) -> None:
    assert read_head(written) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (table("| Year | Revenue ($ million) |", "| 2023 | 4,300 |"), ["Revenue was $4,300 million in 2023."]),
        (table("| | 2022 | 2023 |", "| Revenue | $4.1bn | |"), ["Revenue was $4.1bn in 2022."]),
        (table("| Country | Unemployment rate (%) |", "| Norway | 3.6 |"), ["Norway's unemployment rate was 3.6%."]),
        (table("| Year | Passengers |", "| 2011 | 120 |"), ["There were 120 passengers in 2011."]),
        (table("| Town | Killed |", "| Oslo | 3 |", "| Total | 5 |"),
         ["Oslo: 3 people were killed.", "5 people were killed."]),
        (table("| on board | number |", "| passengers | 120 |"), ["There were 120 passengers."]),
        (table("| $ million | 2023 |", "| Revenue | 4,300 |", "| Staff | 20 |"),
         ["Revenue was $4,300 million in 2023.", "Staff was 20 in 2023."]),
        (table("| Town | Figures |", "| Oslo | about 300 people |"), ["Oslo was about 300 people."]),
        (from_text("Sales in thousands\n\n| Year | Cars |\n|---|---|\n| 2023 | 4.5 |", path="a.md"),
         ["There were 4.5 thousand cars in 2023."]),
        (table("| Year | Founded |", "| 2011 | – |"), []),
    ],
)  # fmt: skip
def test_the_sentence_of_a_cell(document: Document, expected: list[str]) -> None:
    assert said(document) == expected


def test_a_cell_is_a_figure_of_its_heads() -> None:
    document = table("| Year | Revenue ($ million) | Killed |", "| 2022 | 4,100 | 3 |", "| 2023 | 4,300 | 5 |")
    found = figures(document)
    assert [(f.text, f.kind, f.amount.unit, f.context.measure, f.context.period) for f in found] == [
        ("4,100", "money", "USD", "revenue", "2022"),
        ("3", "count", "person", "killed", "2022"),
        ("4,300", "money", "USD", "revenue", "2023"),
        ("5", "count", "person", "killed", "2023"),
    ]
    assert [f.amount.value.low for f in found] == [4_100_000_000, 3, 4_300_000_000, 5]
    assert all(f.span.quote(document.text) == f.text for f in found)
    assert found[2].context.sentence.quote(document.text) == "| 2023 | 4,300 | 5 |"
    assert found[2].worded is not None
    assert found[2].worded.value == "$4,300 million"


ACCOUNTS = ("| $ million | 2022 | 2023 |", "| Revenue | 4,100 | 4,300 |")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (table(*ACCOUNTS, "| Net income | (1,234) | 90 |"), ["-1234000000", "90000000"]),
        (table(*ACCOUNTS, "| Net income | $(1,234) | $ 90 |"), ["-1234", "90"]),
        (table(*ACCOUNTS, "| Profit (loss) | 20 | (30)* |"), ["20000000", "-30000000"]),
        (table(*ACCOUNTS, "| Margin | 4.9% | (2.3%) |"), ["4.9", "-2.3"]),
        (table(*ACCOUNTS, "| Other | $5m | ($1.2m) |"), ["5000000", "-1200000.0"]),
        (table(*ACCOUNTS, "| Cash | -20 | −30 |"), ["-20000000", "-30000000"]),
        (table("| Year | Change in ships |", "| 2022 | 12 |", "| 2023 | (4) |"), ["12", "-4"]),
        # what is taken away is told by its head
        (table(*ACCOUNTS, "| Cost of sales | (3,900) | (4,400) |"), ["3900000000", "4400000000"]),
        (table(*ACCOUNTS, "| Net loss | (50) | 0 |"), ["50000000", "0"]),
        # a column of its own style, the errors of the row above, notes, years
        (table("| Party | Votes | Share |", "| Red | 120 | (45%) |", "| Blue | 146 | (55%) |"), ["45", "146", "55"]),
        (table("| Term | Model A | Model B |", "| Income | 0.42 | 0.51 |", "| | (0.11) | (0.12) |"), ["0.11", "0.12"]),
        (table(*ACCOUNTS, "| Staff | 20 (12 of them part-time) | 22 |"), ["20", "12", "22"]),
        (from_text("It lost (1,234) ships and 12 boats.", path="a.md"), ["1234", "12"]),
    ],
)  # fmt: skip
def test_brackets_mean_minus_in_accounts(document: Document, expected: list[str]) -> None:
    found = [str(f.amount.value.low) for f in figures(document) if f.kind != "date"]
    assert found[-len(expected) :] == expected


@pytest.mark.parametrize("caption", ["Deaths on roads, thousands", "**Deaths on roads (in thousands)**"])
def test_the_caption_of_a_table_scales_its_values_and_holds_no_figure(caption: str) -> None:
    rows = "| Town | 2010 | 2011 |\n|---|---|---|\n| Oslo | 12 | 14.5 |"
    (found,) = extract([from_text(f"{caption}\n\n{rows}\n\nIt had thousands of visitors.", path="a.md")])
    assert [(f.text, str(f.amount.value.low)) for f in found.figures] == [
        ("12", "12000"),
        ("14.5", "14500.0"),
        ("thousands", "None"),
    ]
    assert [d.reason for d in found.dropped] == ["scale of the table below"]


def test_the_caption_of_a_file_of_values_scales_them_all() -> None:
    text = "Deaths on roads, thousands\nTown,2010,2011\nOslo,12,14.5\n"
    (reading,) = read(Source("a.csv", text.encode()))
    document = Document("d1", "a.csv", text, blocks=reading.blocks, cells=reading.cells)
    assert [str(f.amount.value.low) for f in figures(document)] == ["12000", "14500.0"]


def test_heads_are_no_figures_but_long_ones_are_prose() -> None:
    document = table("| 2022 | 2023 |", "| 12 ships | 14 ships |")
    assert [f.text for f in figures(document)] == ["12", "14"]
    document = table("| Note | Year |", "| A ferry with 120 passengers on board ran aground off Skarvik | 2011 |")
    assert [f.text for f in figures(document)] == ["120"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Year;Rain (mm)\n2010;4,3\n2011;1.205,5\n", ["4.3", "1205.5"]),
        ("Town;Area (km²)\nOslo;454,0\nBern;1.051\n", ["454.0", "1051"]),
        ('Year,Rain (mm)\n2010,4.3\n2011,"1,205.5"\n', ["4.3", "1205.5"]),
        ("Year;Rain (mm)\n2010;4,300\n2011;5,125\n", ["4300", "5125"]),
    ],
)
def test_decimal_commas(text: str, expected: list[str]) -> None:
    (reading,) = read(Source("a.csv", text.encode()))
    document = Document("d1", "a.csv", text, blocks=reading.blocks, cells=reading.cells)
    assert [str(f.amount.value.low) for f in figures(document)] == expected
