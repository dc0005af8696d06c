"""Documents: what was read, as it stands in its file, with its blocks and what is known about it.

One module of `readers` per input format. What reads is loaded by the first who asks for it: to look at files it is not
needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.documents.collection import collect, from_text, names, parts_of
    from factcheck.documents.containment import Containment
    from factcheck.documents.contents import Content, Listing, listed
    from factcheck.documents.copies import find_copies, with_copies
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
    "find_copies",
    "from_text",
    "listed",
    "names",
    "parts_of",
    "reader_name",
    "sketched",
    "with_copies",
]
_HOMES = {
    **dict.fromkeys(("collect", "from_text", "names", "parts_of"), "collection"),
    **dict.fromkeys(("Content", "Listing", "listed"), "contents"),
    **dict.fromkeys(("Limits", "Metadata", "reader_name"), "reading"),
    "Containment": "containment",
    **dict.fromkeys(("find_copies", "with_copies"), "copies"),
    **dict.fromkeys(("Sketch", "sketched"), "sketches"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
