from __future__ import annotations

import pytest

from factcheck.documents.places import cell
from factcheck.documents.readers.delimited import read
from factcheck.documents.reading import Reading, Source
from factcheck.model import Document


def reading(text: str, name: str = "a.csv") -> Reading:
    (found,) = read(Source(name, text.encode("utf-8")))
    assert found.text == text
    return found


def told(text: str, name: str = "a.csv") -> dict[str, list[str]]:
    """The cells that have heads, by what they hold, with their places first."""
    found = reading(text, name)
    document = Document("d1", name, text, marks=found.marks)
    return {
        c.span.quote(text): [document.place(c.span.start), *(h.quote(text) for h in c.heads)]
        for c in found.cells
        if c.heads
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Year,Ships\n2011,4\n", {"2011": ["A2", "Year"], "4": ["B2", "Ships", "2011"]}, id="comma"),
        pytest.param(
            "\ufeffYear;Ships\r\n2011;4\r\n", {"2011": ["A2", "Year"], "4": ["B2", "Ships", "2011"]}, id="semicolon"
        ),
        pytest.param("sep=;\nYear;Ships\n2011;4", {"2011": ["A2", "Year"], "4": ["B2", "Ships", "2011"]}, id="told"),
        pytest.param(
            "Year;Rain\n2010;4,3\n2011;5,1",
            {
                "2010": ["A2", "Year"],
                "4,3": ["B2", "Rain", "2010"],
                "2011": ["A3", "Year"],
                "5,1": ["B3", "Rain", "2011"],
            },
            id="a decimal comma parts no cells",
        ),
        pytest.param(
            'Town,Note\nOslo,"1,200, or ""so""\nat most 5"\nBern,7',
            {
                "Oslo": ["A2", "Town"],
                '1,200, or ""so""\nat most 5': ["B2", "Note", "Oslo"],
                "Bern": ["A3", "Town"],
                "7": ["B3", "Note", "Bern"],
            },
            id="quotes",
        ),
        pytest.param(
            "Town,Killed,,Hurt,\n,2010,2011,2010,2011\nOslo,1,2,3,4",
            {
                "Oslo": ["A3", "Town"],
                "1": ["B3", "Killed", "2010", "Oslo"],
                "2": ["C3", "Killed", "2011", "Oslo"],
                "3": ["D3", "Hurt", "2010", "Oslo"],
                "4": ["E3", "Hurt", "2011", "Oslo"],
            },
            id="two rows of heads",
        ),
        pytest.param(
            "Deaths on roads, thousands\nTown,2010,2011\nOslo,12,14\n",
            {"Oslo": ["A3", "Town"], "12": ["B3", "2010", "Oslo"], "14": ["C3", "2011", "Oslo"]},
            id="a caption with a comma",
        ),
        pytest.param(
            "Town, Deaths\nOslo, 12\n",
            {"Oslo": ["A2", "Town"], "12": ["B2", "Deaths", "Oslo"]},
            id="blanks behind commas",
        ),
        pytest.param("Oslo,4\nBern,5\n", {"4": ["B1", "Oslo"], "5": ["B2", "Bern"]}, id="no row of heads"),
        pytest.param(
            "Town,Votes\nOslo,12\nBern,n/a\nLund,14",
            {
                "Oslo": ["A2", "Town"],
                "12": ["B2", "Votes", "Oslo"],
                "Bern": ["A3", "Town"],
                "n/a": ["B3", "Votes", "Bern"],
                "Lund": ["A4", "Town"],
                "14": ["B4", "Votes", "Lund"],
            },
            id="what is missing names nothing",
        ),
        pytest.param(
            "Passengers\n98\n120\n", {"98": ["A2", "Passengers"], "120": ["A3", "Passengers"]}, id="one column"
        ),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_cells_have_their_places_and_heads(text: str, expected: dict[str, list[str]]) -> None:
    assert told(text) == expected


def test_notes_above_and_below_are_no_cells() -> None:
    text = "Ferries of Skarvik\n\nYear,Ships\n2011,4\n\nSource: the port"
    found = reading(text)
    assert [(b.kind, b.span.quote(text)) for b in found.blocks] == [
        ("heading", "Ferries of Skarvik"),
        ("row", "Year,Ships"),
        ("row", "2011,4"),
        ("caption", "Source: the port"),
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_rows_of_one_long_cell_are_paragraphs_without_their_quotes(name: str) -> None:
    words = f"Two ships left, {'and one of them was late, ' * 5}"
    text = f'Ferries of Skarvik\n"{words}"\n"{words}"\n'
    assert [(b.kind, b.span.quote(text)) for b in reading(text, name).blocks] == [
        ("heading", "Ferries of Skarvik"),
        ("paragraph", words.strip()),
        ("paragraph", words.strip()),
    ]


def test_tabs_count_first_where_the_name_says_so() -> None:
    assert told("Town, old\tShips, now\nOslo, east\t4, or 5\n", "a.tsv").keys() == {"Oslo, east", "4, or 5"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Year;Rain\n2010;4,300\n2011;5,125", ("nothing tells whether the comma of 4,300 marks decimals",)),
        ("Year;Rain\n2010;4,300\n2011;5,12", ()),
        ("Year;Rain\n2010;4,300\n2011;5.1", ()),
        ("Year;Rain;Share\n2010;4,300;9.3%\n2011;5,125;9.1%", ()),
        ("Year;Cost\n2010;€4,300\n2011;€5,125", ("nothing tells whether the comma of 4,300 marks decimals",)),
        ('Year,Rain\n2010,"4,300"', ()),
        ('Year,Rain\n2010,"4,300\n2011,7', ("row 2: a quotation mark opens a cell and none closes it",)),
    ],
)
def test_a_doubt_is_told(text: str, problems: tuple[str, ...]) -> None:
    found = reading(text).problems
    assert len(found) == len(problems)
    assert all(said.startswith(problem) for said, problem in zip(found, problems, strict=True))


@pytest.mark.parametrize(
    ("row", "column", "sheet", "expected"),
    [
        (0, 0, "", "A1"),
        (6, 1, "", "B7"),
        (0, 25, "", "Z1"),
        (0, 26, "", "AA1"),
        (9, 701, "", "ZZ10"),
        (6, 1, "Sales", "Sales!B7"),
    ],
)
def test_places(row: int, column: int, sheet: str, expected: str) -> None:
    assert cell(row, column, sheet) == expected
