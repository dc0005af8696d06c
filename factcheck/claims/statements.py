"""A claim in a line that an editor would write: "people killed, Aceh, 2 July 2013".

The line is made of what most of the figures share: what is counted with its qualifiers, the measure or the
verb, the place or whose it is, and the day. The words stand in `rules/lexicon/statements.yaml`.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from factcheck import units
from factcheck.claims.gapped import gapped
from factcheck.claims.mentions import Mention, light_verbs
from factcheck.lexicon import lexicon

_TIMED = ("date", "time", "duration")
"""Kinds of figures that name no thing that they are of: the words that they share are a heap."""
_MOST_WORDS = 4
"""Words that a line takes over where nothing says what is counted."""
_FEWEST_WORDS = 2
"""Words of the figures, apart from the head, that a line should have."""
_TOLD_APART = 3
"""Words added to lines that would otherwise be one."""


def told_apart(claims: Sequence[tuple[str, Sequence[Mention]]]) -> list[str]:
    """The line of each claim; lines that would be one are told apart by words that their figures share."""
    many = Counter(line for line, _ in claims)
    return [_told_apart(line, members) if many[line] > 1 else line for line, members in claims]


def statement(members: Sequence[Mention]) -> str:
    """What the figures are figures of."""
    timed = members[0].figure.kind in _TIMED
    if timed and (line := gapped(members)):
        return line
    noun = _noun_phrase(members)
    counted = members[0].dimension.startswith("count")
    what = _counted(members, noun) if counted else _measured(members, noun)
    filled = _filled(what, members)
    if not timed and _is_heap(what, filled, counted) and (line := gapped(members)):
        return line
    parts = [filled]
    for part in (_place(members), _actor(members), _day(members)):
        if part and not _told(part, parts):
            parts.append(part)
    return ", ".join(p for p in parts if p) or members[0].figure.text


def _is_heap(what: str, filled: str, counted: bool) -> bool:
    """Whether a line is a heap of words that the figures share: no thing is named that says enough."""
    said = filled if counted else filled.partition(": ")[2] or filled
    return len(said.split()) > _FEWEST_WORDS and not (counted and filled == what)


def _filled(what: str, members: Sequence[Mention]) -> str:
    """A line that says too little ("date: board") with further words that the figures share."""
    counted = members[0].dimension.startswith("count")
    head, _, said = ("", "", what) if counted else what.partition(": ")
    if len(said.split()) >= _FEWEST_WORDS:
        return what
    added = [w for w in _shared_words(members) if not _told(w, [what])]
    words = " ".join([*said.split(), *added][:_MOST_WORDS])
    return f"{head}: {words}" if head and words else head or words


def _told(part: str, parts: Iterable[str]) -> bool:
    """Whether a part is among those before it: "Aceh" in "people killed, Banda Aceh"."""
    return set(part.lower().split()) <= set(re.findall(r"[^\s,:]+", " ".join(parts).lower()))


def _counted(members: Sequence[Mention], noun: str) -> str:
    """ "people killed", "troops deployed", "jobs cut"."""
    measure = _common(m.figure.context.measure for m in members)
    if measure and lexicon("measures")[measure].get("of") == "count":
        named = noun or _plural(str(lexicon("measures")[measure].get("counts", "")))
        return f"{named} {measure}" if named else measure
    return " ".join(part for part in (noun, _participle(members)) if part) if noun else ""


def _measured(members: Sequence[Mention], noun: str) -> str:
    """ "price: deal", "depth: quake", "fall: car sales", "date: quake struck"."""
    head = _common(m.figure.context.measure for m in members) or _head(members)
    change = _common(m.figure.amount.change for m in members if m.figure.amount.change_form == "by")
    head = lexicon("statements")["changes"].get(change, head)
    if members[0].figure.kind in _TIMED or not noun:
        noun = " ".join(_shared_words(members)[:_MOST_WORDS]) or noun
    said = " ".join(w for w in noun.split() if w.lower() != head)
    return f"{head}: {said}" if head and said else head or said


def _head(members: Sequence[Mention]) -> str:
    heads, first = lexicon("statements")["heads"], members[0]
    return str(heads.get(first.figure.kind) or heads.get(first.dimension, ""))


def _noun_phrase(members: Sequence[Mention]) -> str:
    """The counted or measured thing as the texts write it, with the qualifiers that most of them give."""
    lemma = _common(m.subject for m in members)
    if not lemma:
        return ""
    counted = members[0].figure.kind == "count" and members[0].value.low != 1
    noun = _written(lemma, members) if not counted else _plural(lemma)
    given = [m for m in members if m.subject == lemma]
    often = Counter(q for m in given for q in m.figure.context.qualifiers)
    kept = [q for q in given[0].figure.context.qualifiers if often[q] * 2 >= len(given) and _telling(q, members)]
    return " ".join([*(_written(q, members) for q in kept if q != lemma), noun])


def _participle(members: Sequence[Mention]) -> str:
    """The verb of most of them in a form that may follow the noun ("jobs cut"); "" where the texts have none."""
    action = _common(m.figure.context.action for m in members)
    if not action or action in light_verbs():
        return ""
    forms = Counter(w for m in members for w in m.figure.context.of if w.lower().startswith(action[:3]))
    fitting = [w for w, _ in forms.most_common() if w.islower() and w.endswith(("ed", "en", "nt", "ut", "ld", "ught"))]
    return fitting[0] if fitting else ""


def _shared_words(members: Sequence[Mention]) -> list[str]:
    """The words beside most of the figures, in the order of the figure that has the most of them."""
    counts = Counter(w for m in members for w in m.near)
    best = max(members, key=lambda m: (sum(counts[w] for w in m.near), len(m.near), -m.figure.span.start))
    of = [w for w in dict.fromkeys(best.figure.context.of) if _telling(w, members)]
    common = [w for w in of if counts[w.lower()] * 2 > len(members)]
    return common or of


def _telling(word: str, members: Sequence[Mention]) -> bool:
    """Whether a word says something of the thing: no unit, no word of a bound, no sign."""
    lower = word.lower()
    measured = not members[0].dimension.startswith("count")
    unit = measured and (lower in _unit_words(members) or units.dimension(lower.removesuffix("s")))
    return word[0].isalpha() and lower not in _bounding() and not unit


def _unit_words(members: Sequence[Mention]) -> set[str]:
    spans = [(m.document.text, m.figure.unit_span) for m in members]
    return {word for text, span in spans if span for word in text[span.start : span.end].lower().split()}


def _told_apart(line: str, members: Sequence[Mention]) -> str:
    added = [w for w in _shared_words(members) if w.lower() not in line.lower()][:_TOLD_APART]
    return f"{line} ({' '.join(added)})" if added else line


@cache
def _bounding() -> frozenset[str]:
    """The words of bounds ("about", "more", "than"): they belong to the value, not to what it is of."""
    phrases = [p for entry in lexicon("bounds") for side in ("before", "after") for p in entry.get(side, ())]
    return frozenset(word for phrase in phrases for word in phrase.split())


def _place(members: Sequence[Mention]) -> str:
    """The place tied to most of the figures, or that most of their sentences name."""
    where = _common(m.figure.context.where for m in members)
    if where:
        return _written(where, members)
    places = Counter(p for m in members for p in dict.fromkeys(m.figure.context.places)).most_common(1)
    named = places[0][0] if places and places[0][1] * 2 > len(members) else ""
    return "" if named.islower() or named in month_name else named


def _actor(members: Sequence[Mention]) -> str:
    return _written(_common(m.figure.context.actor for m in members), members)


def _day(members: Sequence[Mention]) -> str:
    """The day or year of the figures, where most of them give one; dates say their own."""
    if members[0].figure.kind in ("date", "time"):
        return ""
    iso = _common(m.figure.context.period or "" for m in members)
    year, *rest = iso.split("-")
    if not year.isdecimal() or not all(part.isdecimal() for part in rest) or len(rest) > 2:
        return ""
    if len(rest) == 2:
        return f"{int(rest[1])} {date(int(year), int(rest[0]), 1):%B} {year}"
    return f"{date(int(year), int(rest[0]), 1):%B} {year}" if rest else year


def _common(values: Iterable[str]) -> str:
    """The value that more than half have; "" where there is none."""
    given = list(values)
    if given and given.count(given[0]) * 2 > len(given):
        return given[0]
    found = Counter(given).most_common(1)
    return found[0][0] if found and found[0][1] * 2 > len(given) else ""


def _written(words: str, members: Sequence[Mention]) -> str:
    """Lower-case words as the texts write them: "donald trump" is "Donald Trump"."""
    return " ".join(_surface(word, members) for word in words.split())


def _surface(word: str, members: Sequence[Mention]) -> str:
    names = (w for m in members for name in m.figure.context.names for w in name.split())
    written = (*names, *(w for m in members for w in m.figure.context.of))
    either = word, _plural(word)
    forms = Counter([w for w in written if w.lower() in either])
    return forms.most_common(1)[0][0] if forms else word


def _plural(lemma: str) -> str:
    if not lemma:
        return ""
    known = lexicon("statements")["plurals"].get(lemma)
    if known:
        return str(known)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else f"{lemma}s"
