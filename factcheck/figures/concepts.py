"""The concept that a figure is the value of ("killed", "magnitude", "price"), from the words nearest to it.

The concepts stand in `rules/lexicon/measures.yaml`.
"""

from __future__ import annotations

from functools import cache

from factcheck import units
from factcheck.figures import syntax
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.lexicon import lexicon


@cache
def measure_words(dimension: str) -> dict[str, str]:
    """Lemma to concept for figures of a dimension, from `rules/lexicon/measures.yaml`."""
    entries = lexicon("measures").items()
    return {
        w: concept for concept, entry in entries if entry["of"] in (dimension, "any") for w in entry.get("words", ())
    }


@cache
def _moving(dimension: str) -> dict[str, str]:
    """Words as written, and the concept of a figure that says how far they moved: "shares fell 2 percent"."""
    entries = lexicon("measures").items()
    return {w: concept for concept, entry in entries if entry["of"] == dimension for w in entry.get("moving", ())}


@cache
def person_measures() -> frozenset[str]:
    """The concepts that count persons."""
    return frozenset(c for c, entry in lexicon("measures").items() if entry.get("counts") == "person")


def concept(parse: Parse, hanging: Hanging, reading: Reading) -> str:
    """The concept that the words nearest to the figure name."""
    if reading.unit == "magnitude":
        return "magnitude"
    dimension = _dimension(reading)
    known, moving = measure_words(dimension), _moving(dimension) if _moves(reading) else {}
    for word in _near(parse, hanging):
        if concept := moving.get(word.text.lower()) or known.get(word.lemma):
            return concept
    return ""


def _moves(reading: Reading) -> bool:
    return reading.change != "none" and reading.change_form != "to"


_DIMENSIONS = {"count": "count", "fraction": "count", "money": "money", "percent": "share", "duration": "time"}


def _dimension(reading: Reading) -> str:
    """The dimension that measures are listed by; dates, times and ages have none."""
    if reading.kind in ("measure", "rate"):
        return units.dimension(reading.unit).split("/", maxsplit=1)[0] or "count"
    return _DIMENSIONS.get(reading.kind, "")


def _near(parse: Parse, hanging: Hanging) -> list[Word]:
    """The words that can name the measure, the closest first."""
    top, noun, verb = hanging.top, hanging.noun, hanging.verb
    words: list[Word] = []
    for anchor in (top, noun):
        if anchor is not None:
            words += [anchor, *syntax.children(parse, anchor, "acl", "relcl", "amod", "advmod", "compound", "acomp")]
    if verb is not None:
        words.append(verb)
        words += syntax.children(parse, verb, "acomp", "attr", "oprd", "xcomp", "advmod")
        words += syntax.subjects(parse, verb)
    words += [w for w in syntax.ancestors(parse, top) if w.pos in ("NOUN", "VERB", "ADJ", "ADV")][:3]
    return words
