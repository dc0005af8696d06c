"""Cells as spreadsheets name them."""

from __future__ import annotations

from functools import lru_cache

_LETTERS = 26


def cell(row: int, column: int, sheet: str = "") -> str:
    """ "B7" for the seventh row and second column, both counted from 0; "Sales!B7" on a sheet with a name."""
    place = f"{letters(column)}{row + 1}"
    return f"{sheet}!{place}" if sheet else place


@lru_cache(maxsize=1000)
def letters(column: int) -> str:
    """ "A" for the first column, which is 0, "AA" for the one after "Z"."""
    before, last = divmod(column, _LETTERS)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
