"""Ages beside the day of birth of the same person: "born in 1950" and "Harlow, 68" in a text of 2014."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.findings.evidence import Evidence
from factcheck.findings.faults import pages
from factcheck.findings.reckoning.numbers import plain
from factcheck.findings.reckoning.slip import Slip
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Document, Figure, Interval

_NAME = r"(?P<name>[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)*)"
_BORN = re.compile(rf"{_NAME},? (?:(?:who )?was |is |\()?born(?: (?:on|in|on the))? $")
_COMMA = re.compile(rf"{_NAME}, $")
_IS = re.compile(rf"{_NAME},? (?:who )?is (?:now )?$")
_OLD = re.compile(r"^(?:[- ]years?[- ]old)?,? (?P<name>[A-Z][\w'’\-]+ [A-Z][\w'’\-]+)")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a document says of a person's birth or age."""

    name: str
    figure: Figure


def ages(evidence: Evidence, _tolerance: Decimal) -> Iterator[Slip]:
    """Ages that no birthday makes true on the day of publication; no tolerance applies."""
    for page in pages(evidence):
        if page.document.published is not None:
            yield from _of_document(page.document, page.document.published, page.figures)


def _of_document(document: Document, today: date, figures: Sequence[Figure]) -> Iterator[Slip]:
    births = [_Said(name, f) for f in figures if f.kind == "date" and (name := _name(_BORN, document, f))]
    told = [_Said(name, f) for f in figures if f.kind == "age" and (name := _aged(document, f))]
    for birth in births:
        for age in told:
            if _one_person(birth.name, age.name, births, told) and not _true(birth.figure, age.figure, today):
                yield _slip(document, today, birth.figure, age)


def _name(pattern: re.Pattern[str], document: Document, figure: Figure) -> str:
    """The name that stands before a figure in its sentence, as the pattern has it."""
    match = pattern.search(document.text[figure.context.sentence.start : figure.span.start])
    return match["name"] if match else ""


def _aged(document: Document, figure: Figure) -> str:
    """Whose age a figure is today; "" where the words tell of the past, or of nobody by name."""
    sentence = figure.context.sentence
    if re.search(any_of(wordlist("reckoning", "age", "past")), sentence.quote(document.text).lower()):
        return ""
    after = document.text[figure.span.end : sentence.end]
    if re.match(r"[,.;)]", after) and (name := _name(_COMMA, document, figure) or _name(_IS, document, figure)):
        return name
    if re.match(r"[- ]years?[- ]old\b", after) and (name := _name(_IS, document, figure)):
        return name
    match = _OLD.search(after)
    return match["name"] if match else ""


def _one_person(born: str, aged: str, births: list[_Said], told: list[_Said]) -> bool:
    """Whether two names are one person's: the same, or a surname that one full name alone has."""
    if born == aged:
        return True
    if " " in born and " " in aged:
        return False
    full, short = (born, aged) if " " in born else (aged, born)
    bearers = {said.name for said in (*births, *told) if " " in said.name and said.name.split()[-1] == short}
    return full.split()[-1] == short and bearers == {full}


def _true(birth: Figure, age: Figure, today: date) -> bool:
    years = _years(birth.amount.value, today)
    return years is None or years.overlaps(age.amount.value)


def _years(born: Interval, today: date) -> Interval | None:
    """How old somebody is who was born in these days, the oldest of them and the youngest."""
    if born.low is None or born.high is None or not 0 < born.low <= today.toordinal():
        return None
    return Interval(_age(int(born.high), today), _age(int(born.low), today))


def _age(born: int, today: date) -> Decimal:
    birthday = date.fromordinal(min(born, today.toordinal()))
    before = (today.month, today.day) < (birthday.month, birthday.day)
    return Decimal(today.year - birthday.year - before)


def _slip(document: Document, today: date, birth: Figure, age: _Said) -> Slip:
    years = _years(birth.amount.value, today)
    low, high = (years.low, years.high) if years else (None, None)
    reckoned = f"{low}" if low == high else f"{low} or {high}"
    born = birth.span.quote(document.text)
    says = f"who was born {born} is {reckoned} on {today.isoformat()}, not {plain(age.figure)}"
    return Slip((age.figure, birth), age.figure, says, f"{age.name}, born {born}")
