"""What a PDF says of itself, as far as its pages bear it out: programs fill these fields with anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from factcheck.documents import posting
from factcheck.documents.dates import printed_dates
from factcheck.documents.reading import Metadata, Reading
from factcheck.documents.titles import borne_out

_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_FIRST = 3000
"""Characters of the text in which the day must stand too."""


def about(info: Mapping[str, str], reading: Reading) -> Metadata:
    """The title, where its words stand at the head of the text; the day, where the text names it too.

    The day on which a file was made is that of its publication only where the text does not say another.
    """
    head = reading.text[:_FIRST]
    made = _day(info.get("CreationDate", ""))
    known = (
        made is not None and _is_printed(made, head) and not posting.find(reading.text, list(reading.blocks)).published
    )
    return Metadata(title=borne_out(info.get("Title", ""), head), published=made if known else None)


def _is_printed(day: date, head: str) -> bool:
    lines = (line for line in head.splitlines() if f"{day.year % 100:02}" in line)
    return any(found.day == day for line in lines for found in printed_dates(line))


def _day(made: str) -> date | None:
    match = _MADE.match(made)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
