"""Figures: a written number, what it says and what it says it of. Numbers are `Decimal`, never rounded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factcheck.model.texts import Span

FigureKind = Literal[
    "count",
    "money",
    "percent",
    "percentage_points",
    "measure",
    "duration",
    "age",
    "date",
    "time",
    "ratio",
    "rate",
    "multiple",
    "score",
    "fraction",
]
Bound = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
Direction = Literal["up", "down", "none"]
ChangeForm = Literal["by", "to", "none"]

BOUND_WORDS: Mapping[str, str] = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
"""What a reader is told before a number for its bound; of the other bounds nothing."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a written number may stand for; None is an open end.

    "1.2 billion" is [1.15e9, 1.25e9], "at least five" [5, None], "three or four" [3, 4].
    """

    low: Decimal | None
    high: Decimal | None

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both (closed ends). Symmetric."""
        return not (_below(self.high, other.low) or _below(other.high, self.low))

    def contains(self, other: Interval) -> bool:
        """Whether every value of `other` lies in this one."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        high = self.high is None or (other.high is not None and other.high <= self.high)
        return low and high

    def scaled(self, factor: Decimal) -> Interval:
        """The interval in another unit; `factor` is positive."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )

    def widened(self, share: Decimal) -> Interval:
        """Both ends moved outwards by `share` of their own size (a tolerance)."""
        return Interval(
            None if self.low is None else self.low - abs(self.low) * share,
            None if self.high is None else self.high + abs(self.high) * share,
        )


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure says, apart from what it says it of.

    `value` is the interval as written (both ends equal for one number, both None for a vague word),
    `precise` the same with the precision that the wording shows; `step` is the size of the last written
    digit (0.1 billion for "1.2 billion", 0 where the wording shows none). For dates both count days (the
    proleptic ordinal of `datetime.date`), for clock times minutes since midnight, None where the
    date stays partial. `iso` is then the ISO 8601 text ("2022-02-04", "XXXX-07-02", "T14:30");
    for a score it is the score as written ("31-24").
    `unit` is a name of `units.txt`, a currency code, a counted noun's lemma, or "A/B" for rates.
    """

    value: Interval
    precise: Interval
    unit: str = ""
    bound: Bound = "exact"
    change: Direction = "none"
    change_form: ChangeForm = "none"
    iso: str | None = None
    zone: str | None = None
    step: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure is a figure of, as the words around it say.

    `measure` is the concept of the measure lexicon ("killed", "magnitude", "price") or "" ;
    `subject` the head lemma of what is counted or measured, `qualifiers` its modifiers,
    `action` the lemma of the verb that it hangs on, `actor` whose the figure is or who does the action,
    `names` the proper names of its sentence, `where` the place that is tied to it, `places` all of the sentence,
    `of` the words of the sentence that say what it is the figure of, as written.
    """

    sentence: Span
    measure: str = ""
    subject: str = ""
    qualifiers: tuple[str, ...] = ()
    action: str = ""
    actor: str = ""
    where: str = ""
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: str | None = None
    attribution: str | None = None
    modality: str = "stated"
    words: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentence that a table's heads make of a cell, and where the number's and the unit's own words stand in it."""

    text: str
    span: Span
    unit: Span | None = None

    @property
    def value(self) -> str:
        """The number with its unit: "$4,300 million"."""
        unit = self.unit or self.span
        return self.text[min(self.span.start, unit.start) : max(self.span.end, unit.end)]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in its context. `span` covers the number's own words, `unit_span` its unit's.

    `worded` is what a cell of a table says in words: its own row holds its neighbours and hardly a word.
    """

    id: str
    document: str
    span: Span
    text: str
    kind: FigureKind
    amount: Amount
    context: Context
    unit_span: Span | None = None
    worded: Wording | None = None

    def beside(self, text: str) -> tuple[str, str]:
        """What its sentence says before and behind the number; `text` is the document's."""
        if self.worded is not None:
            return self.worded.text[: self.worded.span.start], self.worded.text[self.worded.span.end :]
        return text[self.context.sentence.start : self.span.start], text[self.span.end : self.context.sentence.end]

    @property
    def extent(self) -> Span:
        """Its words with its unit's, on whichever side that stands."""
        return self.span.joined(self.unit_span) if self.unit_span else self.span

    def to_dict(self) -> dict[str, object]:
        """The figure object of the JSON report (factcheck-report/1)."""
        value = self.amount.value
        low, high = (self.amount.iso, None) if self.amount.iso else (number(value.low), number(value.high))
        return {
            "id": self.id,
            "document": self.document,
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "kind": self.kind,
            "low": low,
            "high": high,
            "unit": self.amount.unit,
            "bound": self.amount.bound,
            "change": self.amount.change,
            "subject": self.context.subject,
            "measure": self.context.measure,
            "of": list(self.context.of),
            "places": list(self.context.places),
            "period": self.context.period,
            "attribution": self.context.attribution,
            "modality": self.context.modality,
            "sentence": {"start": self.context.sentence.start, "end": self.context.sentence.end},
        }


def number(value: Decimal | None) -> int | float | None:
    """A Decimal as the JSON number that stands for it: an integer where it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A number that is no figure ("Nord Stream 2"), with the reason."""

    span: Span
    text: str
    reason: str
