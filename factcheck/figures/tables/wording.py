"""The sentence that the heads of a cell make of it: "Norway's revenue was $4,300 million in 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.figures.scan import Token
from factcheck.figures.singulars import is_plural
from factcheck.figures.tables.heads import Head, Unit
from factcheck.lexicon import lexicon, wordlist

_LONGEST_OWNER = 5
"""Words of a head that can own something in a sentence."""


def sentence(
    columns: Sequence[Head], rows: Sequence[Head], cell: str, standing: Unit | None, sign: str = ""
) -> tuple[str, int]:
    """The sentence, and where the cell's words stand in it.

    `standing` is the unit of the table, for a cell that is a number without one; None for any other cell. `sign` is
    what stands before the number and its unit: "minus ".
    """
    heads = [*columns, *rows]
    measure = _measure(columns, rows)
    bare = standing is not None
    own = next((head.unit for head in (measure, *heads) if head and head.unit), Unit())
    unit = (own or _applied(standing, measure)) if standing is not None else Unit()
    period = " ".join(f"in {head.period}" for head in heads if head.period)
    owners = [head.words for head in heads if head is not measure and _names(head)]
    before, after = _around(
        _lower(measure.words) if measure else "", owners, counted=bare and not unit.before and _is_scale(unit.after)
    )
    gap = "" if not unit.after or unit.after.startswith("%") else " "
    opening = f"{before}{sign}{unit.before}"
    behind = " ".join(filter(None, (after, period)))
    return f"{opening}{cell}{gap}{unit.after}{' ' if behind else ''}{behind}.", len(opening)


def _measure(columns: Sequence[Head], rows: Sequence[Head]) -> Head | None:
    """The head that says what is counted or measured: one with a unit, with a measure's word, of the column."""
    worded = [head for head in (*reversed(columns), *reversed(rows)) if _names(head)]
    telling = [head for head in worded if head.unit], [head for head in worded if _has_measure(head.words)], worded
    return next((heads[0] for heads in telling if heads), None)


def _applied(standing: Unit, measure: Head | None) -> Unit:
    """The unit of a table for a measure: not for what is counted, which may have a scale alone."""
    words = measure.words.lower() if measure else ""
    last = (words.split() or [""])[-1]
    if last in wordlist("tables", "counted") or words.startswith("number of "):
        return Unit()
    scale = not standing.before and _is_scale(standing.after)
    return standing if standing.before or scale or not _is_counted(last, words) else Unit()


def _is_scale(words: str) -> bool:
    """Whether the words are no unit but at most a scale: "thousand", ""."""
    return not words or words in lexicon("tables")["scales"].values()


def _names(head: Head) -> bool:
    total = head.words.lower() in wordlist("tables", "totals")
    return bool(head.words) and not head.generic and not total


def _has_measure(words: str) -> bool:
    known = _of_measures()
    return any(word in known or word.removesuffix("s") in known for word in words.lower().split())


@cache
def _of_measures() -> frozenset[str]:
    return frozenset(word for entry in lexicon("measures").values() for word in entry.get("words", ()))


def _around(measure: str, owners: Sequence[str], *, counted: bool) -> tuple[str, str]:
    """What stands before and behind the number."""
    owner = " ".join(owners)
    short = bool(owner) and len(owner.split()) <= _LONGEST_OWNER
    opening = f"{owner}: " if owner and not short else ""
    last = (measure.split() or [""])[-1]
    if counted and measure in wordlist("tables", "states"):
        return f"{owner}: " if owner else "", f"people were {measure}"
    if counted and measure and _is_counted(last, measure):
        return (f"{owner} had " if short else f"{opening}There were "), _thing(measure)
    if not measure:
        return (f"{owner} was " if short else f"{opening}It was "), ""
    whose = f"{owner}'s " if short else opening
    return f"{whose}{measure} was " if whose else f"{measure[:1].upper()}{measure[1:]} was ", ""


def _is_counted(last: str, measure: str) -> bool:
    plural = is_plural(Token("word", last, last.lower(), 0, len(last), glued=False))
    return measure.startswith("number of ") or (plural and last.lower() not in wordlist("tables", "singulars"))


def _thing(measure: str) -> str:
    return measure.removeprefix("number of ")


def _lower(words: str) -> str:
    """The words within a sentence: a capital of a lone word's start is the table's, not the word's."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}".strip() if first[1:] == first[1:].lower() and len(first) > 1 else words
