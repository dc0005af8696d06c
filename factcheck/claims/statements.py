"""A claim in a line that an editor would write: "people killed, Aceh"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from factcheck.claims.mentions import Mention
from factcheck.lexicon import lexicon

_KIND_WORDS = {"date": "date", "time": "time of day", "age": "age", "score": "score", "duration": "duration"}
_MOST_WORDS = 6


def statement(members: Sequence[Mention]) -> str:
    """What the figures are figures of: the commonest words beside them, in the order of the best one."""
    best = max(members, key=lambda m: (len(m.near), -m.figure.span.start))
    of = [w for w in dict.fromkeys(best.figure.context.of) if w[0].isalpha() and w.lower() not in _bounding()]
    counts = Counter(w for m in members for w in m.near)
    common = [w for w in of if counts[w.lower()] * 2 >= len(members)][:_MOST_WORDS]
    what = " ".join(common if len(common) > 1 else of[:_MOST_WORDS])
    lead = _KIND_WORDS.get(best.figure.kind) or (_measure(members) if len(common) < 2 else "")
    where = _place(members)
    parts = [f"{lead}: {what}" if lead and what else lead or what, "" if where in what else where]
    return ", ".join(p for p in parts if p) or best.figure.text


@cache
def _bounding() -> frozenset[str]:
    """The words of bounds ("about", "more", "than"): they belong to the value, not to what it is of."""
    phrases = [p for entry in lexicon("bounds") for side in ("before", "after") for p in entry.get(side, ())]
    return frozenset(word for phrase in phrases for word in phrase.split())


def _measure(members: Sequence[Mention]) -> str:
    measures = Counter(m.figure.context.measure for m in members if m.figure.context.measure)
    return measures.most_common(1)[0][0] if measures else ""


def _place(members: Sequence[Mention]) -> str:
    """The place that most of the figures name; "" where there is none."""
    places = Counter(p for m in members for p in m.figure.context.places).most_common(1)
    return places[0][0] if places and places[0][1] * 2 > len(members) else ""
