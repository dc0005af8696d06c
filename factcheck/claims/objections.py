"""What speaks against two figures being one claim, in words: what keeps them apart, and what only weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.claims import words
from factcheck.claims.evidence import persons, subjects_differ
from factcheck.claims.mentions import Mention
from factcheck.claims.steered import APART
from factcheck.claims.values import converted, same_value


def objection(a: Mention, b: Mention) -> str | None:
    """Counter-evidence that nothing outweighs, in words; None where there is none. Symmetric."""
    one, two = a.figure.context, b.figure.context
    if (said := _decided(a, b)) is not None:
        return said or None
    if one.measure and two.measure and one.measure != two.measure:
        return f"one is a figure of “{one.measure}”, the other of “{two.measure}”"
    if told_apart(a, b):
        return "one sentence, or one table under other heads, gives both, so it speaks of two things"
    if times := _other_times(a, b):
        return f"they are figures of different times: {times}"
    if a.dates_statement or b.dates_statement:
        return "the day on which somebody said something dates no event"
    if (a.figure.kind == "rate") != (b.figure.kind == "rate") and not _lacks_period(a, b):
        return "one is a rate, the other is not"
    if counts_another(a, b) and not same_value(a, b) and persons().isdisjoint((a.subject, b.subject)):
        return f"one counts “{a.subject}”, the other “{b.subject}”"
    if {a.figure.amount.change, b.figure.amount.change} == {"up", "down"}:
        return "one is a rise, the other a fall"
    return None


def counts_another(a: Mention, b: Mention) -> bool:
    """Whether the two count different things, and neither thing is named beside the other's number."""
    if a.figure.kind != "count" or b.figure.kind != "count" or not subjects_differ(a, b):
        return False
    return words.stem(b.thing) not in a.window and words.stem(a.thing) not in b.window


def _decided(a: Mention, b: Mention) -> str | None:
    """What an editor decided against two figures, "" where they were put together; None where nobody did."""
    if b.figure.id in a.apart:
        return APART
    return "" if b.figure.id in a.together else None


def told_apart(a: Mention, b: Mention) -> bool:
    """Whether one sentence gives both: then it speaks of two things, unless one is the other converted.

    So do two cells of a document's tables whose heads differ. An editor's word comes first.
    """
    if (said := _decided(a, b)) is not None:
        return bool(said)
    return (a.sentence == b.sentence and not converted(a, b)) or _other_cells(a, b)


def _other_cells(a: Mention, b: Mention) -> bool:
    if a.document.id != b.document.id or not (a.figure.worded and b.figure.worded):
        return False
    return a.figure.beside(a.document.text) != b.figure.beside(b.document.text)


def _lacks_period(a: Mention, b: Mention) -> bool:
    """Whether one of two equal volumes only leaves its period out: "10 bcm", "10 bcm a year"."""
    return a.dimension == "volume" and same_value(a, b)


def _other_times(a: Mention, b: Mention) -> str:
    """The times that the two speak of where they differ: "2021, 2022"; nor are years of two figures rivals."""
    if a.dates_figure and b.dates_figure and a.figure.amount.iso != b.figure.amount.iso:
        return f"{a.figure.text}, {b.figure.text}"
    if not a.period or not b.period:  # most say none
        return ""
    parts = (part for part in a.period.keys() & b.period.keys() if a.period[part] != b.period[part])
    return next((f"{a.period[part]}, {b.period[part]}" for part in sorted(parts)), "")


def doubts(a: Mention, b: Mention, found: Mapping[str, float]) -> tuple[str, ...]:
    """The counter-evidence that only weighs, in words that a person can check."""
    return tuple(_doubts(a, b, found))


def _doubts(a: Mention, b: Mention, found: Mapping[str, float]) -> Iterator[str]:
    one, two = a.figure.context, b.figure.context
    told = {
        "part_whole": "one is a part of what the other counts",
        "other_subject": f"one is of “{a.subject}”, the other of “{b.subject}”",
        "other_where": f"one is told of {one.where}, the other of {two.where}",
        "other_place": f"the sentences name other places: {', '.join(one.places[:2])}; {', '.join(two.places[:2])}",
        "other_actor": f"one belongs to {one.actor}, the other to {two.actor}",
        "other_event": f"the sentences tell of different things: “{_happening(a)}”, “{_happening(b)}”",
        "other_scope": "only one says how much of the thing it covers (“another”, “annual” …)",
        "other_era": f"only one sentence names the year {a.era or b.era}",
        "other_modality": f"one is {one.modality}, the other {two.modality}",
        "sister_apart": "other figures of the two sentences differ as well",
    }
    yield from (words for name, words in told.items() if found[name])


def _happening(mention: Mention) -> str:
    return " ".join(word for word in (mention.subject, mention.figure.context.action) if word)
