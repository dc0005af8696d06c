"""What the rows of a table are, for every format that holds tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AMOUNT = re.compile(r"[^\w\s]*\d[\d.,\s]*(?:\D{1,3})?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")


def head_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows head the columns where the format does not say it: 1, or 0 where the first holds amounts."""
    if len(rows) < 2:
        return 0
    amounts = [cell for cell in rows[0][1:] if _AMOUNT.fullmatch(cell.strip()) and not _YEAR.fullmatch(cell.strip())]
    return 0 if amounts else 1


def is_tabular(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows hold data: at least two rows, and two cells in most of them."""
    wide = sum(1 for row in rows if sum(1 for cell in row if cell.strip()) >= 2)
    return len(rows) >= 2 and wide > len(rows) / 2
