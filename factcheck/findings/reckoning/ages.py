"""Ages beside the day of birth of the same person: "born in 1950" and "Harlow, 68" in a text of 2014."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from factcheck.findings.evidence import Evidence, one_line
from factcheck.findings.reckoning.births import Said, aged, born, is_age_of_death, is_day_of_death, of_one_person
from factcheck.findings.reckoning.numbers import plain
from factcheck.findings.reckoning.slip import Slip
from factcheck.model import Document, Figure, Interval

_RECENT = 400
"""Days before publication from which on a date beside an age leaves it today's."""


def ages(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Ages that no birthday makes true on the day of publication, or on the day of death; `tolerance` is a share."""
    by_document: dict[str, list[Figure]] = {}
    for figure in evidence.figures.values():
        if figure.kind in ("date", "age", "duration"):
            by_document.setdefault(figure.document, []).append(figure)
    for identity, figures in by_document.items():
        document = evidence.documents[identity]
        told = sorted(figures, key=lambda f: f.span)
        yield from _at_death(document, told, tolerance)
        if document.published is not None:
            yield from _today(document, document.published, told, tolerance)


def _today(document: Document, today: date, figures: Sequence[Figure], tolerance: Decimal) -> Iterator[Slip]:
    """Each age beside the nearest birth of its person."""
    births = [Said(name, f) for f in figures if f.kind == "date" and (name := born(document, f))]
    known = {said.figure.id for said in births}
    dated = {f.context.sentence for f in figures if f.kind == "date" and f.id not in known and _is_past(f, today)}
    told = [
        Said(name, f)
        for f in figures
        if births and f.kind == "age" and f.context.sentence not in dated and (name := aged(document, f))
    ]
    bearers = _bearers([*births, *told])
    for age, birth in _nearest(births, told, bearers):
        years = _years(birth.figure.amount.value, today)
        if years is not None and not years.overlaps(age.figure.amount.value.widened(tolerance)):
            yield _slip(document, birth.figure, age, years, f"on {today.isoformat()}")


def _is_past(figure: Figure, today: date) -> bool:
    end = figure.amount.value.high
    return end is not None and end < today.toordinal() - _RECENT


def _bearers(said: Sequence[Said]) -> Mapping[str, set[str]]:
    """The full names with each surname."""
    found: dict[str, set[str]] = {}
    for name in {one.name for one in said}:
        if " " in name:
            found.setdefault(name.split()[-1], set()).add(name)
    return found


def _nearest(
    births: Sequence[Said], told: Sequence[Said], bearers: Mapping[str, set[str]]
) -> Iterator[tuple[Said, Said]]:
    """Each age with the birth of the same person that was told last before it, or else first behind it."""
    ahead: dict[str, Said] = {}
    waiting: dict[str, list[Said]] = {}
    ages_ = {age.figure.id for age in told}
    for said in sorted((*births, *told), key=lambda one: one.figure.span):
        person = _person(said.name, bearers)
        if said.figure.id not in ages_:
            ahead[person] = said
            yield from ((age, said) for age in waiting.pop(person, ()))
        elif person in ahead:
            yield said, ahead[person]
        else:
            waiting.setdefault(person, []).append(said)


def _person(name: str, bearers: Mapping[str, set[str]]) -> str:
    """The full name where a surname is one person's alone, else the name itself."""
    full = bearers.get(name, set())
    return next(iter(full)) if len(full) == 1 else name


def _at_death(document: Document, figures: Sequence[Figure], tolerance: Decimal) -> Iterator[Slip]:
    """Sentences that tell birth, death and the age between them."""
    for _, group in groupby(figures, key=lambda f: f.context.sentence):
        sentence = list(group)
        dates = [f for f in sentence if f.kind == "date"]
        births = [f for f in dates if born(document, f)]
        deaths = [f for f in dates if is_day_of_death(document, f)]
        old = [f for f in sentence if f.kind == "age" and is_age_of_death(document, f)]
        alone = len(births) == len(deaths) == len(old) == 1 and len(dates) == 2
        if alone and of_one_person(document, births[0], deaths[0]):
            yield from _death(document, births[0], deaths[0], old[0], tolerance)


def _death(document: Document, birth: Figure, death: Figure, age: Figure, tolerance: Decimal) -> Iterator[Slip]:
    first, last = death.amount.value.low, death.amount.value.high
    if first is None or last is None or first < 1:
        return
    early, late = (_years(birth.amount.value, date.fromordinal(int(end))) for end in (first, last))
    if early and late:
        years = Interval(early.low, late.high)
        if not years.overlaps(age.amount.value.widened(tolerance)):
            at = f"at death ({one_line(death.span.quote(document.text))})"
            yield _slip(document, birth, Said(born(document, birth), age), years, at)


def _years(born_: Interval, day: date) -> Interval | None:
    """How old somebody is on a day who was born in these days, the youngest and the oldest."""
    if born_.low is None or born_.high is None or not 0 < born_.low <= day.toordinal():
        return None
    return Interval(_age(int(born_.high), day), _age(int(born_.low), day))


def _age(born_: int, day: date) -> Decimal:
    birthday = date.fromordinal(min(born_, day.toordinal()))
    before = (day.month, day.day) < (birthday.month, birthday.day)
    return Decimal(day.year - birthday.year - before)


def _slip(document: Document, birth: Figure, age: Said, years: Interval, when: str) -> Slip:
    reckoned = f"{years.low}" if years.low == years.high else f"{years.low} or {years.high}"
    written = one_line(birth.span.quote(document.text))
    says = f"who was born {written} is {reckoned} {when}, not {plain(age.figure)}"
    return Slip((age.figure, birth), age.figure, says, f"{age.name}, born {written}")
