"""Figures of one claim that disagree: the claims of one stance, told with their sides and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.findings.evidence import Evidence
from factcheck.findings.scope import Leeway
from factcheck.model import Bound, Claim, Finding, Rule, Stance

_TOLD = 6
"""Values that a message names; all of them stand below it, side by side."""


class Options(Leeway):
    """`stance`: which claims the rule is for. `bounds`: only figures with these bounds count.

    `rate`: some figures are rates, the others lack the period.
    """

    stance: Stance
    bounds: tuple[Bound, ...] = ()
    rate: bool = False


def find(rule: Rule, evidence: Evidence) -> Iterator[Finding]:
    """A finding for each claim that the rule is for."""
    options = Options.model_validate(rule.options)
    settled = evidence.taken_sides()
    for claim in evidence.claims:
        if claim.stance == options.stance and claim.id not in settled and _concerns(claim, options, evidence):
            yield _finding(rule, claim, _sides(claim, options, evidence), options, evidence)


def _concerns(claim: Claim, options: Options, evidence: Evidence) -> bool:
    if options.rate:
        return len(_rates(claim, evidence)) == 2 and options.covers(evidence.figures[f] for f in claim.figures)
    sides = _sides(claim, options, evidence)
    figures = [evidence.figures[f] for side in sides for f in side]
    if len(sides) < 2 or not options.covers(figures) or options.passes_margin(figures):
        return False
    gap = claim.gap if claim.gap is not None else Decimal(1)
    return options.tolerance == 0 or gap > 1 + Decimal(str(options.tolerance))


def _rates(claim: Claim, evidence: Evidence) -> list[tuple[str, ...]]:
    """The figures that are rates, and those that are not, where there are both."""
    rates = tuple(f for f in claim.figures if evidence.figures[f].kind == "rate")
    others = tuple(f for f in claim.figures if evidence.figures[f].kind != "rate")
    return [side for side in (rates, others) if side]


def _sides(claim: Claim, options: Options, evidence: Evidence) -> list[tuple[str, ...]]:
    """The claim's sides, without figures whose bound the rule leaves out."""
    if options.rate:
        return _rates(claim, evidence)
    if not options.bounds:
        return list(claim.sides)
    kept = [tuple(f for f in s if evidence.figures[f].amount.bound in options.bounds) for s in claim.sides]
    return [side for side in kept if side]


def _finding(
    rule: Rule, claim: Claim, sides: Sequence[tuple[str, ...]], options: Options, evidence: Evidence
) -> Finding:
    named = [side for side in sides if evidence.figures[side[0]].amount.bound != "vague"]
    told = named if len(named) > 1 else sides  # "dozens" is no party to "11 against 14"
    values = " against ".join(evidence.written(side[0]) for side in told[:_TOLD])
    values += f" and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
    return evidence.finding(
        rule,
        message=rule.message.format(statement=claim.statement, values=values),
        sides=tuple(sides),
        primary=_primary(sides, evidence),
        claim=claim.id,
        explanations=tuple(_explanations(claim, options)),
    )


def _primary(sides: Sequence[tuple[str, ...]], evidence: Evidence) -> str:
    """The draft's figure where other sources than its own say otherwise, else a figure of the weakest side."""
    for side in sides:
        drafted = [f for f in side if evidence.document(f).role == "draft"]
        if not drafted:
            continue
        others = [f for other in sides if other is not side for f in other]
        if evidence.sources(others) - evidence.sources(side):
            return drafted[0]
    last = sides[-1]
    return next((f for f in last if evidence.document(f).role == "source"), last[0])


def _explanations(claim: Claim, options: Options) -> Iterator[str]:
    yield from claim.reasons
    if options.tolerance and claim.gap is not None:
        apart = (claim.gap - 1) * 100
        passes = f"the rule lets {options.tolerance:.0%} pass"
        yield f"the largest figure is {apart:.0f} percent above the smallest ({passes})"
