"""Documents: what was read, as it stands in its file, with its blocks and what is known about it.

One module of `readers` per input format.
"""

from __future__ import annotations

from factcheck.documents.collection import collect, from_text, parts_of, told_apart
from factcheck.documents.containment import Containment
from factcheck.documents.contents import Content, Listing, listed
from factcheck.documents.copies import with_copies
from factcheck.documents.reading import Limits, Metadata, reader_name

__all__ = [
    "Containment",
    "Content",
    "Limits",
    "Listing",
    "Metadata",
    "collect",
    "from_text",
    "listed",
    "parts_of",
    "reader_name",
    "told_apart",
    "with_copies",
]
