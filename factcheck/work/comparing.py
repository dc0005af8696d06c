"""From figures to claims and findings, within one group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck import claims, findings
from factcheck.model import SEVERITIES, Claim, Document, Figure, Finding, Rule, Support
from factcheck.work.groups import Bundle, Group
from factcheck.work.packing import COLUMNS


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims, the findings, and what the sources say of each of the draft's figures."""

    claims: Sequence[Claim]
    findings: Sequence[Finding]
    supports: tuple[Support, ...] = ()
    spoken: Callable[[str], Figure | None] = lambda _: None
    """The figure with an id, where it is at hand as one that a finding speaks of."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where figures of a group stand: the place of the document of each in the group, and its own there, from 0 on."""

    documents: tuple[int, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, figures: Iterable[str]) -> Spots:
        """Of figures by their ids."""
        parted = [figure.partition(".") for figure in figures]
        return cls(tuple(int(home[1:]) - 1 for home, _, _ in parted), tuple(int(n) - 1 for _, _, n in parted))

    def places(self, group: Group, starts: Sequence[int]) -> Iterator[int]:
        """Their places among all figures of a run, in which documents begin at `starts`."""
        return (starts[group.places[d]] + n for d, n in zip(self.documents, self.numbers, strict=True))


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in a group, under its ids, packed; and what a run has to know to put it in order.

    `spoken` are the claims and figures that findings speak of: a report shows these, and need not unpack all others.
    `firsts` are the first figures of the claims, `primaries` the primary ones of the findings, whose severities are
    numbered from 0, the worst.
    """

    firsts: Spots
    primaries: Spots
    severities: tuple[int, ...]
    claims: bytes
    findings: bytes
    supports: bytes
    spoken: bytes

    @classmethod
    def of(cls, found: Compared, figures: Sequence[Figure]) -> Found:
        """What was found, as it travels."""
        named = {name for finding in found.findings for name in (*finding.figures, finding.claim)}
        claims = tuple(claim for claim in found.claims if claim.id in named)
        spoken = claims, tuple(figure for figure in figures if figure.id in named)
        return cls(
            Spots.of(claim.figures[0] for claim in found.claims),
            Spots.of(finding.primary for finding in found.findings),
            tuple(SEVERITIES.index(finding.severity) for finding in found.findings),
            *map(COLUMNS.packed, (tuple(found.claims), tuple(found.findings), found.supports, spoken)),
        )


def compared(group: Group, documents: Sequence[Document], figures: Sequence[Figure], rules: Sequence[Rule]) -> Compared:
    """What is found among the documents of a group, under its ids."""
    studied = claims.study(figures, documents, steering=group.steering, kindred=group.kindred)
    found = findings.judge(studied.claims, figures, documents, rules, studied.supports)
    return Compared(studied.claims, found, studied.supports)


def found_in(bundle: Bundle, rules: Sequence[Rule]) -> Found:
    """What is found in a group that was sent."""
    documents, figures = bundle.unpacked()
    return Found.of(compared(bundle.group, documents, figures, rules), figures)
