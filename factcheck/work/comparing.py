"""From parts to claims and findings: each group on its own, then all of a run together in the order of its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck import claims, findings
from factcheck.model import SEVERITIES, Claim, Figure, Finding, Link, Rule, Support
from factcheck.work.groups import Group, figure_in


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims, the findings, and what the sources say of each of the draft's figures."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    supports: tuple[Support, ...] = ()


def compared(group: Group, rules: Sequence[Rule]) -> Compared:
    """What is found among the documents of a group, under its ids."""
    figures = group.figures
    studied = claims.study(figures, group.documents, steering=group.steering, kindred=group.kindred)
    found = findings.judge(studied.claims, figures, group.documents, rules, studied.supports)
    return Compared(studied.claims, found, studied.supports)


def merged(groups: Sequence[Group], found: Sequence[Compared], figures: Sequence[Figure]) -> Compared:
    """What was found in each group, under the ids of the run and in its order."""
    if len(groups) == 1:
        return found[0]  # a run of one group has its ids
    place = {figure.id: n for n, figure in enumerate(figures)}
    named = [_named(own, group.ids) for group, own in zip(groups, found, strict=True)]
    every = [(n, claim) for n, own in enumerate(named) for claim in own.claims]
    every.sort(key=lambda item: place[item[1].figures[0]])
    numbers = {(n, claim.id): f"c{k}" for k, (n, claim) in enumerate(every, start=1)}
    spoken = [_of_claim(f, n, numbers) for n, own in enumerate(named) for f in own.findings]
    spoken.sort(key=lambda f: (SEVERITIES.index(f.severity), place[f.primary], f.rule, f.fingerprint))
    return Compared(tuple(replace(claim, id=numbers[n, claim.id]) for n, claim in every), tuple(spoken))


def _of_claim(finding: Finding, n: int, numbers: Mapping[tuple[int, str], str]) -> Finding:
    return replace(finding, claim=numbers[n, finding.claim]) if finding.claim else finding


def _named(own: Compared, names: Mapping[str, str]) -> Compared:
    """What was found in a group with its figures under other names; claims keep theirs."""

    def several(figures: Sequence[str]) -> tuple[str, ...]:
        return tuple(figure_in(names, figure) for figure in figures)

    def link(one: Link) -> Link:
        return replace(one, a=figure_in(names, one.a), b=figure_in(names, one.b))

    found = (
        replace(c, figures=several(c.figures), sides=tuple(map(several, c.sides)), links=tuple(map(link, c.links)))
        for c in own.claims
    )
    spoken = (replace(f, sides=tuple(map(several, f.sides)), primary=figure_in(names, f.primary)) for f in own.findings)
    return Compared(tuple(found), tuple(spoken))
