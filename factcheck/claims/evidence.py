"""Evidence and counter-evidence for two figures being one claim: each named, measured from 0 to 1.

`features` gives the numbers that the weights of `rules/matching.yaml` are for; `reasons` says the
same in words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from factcheck.claims.converting import ratio
from factcheck.claims.mentions import Mention, Sister, light_verbs
from factcheck.claims.rarity import Rarities, Telling, Tellings
from factcheck.claims.values import same_value
from factcheck.lexicon import lexicon


@cache
def persons() -> frozenset[str]:
    """Nouns that stand for persons in general."""
    return frozenset(lexicon("subjects")["persons"])


def features(a: Mention, b: Mention, rarities: Rarities, asked: frozenset[str] | None = None) -> dict[str, float]:
    """What speaks for and against `a` and `b` filling the same slot: all of it, or what is asked for. Symmetric."""
    telling = rarities.between(a, b)
    found = {name: float(piece(a, b, telling)) for name, piece in _pieces(asked)}
    if found.get("same_value"):
        found["value_far"] = 0.0
    return found


@cache
def _pieces(asked: frozenset[str] | None) -> tuple[tuple[str, Piece], ...]:
    """The pieces of evidence that are asked for."""
    return tuple((name, piece) for name, piece in PIECES.items() if asked is None or name in asked)


_FULL = {"date": 365.0, "clock": 180.0}
"""Days between two dates, minutes between two clock times, that are as far as can be."""

Piece = Callable[[Mention, Mention, Tellings], float]

PIECES: Mapping[str, Piece] = {
    "same_subject": lambda a, b, _: _same_subject(a, b),
    "other_subject": lambda a, b, _: subjects_differ(a, b),
    "subject_nearby": lambda a, b, _: _crosswise(a, b),
    "same_measure": lambda a, b, _: _same(a.figure.context.measure, b.figure.context.measure),
    "other_measure": lambda a, b, _: _other(a.figure.context.measure, b.figure.context.measure),
    "same_slot": lambda a, b, telling: _slot(a, b, telling.words),
    "same_action": lambda a, b, _: _same(a.act, b.act),
    "same_event": lambda a, b, _: not a.events.isdisjoint(b.events),
    "other_event": lambda a, b, _: _disjoint(a.events, b.events),
    "same_unit": lambda a, b, _: _same(a.figure.amount.unit, b.figure.amount.unit),
    "qualifiers_alike": lambda a, b, _: _overlap(a.figure.context.qualifiers, b.figure.context.qualifiers),
    "qualifiers_apart": lambda a, b, _: _apart(a.figure.context.qualifiers, b.figure.context.qualifiers),
    "window_alike": lambda a, b, telling: telling.windows.likeness(a.window, b.window),
    "clause_alike": lambda a, b, telling: telling.words.likeness(a.near, b.near),
    "sentence_alike": lambda a, b, telling: telling.words.likeness(a.words, b.words),
    "names_alike": lambda a, b, telling: telling.words.likeness(a.names, b.names),
    "names_apart": lambda a, b, _: _disjoint(a.names, b.names),
    "same_place": lambda a, b, _: not set(a.figure.context.places).isdisjoint(b.figure.context.places),
    "other_place": lambda a, b, _: _disjoint(set(a.figure.context.places), set(b.figure.context.places)),
    "same_where": lambda a, b, _: _shares_word(a.figure.context.where, b.figure.context.where),
    "other_where": lambda a, b, _: _shares_no_word(a.figure.context.where, b.figure.context.where),
    "same_actor": lambda a, b, _: _shares_word(a.figure.context.actor, b.figure.context.actor),
    "other_actor": lambda a, b, _: _shares_no_word(a.figure.context.actor, b.figure.context.actor),
    "other_scope": lambda a, b, _: a.scope != b.scope,
    "other_era": lambda a, b, _: a.era != b.era,
    "part_whole": lambda a, b, _: a.size in b.sums or b.size in a.sums,
    "same_period": lambda a, b, _: _same(a.figure.context.period, b.figure.context.period),
    "other_period": lambda a, b, _: _other_period(a.figure.context.period, b.figure.context.period),
    "beside_alike": lambda a, b, _: _alike_beside(a, b),
    "neighbours_alike": lambda a, b, _: _common(a.neighbours, b.neighbours),
    "sister_alike": lambda a, b, _: not a.sisters.isdisjoint(b.sisters),
    "sister_apart": lambda a, b, _: _sisters_apart(a, b),
    "same_sentence": lambda a, b, _: a.sentence == b.sentence,
    "same_document": lambda a, b, _: a.document.id == b.document.id,
    "headline": lambda a, b, _: a.headline != b.headline,
    "place_in_text": lambda a, b, _: 1.0 - abs(a.order - b.order),
    "same_change": lambda a, b, _: a.figure.amount.change == b.figure.amount.change,
    "other_modality": lambda a, b, _: a.figure.context.modality != b.figure.context.modality,
    "published_apart": lambda a, b, _: _published_apart(a, b),
    "same_value": lambda a, b, _: same_value(a, b),
    "value_far": lambda a, b, _: _time_far(a, b) if a.dimension in _FULL else _far(ratio(a, b)),
}
"""Each piece of evidence by its name, and how it is measured."""


def _same(one: str | None, two: str | None) -> bool:
    """Whether both say one thing, and say it at all."""
    return bool(one) and one == two


def _other(one: str, two: str) -> bool:
    return bool(one and two) and one != two


def _disjoint(one: AbstractSet[str], two: AbstractSet[str]) -> bool:
    """Whether both hold something, and share none of it."""
    return bool(one and two) and one.isdisjoint(two)


def _shares_word(one: str, two: str) -> bool:
    """Whether two names share a word: "the US Geological Survey", "Geological Survey"."""
    return bool(one and two) and not set(one.split()).isdisjoint(two.split())


def _shares_no_word(one: str, two: str) -> bool:
    return bool(one and two) and not _shares_word(one, two)


def _alike_beside(a: Mention, b: Mention) -> float:
    """The share of the words right beside the numbers that are one."""
    (x, y, z), (u, v, w) = a.beside, b.beside
    return ((x == u != "") + (y == v != "") + (z == w != "")) / 3


def _slot(a: Mention, b: Mention, telling: Telling) -> float:
    """One thing in one role ("troops deployed"), the more telling the rarer the thing is said."""
    one, two = a.figure.context, b.figure.context
    named = bool(one.measure) and one.measure == two.measure
    acted = a.act == b.act and len(a.act) > 2 and one.action not in light_verbs()
    narrowed = bool(one.qualifiers and two.qualifiers) and not set(one.qualifiers) & set(two.qualifiers)
    if not (named or acted) or narrowed or not _same_subject(a, b):
        return 0.0
    return 0.3 + 0.7 * telling.share(a.thing)


def _same_subject(a: Mention, b: Mention) -> bool:
    if not a.subject or not b.subject:
        return False
    return a.thing == b.thing or {a.subject, b.subject} <= persons()


def subjects_differ(a: Mention, b: Mention) -> bool:
    """Whether both say what they count or measure, and neither names the other's thing beside it."""
    return bool(a.subject and b.subject) and not _same_subject(a, b) and not _crosswise(a, b)


