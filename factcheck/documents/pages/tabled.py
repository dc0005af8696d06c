"""A table of a page as rows of cells."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.documents.pages.tree import Element, place
from factcheck.documents.pages.words import words_of
from factcheck.documents.tables import head_rows, is_tabular

_LONGEST_CELL = 400
_WIDEST, _TALLEST = 60, 200
"""No cell is taken to span more columns or rows: the attribute may say any number."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of one width, the place of each cell, and how many rows head the columns."""

    rows: tuple[tuple[str, ...], ...]
    places: tuple[tuple[str, ...], ...]
    heads: int
    caption: str = ""


def table_of(element: Element) -> Table | None:
    """The table that an element holds; None where it is there for the layout of the page."""
    if element.find(".//table") is not None:
        return None
    lines = list(element.iter("tr"))
    rows, places = _grid(lines)
    if not is_tabular(rows) or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    told = _told_heads(lines)
    caption = element.find("caption")
    return Table(
        tuple(map(tuple, rows)),
        tuple(map(tuple, places)),
        head_rows(rows) if told is None else min(told, len(rows) - 1),
        words_of(caption) if caption is not None else "",
    )


def _told_heads(lines: list[Element]) -> int | None:
    """How many leading rows the markup says to be heads; None where it says nothing."""
    count = 0
    for line in lines:
        in_head = line.getparent() is not None and line.getparent().tag == "thead"
        if not in_head and any(cell.tag != "th" for cell in line):
            break
        count += 1
    return count or None


def _grid(lines: list[Element]) -> tuple[list[list[str]], list[list[str]]]:
    """The cells' words and places by row; a head that spans several columns or rows stands in each of them."""
    rows: list[list[str]] = []
    places: list[list[str]] = []
    hanging: dict[int, tuple[int, str, str]] = {}
    for line in lines:
        row: list[str] = []
        at: list[str] = []
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        while cells or len(row) in hanging:
            if len(row) in hanging:
                left, words, where = hanging.pop(len(row))
                if left > 1:
                    hanging[len(row)] = (left - 1, words, where)
                row.append(words)
                at.append(where)
                continue
            cell = cells.pop(0)
            words, where = words_of(cell), place(cell)
            again = "" if any(map(str.isdigit, words)) and cell.tag == "td" else words
            for n in range(_number(cell, "colspan", _WIDEST)):
                if (down := _number(cell, "rowspan", _TALLEST)) > 1:
                    hanging[len(row)] = (down - 1, again, where)
                row.append(again if n else words)
                at.append(where)
        rows.append(row)
        places.append(at)
    return rows, places


def _number(cell: Element, name: str, most: int) -> int:
    said = (cell.get(name) or "").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() and len(said) < 4 else 1
