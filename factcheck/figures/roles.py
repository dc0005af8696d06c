"""Whose a figure is and where it holds: the possessor or doer, and the place tied to it in the parse.

"IBM's 10 percent share", "IBM had 7.2 percent": the actor is IBM. "52 percent in Egypt, 82 percent in
India": each has a place of its own, though the sentence names two.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.figures import syntax
from factcheck.figures.dates.calendar import MONTHS, WEEKDAYS
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word


def actor(parse: Parse, hanging: Hanging) -> str:
    """The proper name whose the figure is, lower case; "" where the sentence names none."""
    for word in _actors(parse, hanging):
        named = syntax.antecedent(parse, word) if word.pos == "PRON" else word
        if named.pos == "PROPN" and named is not hanging.noun and named.index not in hanging.number | hanging.unit:
            return syntax.name_at(parse, named).lower()
    return ""


def _actors(parse: Parse, hanging: Hanging) -> Iterator[Word]:
    """Possessors of the noun and of what it is of, then whoever does what the verb says."""
    for noun in (hanging.noun, hanging.top):
        if noun is not None:
            yield from syntax.children(parse, noun, "poss")
            yield from (w for w in syntax.children(parse, noun, "compound", "nmod") if w.pos == "PROPN")
    if hanging.verb is not None:
        yield from syntax.objects_of_agent(parse, hanging.verb)
        yield from syntax.subjects(parse, hanging.verb)


def where(parse: Parse, hanging: Hanging) -> str:
    """The proper name that a locative preposition ties to the figure, lower case; "" where none does."""
    for word in (hanging.top, hanging.noun, hanging.verb):
        if word is None:
            continue
        for place in syntax.objects(parse, word, *LOCATIVE):
            if place.pos == "PROPN" and place.text.lower() not in _CALENDAR:
                return syntax.name_at(parse, place).lower()
    return ""


_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()

LOCATIVE = ("in", "near", "at", "off", "outside", "around", "across", "from", "inside", "towards", "along", "of", "to")
"""Prepositions that tie a figure to a place."""