def _crosswise(a: Mention, b: Mention) -> bool:
    """Whether the subject of one is among the words beside the other."""
    return bool(a.subject and b.subject) and a.subject != b.subject and (a.subject in b.near or b.subject in a.near)


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return len(set(a) & set(b)) / len(set(a) | set(b)) if a and b else 0.0


def _common(a: frozenset[Sister], b: frozenset[Sister]) -> float:
    """What the smaller of two sets shares with the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _apart(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How much of the qualifiers stands on one side only: combat troops are not all troops."""
    return len(set(a) ^ set(b)) / len(set(a) | set(b)) if a or b else 0.0


def _other_period(a: str | None, b: str | None) -> float:
    """1 where the two say different years, months or days; a weekday without a date tells nothing."""
    if not a or not b or "X" in a or "X" in b:
        return 0.0
    return float(any(x != y for x, y in zip(a.split("-"), b.split("-"), strict=False)))


def _sisters_apart(a: Mention, b: Mention) -> float:
    """1 where other figures of the two sentences, of one dimension and unit, have different values.

    "9 million tonnes in 2021" and "11 million tonnes in 2022" are no two dates of one event.
    """
    if not a.sisters or not b.sisters or not a.sisters.isdisjoint(b.sisters):
        return 0.0
    return float(not {s[:2] for s in a.sisters}.isdisjoint({s[:2] for s in b.sisters}))


def _published_apart(a: Mention, b: Mention) -> float:
    """0 for reports of one day or without a date, 1 for reports a month and more apart."""
    one, two = a.document.published, b.document.published
    return 0.0 if one is None or two is None else min(1.0, abs((one - two).days) / 30)


_UNKNOWN = 0.3


def _time_far(a: Mention, b: Mention) -> float:
    """0 for one day or time; a partial date is neither near nor far."""
    one, two = a.value.low, b.value.low
    return _UNKNOWN if one is None or two is None else min(1.0, float(abs(one - two)) / _FULL[a.dimension])


def _far(times: float | None) -> float:
    """0 for equal values, 1 for ten times and more; what has no ratio (scores, vague words) is neither near nor far."""
    return _UNKNOWN if times is None else min(1.0, math.log10(times))


TOLD = frozenset(("same_measure", "same_subject", "same_action", "same_place", "same_period"))
"""The evidence that is told in words."""


def reasons(a: Mention, b: Mention, found: Mapping[str, float]) -> tuple[str, ...]:
    """The evidence in words that a person can check."""
    return tuple(_reasons(a, b, found))


def _reasons(a: Mention, b: Mention, found: Mapping[str, float]) -> Iterator[str]:
    one = a.figure.context
    if found["same_measure"]:
        yield f"both are figures of “{one.measure}”"
    if found["same_subject"]:
        yield f"both are of “{a.subject}”"
    if found["same_action"] and len(one.action) > 2:
        yield f"both hang on “{one.action}”"
    if found["same_place"]:
        yield "the same place: " + ", ".join(sorted(set(one.places) & set(b.figure.context.places)))
    if found["same_period"]:
        yield f"the same period: {one.period}"
    shared = sorted(a.names & b.names)
    if shared:
        yield "the same names: " + ", ".join(shared[:4])
    common = sorted((a.near & b.near) - set(shared))
    if common:
        yield "the same words: " + ", ".join(common[:6])
