"""Who was born when, who is how old, and who died at what age, as the words beside a figure tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.lexicon import any_of, wordlist
from factcheck.model import Document, Figure

_BEFORE = 160
"""How many characters before a figure may tell whose it is."""
_NAME = r"(?P<name>[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)*)"
_BIRTH = r"(?:who )?(?:was|is) born"
_BORN = re.compile(rf"{_NAME},?(?: \d+,)? (?:{_BIRTH}|\(?born)(?: (?:on|in|on the))? $")
_BORN_FIRST = re.compile(r"(?:^|[.;] )Born (?:in|on)(?: the)? $")
_NAMED_BEHIND = re.compile(rf"(?: in [A-Z][\w'’\-]+)?, {_NAME}")
_COMMA = re.compile(rf"{_NAME}, $")
_IS = re.compile(rf"{_NAME},? (?:{_BIRTH} [^,.;]{{4,30}}, |who )?is (?:now )?$")
_OLD = re.compile(r"^(?:[- ]years?[- ]old)?,? (?P<name>[A-Z][\w'’\-]+ [A-Z][\w'’\-]+)")
_OTHERS = re.compile(r"\b(?:whose|his|her|their|when|before|after)\b")
_AGED = re.compile(r"\b(?:aged|at the age of|at age) $")
_DIED = re.compile(r"\bdied(?: [a-z]+){0,3}?(?: in| on| [A-Z]\w+ on)? $")


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of a person's birth or age."""

    name: str
    figure: Figure


def born(document: Document, figure: Figure) -> str:
    """Whose birth a date is; "" where that is not told."""
    if name := _name(_BORN, document, figure):
        return name
    behind = _NAMED_BEHIND.match(_after(document, figure))
    return behind["name"] if behind and _BORN_FIRST.search(before(document, figure)) else ""


def aged(document: Document, figure: Figure) -> str:
    """Whose age a figure is today; "" where the words tell of the past, or of nobody by name."""
    sentence = figure.context.sentence.quote(document.text).lower()
    if re.search(any_of(wordlist("reckoning", "age", "past")), re.sub(r"\bwas born\b", "", sentence)):
        return ""
    after = _after(document, figure)
    if re.match(r"[,.;)]", after) and (name := _name(_COMMA, document, figure) or _name(_IS, document, figure)):
        return name
    if re.match(r"[- ]years?[- ]old\b", after) and (name := _name(_IS, document, figure)):
        return name
    match = _OLD.search(after)
    return match["name"] if match else ""


def is_age_of_death(document: Document, figure: Figure) -> bool:
    """Whether the words call an age somebody's at death: "died in 2020 at the age of 54"."""
    return "died" in before(document, figure) and _AGED.search(before(document, figure)) is not None


def is_day_of_death(document: Document, figure: Figure) -> bool:
    """Whether the words call a date somebody's day of death."""
    return _DIED.search(before(document, figure)) is not None


def of_one_person(document: Document, birth: Figure, death: Figure) -> bool:
    """Whether nobody else comes in between the words of a birth and those of a death: "born 1950, whose wife died"."""
    return _OTHERS.search(document.text, birth.span.end, max(birth.span.end, death.span.start)) is None


def before(document: Document, figure: Figure) -> str:
    """The words of the sentence before a figure, the last of them."""
    start = max(figure.context.sentence.start, figure.span.start - _BEFORE)
    return document.text[start : figure.span.start]


def _after(document: Document, figure: Figure) -> str:
    return document.text[figure.span.end : min(figure.context.sentence.end, figure.span.end + _BEFORE)]


def _name(pattern: re.Pattern[str], document: Document, figure: Figure) -> str:
    """The name that stands before a figure in its sentence, as the pattern has it."""
    match = pattern.search(before(document, figure))
    return match["name"] if match else ""
