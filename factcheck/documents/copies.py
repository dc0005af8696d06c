"""Documents and paragraphs that copy each other: outlets that print one agency's text are one source.

Sentences that are alike tell which texts to compare; those are then compared shingle by shingle. A text is a copy
of another where nearly all of it stands there too: so a trimmed story is a copy of the longer one, and a story that
holds a short one among much else is none, but for that paragraph. What was written first is the original, by the
moments where both tell one, else by the days; where these do not tell, the dated comes before the undated, the longer
before the shorter, then the order of the paths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.documents.meetings import Meetings
from factcheck.documents.originals import originals
from factcheck.documents.shingles import Text, passages, whole
from factcheck.model import Copied, Document, Span

_SEVERAL = 2
_PARAGRAPH, _DOCUMENT = 15, 40
"""Words of its own that a paragraph, and a document, must have to be told as a copy: a line of stock phrases is
anybody's, and who prints what a minister said copies nobody."""


def with_copies(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, their copies marked; the same whatever their order.

    A draft is neither a copy nor copied: it is no source of anything, and what it takes from a source rests on it.
    """
    ranked = sorted((d for d in documents if d.role == "source"), key=_rank)
    if len(ranked) < 2:
        return tuple(documents)
    marked = {document.id: document for document in _marked(ranked)}
    return tuple(marked.get(document.id, document) for document in documents)


def _marked(ranked: Sequence[Document]) -> Iterator[Document]:
    parts = [tuple(passages(document, n)) for n, document in enumerate(ranked)]
    wholes = [whole(document, n, own) for n, (document, own) in enumerate(zip(ranked, parts, strict=True))]
    several = sorted((part for own in parts for part in own), key=_order)
    meetings = Meetings(several, wholes)
    paragraphs = originals(several, wholes, meetings.passages, _PARAGRAPH)
    copies = originals(wholes, wholes, meetings.documents(), _DOCUMENT)
    stretches: dict[int, dict[Span, str]] = defaultdict(dict)
    for n, root in paragraphs.items():
        stretches[several[n].document][several[n].span] = ranked[several[root].document].id
    for n, document in enumerate(ranked):
        found = stretches[n]
        mostly = _mostly(parts[n], found)
        copy_of = ranked[copies[n]].id if n in copies and mostly else None
        if copy_of:
            found = _unjudged(document, parts[n], copy_of) | found
        yield replace(document, copy_of=copy_of, copied=tuple(sorted(Copied(*item) for item in found.items())))


def _mostly(own: Sequence[Text], found: Mapping[Span, str]) -> bool:
    """Whether more than half of a text's paragraphs are copies: what every story of a house ends with makes none."""
    judged = [part for part in own if part.length >= _PARAGRAPH]
    copied = sum(1 for part in judged if part.span in found)
    return len(judged) < _SEVERAL or 2 * copied > len(judged)


def _unjudged(document: Document, own: Sequence[Text], copy_of: str) -> dict[Span, str]:
    """What of a copy goes back to its original without a look at its words: headings, tables, and short lines.

    Its longer paragraphs are judged one by one: an outlet that adds a paragraph of its own vouches for that.
    """
    judged = {part.span for part in own if part.length >= _PARAGRAPH}
    return {b.span: copy_of for b in document.blocks if b.kind != "furniture" and b.span not in judged}


def _rank(document: Document) -> tuple[bool, date, int, str]:
    return document.published is None, document.published or date.max, -len(document.text), document.path


def _order(text: Text) -> tuple[bool, date, int, int]:
    return text.published is None, text.published or date.max, text.document, text.span.start
