"""Evidence and counter-evidence for two figures being one claim: each named, measured from 0 to 1.

`features` gives the numbers that the weights of `rules/matching.yaml` are for; `reasons` says the
same in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.claims.converting import ratio
from factcheck.claims.mentions import Mention, Sister, light_verbs
from factcheck.claims.rarity import Rarities, Rarity
from factcheck.claims.values import same_value
from factcheck.lexicon import lexicon


@cache
def persons() -> frozenset[str]:
    """Nouns that stand for persons in general."""
    return frozenset(lexicon("subjects")["persons"])


def features(a: Mention, b: Mention, rarities: Rarities) -> dict[str, float]:
    """What speaks for and against `a` and `b` filling the same slot. Symmetric."""
    one, two = a.figure.context, b.figure.context
    rarity = rarities.words
    found = {
        "same_subject": float(_same_subject(a, b)),
        "other_subject": float(subjects_differ(a, b)),
        "subject_nearby": float(_crosswise(a, b)),
        "same_measure": float(bool(one.measure) and one.measure == two.measure),
        "other_measure": float(bool(one.measure and two.measure) and one.measure != two.measure),
        "same_slot": _slot(a, b, rarity),
        "same_action": float(bool(a.act) and a.act == b.act),
        "same_event": float(bool(a.events & b.events)),
        "other_event": float(bool(a.events and b.events) and not a.events & b.events),
        "same_unit": float(a.figure.amount.unit == b.figure.amount.unit and bool(a.figure.amount.unit)),
        "qualifiers_alike": _overlap(one.qualifiers, two.qualifiers),
        "qualifiers_apart": _apart(one.qualifiers, two.qualifiers),
        "window_alike": rarities.windows.likeness(a.window, b.window),
        "clause_alike": rarity.likeness(a.near, b.near),
        "sentence_alike": rarity.likeness(a.words, b.words),
        "names_alike": rarity.likeness(a.names, b.names),
        "names_apart": float(bool(a.names and b.names) and not a.names & b.names),
        "same_place": float(bool(set(one.places) & set(two.places))),
        "other_place": float(bool(one.places and two.places) and not set(one.places) & set(two.places)),
        **_named("where", one.where, two.where),
        **_named("actor", one.actor, two.actor),
        "other_scope": float(a.scope != b.scope),
        "other_era": float(a.era != b.era),
        "part_whole": float(a.size in b.sums or b.size in a.sums),
        "same_period": float(bool(one.period) and one.period == two.period),
        "other_period": _other_period(one.period, two.period),
        "beside_alike": sum(x == y != "" for x, y in zip(a.beside, b.beside, strict=True)) / len(a.beside),
        "neighbours_alike": _common(a.neighbours, b.neighbours),
        "sister_alike": float(bool(a.sisters & b.sisters)),
        "sister_apart": _sisters_apart(a, b),
        "same_sentence": float(a.sentence == b.sentence),
        "same_document": float(a.document.id == b.document.id),
        "headline": float(a.headline != b.headline),
        "place_in_text": 1.0 - abs(a.order - b.order),
        "same_change": float(a.figure.amount.change == b.figure.amount.change),
        "other_modality": float(one.modality != two.modality),
        "published_apart": _published_apart(a, b),
    }
    found["same_value"] = float(same_value(a, b))
    far = _time_far(a, b) if a.dimension in _FULL else _far(ratio(a, b))
    found["value_far"] = 0.0 if found["same_value"] else far
    return found


def _named(of: str, one: str, two: str) -> dict[str, float]:
    """Whether two names share a word ("the US Geological Survey", "Geological Survey"), or share none."""
    shared = bool(set(one.split()) & set(two.split()))
    return {f"same_{of}": float(shared), f"other_{of}": float(bool(one and two) and not shared)}


def _slot(a: Mention, b: Mention, rarity: Rarity) -> float:
    """One thing in one role ("troops deployed"), the more telling the rarer the thing is said."""
    one, two = a.figure.context, b.figure.context
    named = bool(one.measure) and one.measure == two.measure
    acted = a.act == b.act and len(a.act) > 2 and one.action not in light_verbs()
    narrowed = bool(one.qualifiers and two.qualifiers) and not set(one.qualifiers) & set(two.qualifiers)
    if not (named or acted) or narrowed or not _same_subject(a, b):
        return 0.0
    return 0.3 + 0.7 * rarity.share(a.thing)


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
    comparable = {s[:2] for s in a.sisters} & {s[:2] for s in b.sisters}
    return float(bool(comparable) and not a.sisters & b.sisters)


def _published_apart(a: Mention, b: Mention) -> float:
    """0 for reports of one day or without a date, 1 for reports a month and more apart."""
    one, two = a.document.published, b.document.published
    return 0.0 if one is None or two is None else min(1.0, abs((one - two).days) / 30)


_FULL = {"date": 365.0, "clock": 180.0}
"""Days between two dates, minutes between two clock times, that are as far as can be."""


_UNKNOWN = 0.3


def _time_far(a: Mention, b: Mention) -> float:
    """0 for one day or time; a partial date is neither near nor far."""
    one, two = a.value.low, b.value.low
    return _UNKNOWN if one is None or two is None else min(1.0, float(abs(one - two)) / _FULL[a.dimension])


def _far(times: float | None) -> float:
    """0 for equal values, 1 for ten times and more; what has no ratio (scores, vague words) is neither near nor far."""
    return _UNKNOWN if times is None else min(1.0, math.log10(times))


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
