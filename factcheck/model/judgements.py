"""What is concluded from figures: claims and findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

Stance = Literal["agree", "compatible", "update", "conflict"]
Severity = Literal["error", "warning", "info"]
Outcome = Literal[
    "supported",
    "rounded",
    "converted",
    "overstated",
    "understated",
    "misattributed",
    "misapplied",
    "disputed",
    "outdated",
    "contradicted",
    "unsupported",
    "unchecked",
]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""From well supported to not checked."""

STANCES: tuple[Stance, ...] = ("agree", "compatible", "update", "conflict")
"""From harmless to worst: the stance of a claim is the worst of its pairs."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From worst to harmless."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why figures `a` and `b` are one claim: a score and its reasons, in words a person can check."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Figures that speak of one thing, and how they stand to each other.

    `sides` are the figures by the value that they support, the best supported first;
    `reasons` say why the stance is what it is. `origins` has a number for each of `figures`: those with
    one number go back to one text (the same document, or a wire story that two outlets print).
    """

    id: str
    statement: str
    figures: tuple[str, ...]
    stance: Stance
    sides: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    gap: Decimal | None = None
    """Largest value of the claim over its smallest, where both are positive numbers of one unit."""
    origins: tuple[int, ...] = ()

    def independent(self, figures: Iterable[str]) -> int:
        """How many independent texts stand behind some of its figures."""
        origin = dict(zip(self.figures, self.origins, strict=False))
        return len({origin.get(figure, figure) for figure in figures})


@dataclass(frozen=True, slots=True)
class Support:
    """What the sources say of a draft's figure.

    `sources` are the figures that say the same of the same thing, the best first; `others` those that say another
    value of it. `independent` counts the independent texts behind `sources`; `reasons` say why, in words.
    """

    figure: str
    outcome: Outcome
    sources: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    independent: int = 0
    reasons: tuple[str, ...] = ()
    statement: str = ""
    """What the figure is a figure of, in a line."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check that an editor can read and change: validated YAML from `rules/`.

    A rule that is not `enabled` is listed, explained and tested, but a check leaves it out.
    """

    id: str
    kind: str
    severity: Severity
    message: str
    options: Mapping[str, object] = field(default_factory=dict)
    why: str = ""
    fix: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that spoke. `sides` are the figures by the value that they support.

    `primary` is the figure that the finding is pinned to, `independent` the number of independent
    sources on each side (0 where only the draft says so). `fingerprint` holds no positions, so that
    a decision survives an edit elsewhere and lapses when the number changes.
    """

    id: str
    fingerprint: str
    rule: str
    kind: str
    severity: Severity
    message: str
    claim: str | None
    sides: tuple[tuple[str, ...], ...]
    primary: str
    explanations: tuple[str, ...] = ()
    independent: tuple[int, ...] = ()
    statement: str = ""
    """What it is about, in a line, where no claim says it."""

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures that it speaks of, each once: the primary one, then those of its sides."""
        return tuple(dict.fromkeys([self.primary, *(name for side in self.sides for name in side)]))


@dataclass(frozen=True, slots=True)
class Notice:
    """What is wrong with something that settles findings: a comment that settles none, one without a reason.

    `rule` is its name among those of the rules ("ignore/unused"), `path` the document or the baseline's file, `line`
    the comment's, counted from 1 (0: none is known).
    """

    rule: str
    severity: Severity
    path: str
    line: int
    message: str

    @property
    def place(self) -> str:
        """Where it is written: "draft.md:3"."""
        return f"{self.path}:{self.line}" if self.line else self.path
