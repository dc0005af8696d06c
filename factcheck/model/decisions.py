"""What an editor decided of findings, and what settles them."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, get_args

Verdict = Literal["confirmed", "dismissed", "different_things", "same_thing", "fixed"]
Suppressor = Literal["comment", "baseline", "decision"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SETTLING: tuple[Verdict, ...] = ("dismissed", "different_things")
"""The verdicts after which a finding needs no further work: one that is confirmed stands until its text changes."""

EXPORTED = ".decisions.jsonl"
"""What files of exported decisions end with: they are no documents, wherever they lie."""
BY_TIME = attrgetter("at", "id")
"""The order of decisions and of entries: by their moments, and, where two have one, always the same."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A figure as it stood when something was decided of it: what tells it again after its text has moved.

    `document` is `Document.within`; `low` and `high` are the value in `unit` as text ("" where it is open), an ISO
    text of a date or time in both; `text` is the number as written, `sentence` the words around it.
    """

    document: str
    kind: str
    low: str
    high: str
    unit: str
    subject: str
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor said of a finding. `at` is the moment (ISO, UTC); the rest is the finding as it stood then.

    `sides` are its figures by the value that they support; those of `same_thing` are the figures that are one thing.
    """

    fingerprint: str
    verdict: Verdict
    reason: str
    editor: str
    at: str
    id: str = ""
    rule: str = ""
    message: str = ""
    sides: tuple[tuple[Stood, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Steering:
    """What editors said of figures: pairs of ids, the lesser first, that are of two things, and those of one thing."""

    apart: frozenset[tuple[str, str]] = frozenset()
    together: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding no longer fails the gate: a comment in the text, the baseline, or an editor's decision.

    `place` is where that is written (the comment's "path:line", the baseline's file), "" for a decision.
    """

    finding: str
    by: Suppressor
    reason: str
    place: str = ""
    editor: str = ""
