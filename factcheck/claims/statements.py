"""A claim in a line that an editor would write: "people killed, Aceh"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.claims.mentions import Mention

_KIND_WORDS = {"date": "date", "time": "time", "age": "age", "score": "score", "money": "amount", "percent": "share"}


def statement(members: Sequence[Mention]) -> str:
    """What the figures are figures of: the commonest words beside them, in the order of the best one."""
    best = max(members, key=lambda m: (len(m.near), -m.figure.span.start))
    words = Counter(w for m in members for w in m.near)
    kept = [w for w in dict.fromkeys(best.figure.context.of) if words[w.lower()] * 2 >= len(members)][:6]
    what = " ".join(kept or list(dict.fromkeys(best.figure.context.of))[:5])
    measure = _measure(members)
    lead = measure or _KIND_WORDS.get(best.figure.kind, "")
    place = Counter(p for m in members for p in m.figure.context.places).most_common(1)
    where = place[0][0] if place and place[0][1] * 2 > len(members) and place[0][0] not in what else ""
    parts = [p for p in (f"{lead}: {what}" if lead and what else lead or what, where) if p]
    return ", ".join(parts) or best.figure.text


def _measure(members: Sequence[Mention]) -> str:
    measures = Counter(m.figure.context.measure for m in members if m.figure.context.measure)
    return measures.most_common(1)[0][0] if measures else ""
