"""Cells as spreadsheets name them."""

from __future__ import annotations


def cell(row: int, column: int, sheet: str = "") -> str:
    """ "B7" for the seventh row and second column, both counted from 0; "Sales!B7" on a sheet with a name."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{sheet}!{letters}{row + 1}" if sheet else f"{letters}{row + 1}"
