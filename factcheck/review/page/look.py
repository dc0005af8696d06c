"""What the page shows of a report: made by whoever starts the page, for a review knows nothing of how reports look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.model import Report


class Pane(Protocol):
    """Where a side of a finding is to be read: the side's value and colour, its documents (id, name)."""

    @property
    def value(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def documents(self) -> Sequence[tuple[str, str]]: ...


class Pieces(Protocol):
    """The findings of a report as HTML, by their ids; all that comes from documents is escaped and inert in it."""

    def body(self, finding: str) -> str:
        """A finding below its message."""

    def panes(self, finding: str) -> Sequence[Pane]:
        """Where its sides are to be read."""

    def text(self, finding: str, document: str, beside: Iterable[str] = ()) -> str:
        """A whole document; each figure is a `mark` with `data-figures`, those of the finding and `beside` coloured."""

    def stated(self, figure: str) -> str:
        """A figure in its sentence."""

    def documents_of(self, figures: Sequence[str]) -> Sequence[tuple[str, str]]:
        """The documents of some figures (id, name)."""


@dataclass(frozen=True, slots=True)
class Look:
    """The style sheet of reports, the shapes of their pictures (HTML), and the pieces of a report."""

    style: str
    marks: str
    pieces: Callable[[Report], Pieces]
