"""Documents and paragraphs that copy each other: outlets that print one agency's text are one source.

Runs of words that stand in two texts tell which to compare; those are then compared run by run. A text is a copy
of another where nearly all of it stands there too: so a trimmed story is a copy of the longer one, and a story that
holds a short one among much else is none, but for that paragraph. What was written first is the original, by the
moments where both tell one, else by the days; where these do not tell, the dated comes before the undated, the longer
before the shorter, then the order of the paths.

Of the documents only their sketches are looked at, in their order a few times, and those of a pair that is compared;
a few numbers for each passage, and runs of words that may be copied, are all that is held at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.documents.sketches import SEVERAL, Origin, Sketch, sketched
from factcheck.model import Copied, Document, Span


def with_copies(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, their copies marked; the same whatever their order.

    A draft is neither a copy nor copied: it is no source of anything, and what it takes from a source rests on it.
    """
    if sum(document.role == "source" for document in documents) < SEVERAL:
        return tuple(documents)
    found = find_copies([sketched(document) for document in documents])
    return tuple(_marked(document, *origin, documents) for document, origin in zip(documents, found, strict=True))


def _marked(
    document: Document, copy_of: int | None, stretches: Sequence[tuple[Span, int]], documents: Sequence[Document]
) -> Document:
    if document.role != "source":
        return document
    whole = None if copy_of is None else documents[copy_of].id
    copied = sorted(Copied(span, documents[place].id) for span, place in stretches)
    return replace(document, copy_of=whole, copied=tuple(copied))


def find_copies(sketches: Sequence[Sketch]) -> tuple[Origin, ...]:
    """For each document what of it is copied from which: the same documents and stretches whatever their order.

    The sketches may be loaded when they are asked for.
    """
    found: list[Origin] = [(None, ())] * len(sketches)
    if len(sketches) >= SEVERAL:
        for place, origin in _origins(sketches):
            found[place] = origin
    return tuple(found)


def _origins(sketches: Sequence[Sketch]) -> Iterator[tuple[int, Origin]]:
    """The places of the documents that copy something, and what."""
    from factcheck.documents.meetings import meetings  # numpy is loaded where documents are compared
    from factcheck.documents.originals import originals
    from factcheck.documents.register import Register
    from factcheck.documents.stretches import origin

    register = Register(sketches)
    copied: dict[int, dict[int | None, int]] = defaultdict(dict)
    for text, original in originals(meetings(register), register).items():
        copied[register.document_of(text)][register.passage_of(text)] = register.place(original)
    for document, places in sorted(copied.items()):
        yield register.places[document], origin(register.sketch(document), places)
