"""What a date is read from and into: the anchor that relative dates count from, and the date found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.model import Bound


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates count from: the publication, the date said last, the sentence's tense."""

    published: date | None = None
    last: date | None = None
    future: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """ISO 8601 text as far as the words tell ("XXXX-07-02", "2022-W06"), and the index after its last token.

    `slack` is the number of days that the wording leaves open on either side ("two weeks ago").
    """

    iso: str
    end: int
    bound: Bound = "exact"
    slack: int = 0
