"""Which figures a rule is for, and which other rules it speaks instead of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck import units
from factcheck.lexicon import lexicon
from factcheck.model import Figure, FigureKind


class Scope(BaseModel):
    """`measures`: only figures of these measures ("killed"; the names in rules/lexicon/measures.yaml, or "magnitude").

    `subjects`: only figures that count or measure these things, in the singular ("voter").
    `units`: only figures with these units, as `factcheck figures` names them ("kilometer", "EUR").
    `kinds`: only figures of these kinds ("percent", "money").
    `words`: only figures with one of these words in their sentence, as a dictionary has them ("poll", not "polled").
    `instead_of`: rules of the same kind that are silent where one of a finding's figures is such a figure.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    measures: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    kinds: tuple[FigureKind, ...] = ()
    words: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()

    @field_validator("measures")
    @classmethod
    def _known(cls, measures: tuple[str, ...]) -> tuple[str, ...]:
        known = {*lexicon("measures"), "magnitude"}
        if unknown := [measure for measure in measures if measure not in known]:
            raise ValueError(f"{', '.join(unknown)} is no measure; known are {', '.join(sorted(known))}")
        return measures

    @field_validator("units")
    @classmethod
    def _no_misspelt_units(cls, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """A counted noun is a unit too, so only what is nearly a unit, or another name of one, is refused."""
        for unit in (part for name in wanted for part in name.split("/")):
            if meant := _meant(unit):
                raise ValueError(f"{unit} is no unit; did you mean {meant}?")
        return wanted

    def holds(self, figure: Figure) -> bool:
        """Whether the rule is for this figure: each filter that is given lets it pass."""
        around = figure.context
        given = (
            (self.measures, (around.measure,)),
            (self.subjects, (around.subject,)),
            (self.units, (figure.amount.unit,)),
            (self.kinds, (figure.kind,)),
            (self.words, around.words),
        )
        return all(not wanted or not set(wanted).isdisjoint(found) for wanted, found in given)

    def covers(self, figures: Iterable[Figure]) -> bool:
        """Whether the rule is for figures of one thing: it is enough that one of them says that it is such a figure."""
        return any(map(self.holds, figures))


def _meant(unit: str) -> str:
    """The unit whose name is nearly written so, or that texts call so; "" for a unit, and for any other word."""
    known = units.names()
    if unit in known:
        return ""
    called = units.match([unit])
    near = get_close_matches(unit, known, n=1, cutoff=0.85)
    return called[0].name if called else (near or [""])[0]


class Leeway(Scope):
    """`tolerance`: the gap, as a share of the smaller figure, that it lets pass (0.05 is 5 percent).

    `margin`: the gap, in the unit of the figures, that it lets pass (3 is three points, of percentages).
    """

    tolerance: float = Field(default=0.0, ge=0, allow_inf_nan=False)
    margin: float = Field(default=0.0, ge=0, allow_inf_nan=False)

    def passes_margin(self, figures: Iterable[Figure]) -> bool:
        """Whether the figures, all of one unit, stand no farther apart than the margin."""
        values = _values(figures)
        return self.margin > 0 and len(values) > 1 and max(values) - min(values) <= Decimal(str(self.margin))

    def passes_tolerance(self, figures: Iterable[Figure]) -> bool:
        """Whether the largest of the figures, all of one unit, is no farther above the smallest than the tolerance."""
        values = _values(figures)
        if not self.tolerance or len(values) < 2 or min(values) <= 0:
            return False
        return max(values) / min(values) <= 1 + Decimal(str(self.tolerance))


def _values(figures: Iterable[Figure]) -> list[Decimal]:
    """The middle of each value; none where the units differ or a figure has no number."""
    given = list(figures)
    values = [value for figure in given for value in _middle(figure)]
    alike = len({figure.amount.unit for figure in given}) == 1 and len(values) == len(given)
    return values if alike else []


def _middle(figure: Figure) -> Iterator[Decimal]:
    ends = [end for end in (figure.amount.value.low, figure.amount.value.high) if end is not None]
    if ends and figure.kind not in ("date", "time"):
        yield sum(ends, Decimal(0)) / len(ends)
