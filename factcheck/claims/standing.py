"""A stance with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Stance


@dataclass(frozen=True, slots=True)
class Standing:
    """The stance of a pair or claim, and why."""

    stance: Stance
    reasons: tuple[str, ...] = ()
