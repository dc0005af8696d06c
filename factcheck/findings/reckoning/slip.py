"""A reckoning that does not come out."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Figure


@dataclass(frozen=True, slots=True)
class Slip:
    """The figures of a reckoning, which of them is most likely wrong, and what comes out instead.

    `says` is the reckoning in words ("from 200 to 250 is 25 percent, not 30 percent"), `statement` the words of
    the text that make it.
    """

    figures: tuple[Figure, ...]
    primary: Figure
    says: str
    statement: str
