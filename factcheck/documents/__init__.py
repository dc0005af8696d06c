"""Documents: what was read, as it stands in its file, with its blocks and what is known about it.

One module of `readers` per input format.
"""

from __future__ import annotations

from factcheck.documents.collection import collect, from_text
from factcheck.documents.containment import Containment
from factcheck.documents.copies import with_copies
from factcheck.documents.reading import Limits, reader_name

__all__ = ["Containment", "Limits", "collect", "from_text", "reader_name", "with_copies"]
