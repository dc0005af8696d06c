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
    said = posting.find(reading.text, list(reading.blocks)).published
    printed = {found.day for line in head.splitlines() for found in printed_dates(line)}
    return Metadata(
        title=borne_out(info.get("Title", ""), head), published=None if said or made not in printed else made
    )


def _day(made: str) -> date | None:
    match = _MADE.match(made)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
