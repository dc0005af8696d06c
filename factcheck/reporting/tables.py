"""Rows of cells as a spreadsheet reads them (CSV), with nothing in them that it would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.reporting.evidence import in_line

_FORMULA = re.compile(r"[=@+-](?!\Z)")
_PLAIN_NUMBER = re.compile(r"[+-][\d.,]*\d")


def comma_separated(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """CSV (RFC 4180, line feeds) of some columns of the rows, with a head line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(row[column]) for column in columns] for row in rows)
    return stream.getvalue()


def words(value: object) -> str:
    """A cell's words: a list's parts by semicolons, nothing for None."""
    if isinstance(value, list):
        return in_line("; ".join(map(str, value)))
    return "" if value is None else in_line(str(value))


def _guarded(value: object) -> str:
    """The cell's words; an apostrophe keeps a spreadsheet from running what looks like a formula."""
    told = words(value)
    runs = isinstance(value, str | list) and _FORMULA.match(told.lstrip()) and not _PLAIN_NUMBER.fullmatch(told)
    return f"'{told}" if runs else told
