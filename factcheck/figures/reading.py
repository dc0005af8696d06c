"""What the grammar makes of some tokens: a figure without its context, or a number that is no figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.figures.scan import Token
from factcheck.model import Bound, ChangeForm, Direction, FigureKind, Interval, Span

NOTHING = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure of the tokens `start` to `end`; `unit_start` to `unit_end` are its unit's tokens.

    `step` is the size of the last written digit, `reach` what a vague word leaves possible.
    """

    start: int
    end: int
    kind: FigureKind
    value: Interval = NOTHING
    step: Decimal = Decimal(0)
    unit: str = ""
    unit_start: int = 0
    unit_end: int = 0
    bound: Bound = "exact"
    change: Direction = "none"
    change_form: ChangeForm = "none"
    iso: str | None = None
    zone: str | None = None
    reach: Interval | None = None
    words: bool = False
    """The number stands in words ("five"), not digits."""

    def span(self, tokens: Sequence[Token]) -> Span:
        return Span(tokens[self.start].start, tokens[self.end - 1].end)

    def unit_span(self, tokens: Sequence[Token]) -> Span | None:
        if self.unit_end <= self.unit_start:
            return None
        return Span(tokens[self.unit_start].start, tokens[self.unit_end - 1].end)

    @property
    def last(self) -> int:
        """The index after the last token of number and unit."""
        return max(self.end, self.unit_end)


@dataclass(frozen=True, slots=True)
class NoFigure:
    """The tokens `start` to `end` hold a number that is no figure, for this reason."""

    start: int
    end: int
    reason: str
