"""Documents: what was read, as it stands in its file, with its blocks and what is known about it.

One module of `readers` per input format.
"""

from __future__ import annotations

from factcheck.documents.collection import collect, from_text, parts_of, told_apart
from factcheck.documents.containment import Containment
from factcheck.documents.contents import Content, Listing, listed
from factcheck.documents.copies import copies, with_copies
from factcheck.documents.reading import Limits, Metadata, reader_name
from factcheck.documents.sketches import Sketch, sketched

__all__ = [
    "Containment",
    "Content",
    "Limits",
    "Listing",
    "Metadata",
    "Sketch",
    "collect",
    "copies",
    "from_text",
    "listed",
    "parts_of",
    "reader_name",
    "sketched",
    "told_apart",
    "with_copies",
]
