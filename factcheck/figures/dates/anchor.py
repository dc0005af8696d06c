"""What a date is read from and into: the anchor that relative dates count from, and the date found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from factcheck.model import Bound

Tense = Literal["past", "future", "over", ""]
"""Of a date: a verb in the past, one of the future, a day that must be over, or nothing that tells."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates count from: the publication, and the date said last with the index after it."""

    published: date | None = None
    last: date | None = None
    last_end: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """ISO 8601 text as far as the words tell ("XXXX-07-02", "2022-W06"), and the index after its last token.

    `slack` is the number of days that the wording leaves open on either side ("two weeks ago").
    """

    iso: str
    end: int
    bound: Bound = "exact"
    slack: int = 0
