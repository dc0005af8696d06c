"""What of a document goes back to others, where its passages and it as a whole are copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from factcheck.documents.runs import passages_of
from factcheck.documents.sketches import PARAGRAPH, SEVERAL, Origin, Sketch
from factcheck.model import Span


def origin(sketch: Sketch, places: Mapping[int | None, int]) -> Origin:
    """What a document copies: `places` are those of the originals, by the number of a passage, None for the whole."""
    passages = passages_of(sketch)
    spans = [Span(start, end) for start, end in passages[:, :2].tolist()]
    judged = np.flatnonzero(passages[:, 3] >= PARAGRAPH).tolist()
    copy_of = places.get(None) if _mostly(judged, places) else None
    stretches = {spans[n]: place for n, place in places.items() if n is not None}
    if copy_of is not None:
        longer = {spans[n] for n in judged}
        stretches = dict.fromkeys(_beside(longer, spans, sketch), copy_of) | stretches
    return copy_of, tuple(sorted(stretches.items()))


def _mostly(judged: Sequence[int], copied: Mapping[int | None, int]) -> bool:
    """Whether more than half of a text's paragraphs are copies: what every story of a house ends with makes none."""
    return len(judged) < SEVERAL or 2 * sum(n in copied for n in judged) > len(judged)


def _beside(longer: set[Span], spans: Sequence[Span], sketch: Sketch) -> list[Span]:
    """What of a copy goes back to its original without a look at its words: headings, tables, and short lines.

    Its longer paragraphs are judged one by one: an outlet that adds a paragraph of its own vouches for that.
    """
    others = [Span(start, end) for start, end in np.frombuffer(sketch.others, "<i4").reshape(-1, 2).tolist()]
    return [span for span in (*spans, *others) if span not in longer]
