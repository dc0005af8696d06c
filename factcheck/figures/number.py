"""A single written number: its value, the step of its last digit, and the tokens that it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from factcheck.model import Interval

Form = Literal["digits", "words", "vague", "fraction"]

ONE = Decimal(1)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the tokens `start` to `end`.

    `step` is the size of its last written digit at full scale (0.1 million for "1.2 million");
    `reach` what a vague word leaves possible.
    """

    low: Decimal | None
    high: Decimal | None
    step: Decimal
    start: int
    end: int
    form: Form
    scale: Decimal = ONE
    reach: Interval | None = None

    @property
    def plain(self) -> bool:
        """Digits without a scale word, separator or fraction: what a year or an identifier looks like."""
        return self.form == "digits" and self.scale == 1 and self.step == 1

    def times(self, scale: Decimal, end: int | None = None) -> Number:
        """The number at a larger scale, with the scale's word up to token `end`."""
        if self.low is None or self.high is None:
            return self
        return replace(
            self,
            low=self.low * scale,
            high=self.high * scale,
            step=self.step * scale,
            scale=self.scale * scale,
            end=self.end if end is None else end,
        )


def single(value: Decimal, step: Decimal, start: int, end: int, form: Form) -> Number:
    """A number with one value."""
    return Number(value, value, step, start, end, form)
