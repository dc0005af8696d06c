"""A draft's figures laid beside the claims of the sources that support them.

The stance of a claim stays what the sources make it; the draft takes a side. A figure of one source alone
becomes a claim with the draft's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.claims.mentions import Mention
from factcheck.claims.origins import origins
from factcheck.claims.statements import statement
from factcheck.model import Claim, Link, Support


def attached(claims: Sequence[Claim], supports: Sequence[Support], ready: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims with the draft's figures on the sides that they support, and the new claims behind them."""
    of = {figure: n for n, claim in enumerate(claims) for figure in claim.figures}
    held = list(claims)
    texts = {m.figure.id: m for m in ready}
    for support in supports:
        if not support.sources or support.figure in of:
            continue
        at = of.get(support.sources[0])
        if at is None:
            held.append(_alone(f"c{len(held) + 1}", support, texts))
            of |= {figure: len(held) - 1 for figure in held[-1].figures}
        else:
            held[at] = _joined(held[at], support)
            of[support.figure] = at
    return tuple(held)


def _joined(claim: Claim, support: Support) -> Claim:
    """A claim with a draft's figure on the side of the source that it rests on."""
    backing = support.sources[0]
    sides = tuple((*side, support.figure) if backing in side else side for side in claim.sides)
    origin = max(claim.origins, default=-1) + 1
    return replace(
        claim,
        figures=(*claim.figures, support.figure),
        sides=sides,
        links=(*claim.links, _link(support)),
        origins=(*claim.origins, origin),
    )


def _alone(name: str, support: Support, texts: Mapping[str, Mention]) -> Claim:
    figures = (*support.sources, support.figure)
    line = statement([texts[f] for f in figures])
    known = origins([texts[f] for f in support.sources])
    of_draft = max(known) + 1  # a draft is no source
    return Claim(name, line, figures, "agree", (figures,), (_link(support),), 1.0, (), None, (*known, of_draft))


def _link(support: Support) -> Link:
    return Link(support.sources[0], support.figure, 1.0, ("the draft's figure rests on it", *support.reasons))
